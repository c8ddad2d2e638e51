import type { Message, User } from './documents';
import { filtersIn } from './searchFilters';
import { type Fit, patternFit, wordsFit } from './searchText';
import type { World } from './world';

interface Search {
  readonly rid: string;
  readonly user: User;
  readonly searchText: string;
}

/** Scripts without blanks between words, which an index of words cannot take apart. */
const unspaced = /[\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;

/** What was said in a room, by the server's own search language; newest first unless asked otherwise. */
export function searchIn(world: World, { rid, user, searchText }: Search): Message[] {
  const { tests, oldestFirst, rest } = filtersIn(searchText, user);
  const text = rest.trim().replace(/\s\s+/g, ' ');
  if (text === '' && tests.length === 0) return [];
  const fits = fitOf(text, unspaced.test(searchText) || world.isOn('Message_AlwaysSearchRegExp'));
  const found = world.messages.inRoom(rid).flatMap((message) => {
    if (!isSearched(message) || !tests.every((test) => test(message))) return [];
    return hit(message, fits);
  });
  return oldestFirst ? found : found.reverse();
}

interface Fits {
  readonly fit: Fit;
  /** Only hits of whole words have a score. */
  readonly scores: boolean;
}

function fitOf(text: string, isPattern: boolean): Fits | undefined {
  if (text === '') return undefined;
  const [, source, flags] = /^\/(.+)\/([imxs]*)$/.exec(text) ?? [];
  if (source !== undefined) return { fit: patternFit(source, flags ?? ''), scores: false };
  if (isPattern) return { fit: patternFit(text, 'i'), scores: false };
  return { fit: wordsFit(text), scores: true };
}

function hit(message: Message, fits: Fits | undefined): Message[] {
  if (!fits) return [message];
  const score = fits.fit(message);
  if (score === 0) return [];
  return [fits.scores ? { ...message, score } : message];
}

function isSearched(message: Message): boolean {
  return message.t !== 'rm' && message['_hidden'] !== true;
}
