import type { Clock } from '../base/clock';
import type { Folder } from './files';
import { messageId, type MessageId } from './message';
import { isRecord, optionalText } from './parse';
import type { Place } from './place';
import { sealed, unsealed } from './seal';
import { quotesFrom, type Quote } from './sendingFile';

/** What stands in the box of a place. */
export interface Draft {
  readonly text: string;
  /** The message of mine that it changes. */
  readonly edits?: MessageId;
  readonly quotes?: readonly Quote[];
  /** With `edits`: what stood there before, and does again when the editing ends. */
  readonly before?: Draft;
}

const version = 1;

/** What was sent from a place while nobody knows yet whether it is accepted. */
export interface HeldDraft {
  /** It is: only what was written since stays. */
  release(): Promise<void>;
  /** It is not: it is a draft again, before what was written since. */
  giveBack(): Promise<void>;
}

interface Held {
  /** In the order in which it was sent. */
  sent: readonly Draft[];
  since: Draft;
}

const empty: Draft = { text: '' };

/** What was written and not sent: a file for each place. Of what two windows write, the last one stays. */
export class Drafts {
  private readonly held = new Map<string, Held>();
  private readonly names = new Map<string, Promise<string>>();

  constructor(
    private readonly folder: Folder,
    private readonly clock: Clock,
  ) {}

  /** Undefined where nothing was left, or nothing of use. */
  async read(place: Place): Promise<Draft | undefined> {
    const text = await this.folder.read(await this.nameOf(place));
    const file = text === undefined ? undefined : unsealed(text);
    if (file?.version !== version || !isRecord(file.content)) return undefined;
    return draftFrom(file.content);
  }

  /** At once; of several in quick succession only the last is written. An empty one is removed. */
  async write(place: Place, draft: Draft): Promise<void> {
    const held = this.held.get(keyOf(place));
    if (held) held.since = draft;
    await this.store(place, held ? allOf(held) : draft);
  }

  /** Keeps what is on its way, while the box is empty again. */
  async hold(place: Place, sent: Draft): Promise<HeldDraft> {
    const key = keyOf(place);
    const held = this.held.get(key) ?? { sent: [], since: empty };
    this.held.set(key, held);
    held.sent = [...held.sent, sent];
    // What was written since the last one is what is sent now.
    held.since = empty;
    await this.store(place, allOf(held));
    const end = (isAccepted: boolean) => {
      held.sent = held.sent.filter((one) => one !== sent);
      if (!isAccepted) held.since = joined(sent, held.since);
      if (held.sent.length === 0) this.held.delete(key);
      return this.store(place, allOf(held));
    };
    return { release: () => end(true), giveBack: () => end(false) };
  }

  private async store(place: Place, draft: Draft): Promise<void> {
    const name = await this.nameOf(place);
    if (isEmpty(draft)) return this.folder.remove(name);
    const text = sealed({ version, savedAt: this.clock.now(), content: draft });
    await this.folder.write(name, text);
  }

  /** One promise for each place: who asked first goes on first, so that what is written stays in order. */
  private nameOf(place: Place): Promise<string> {
    const key = keyOf(place);
    const known = this.names.get(key);
    if (known) return known;
    const name = fileNameOf(key);
    this.names.set(key, name);
    return name;
  }
}

export function isEmpty({ text, edits, quotes }: Draft): boolean {
  return text.trim() === '' && edits === undefined && (quotes ?? []).length === 0;
}

function allOf({ sent, since }: Held): Draft {
  return sent.reduceRight((rest, draft) => joined(draft, rest), since);
}

/** What came back, before what was written since; an edit is taken up again where none is going on. */
function joined(sent: Draft, since: Draft): Draft {
  if (since.edits !== undefined) return { ...since, before: joined(plain(sent), since.before ?? empty) };
  if (sent.edits !== undefined) return { ...sent, ...(!isEmpty(since) && { before: since }) };
  const known = new Set(sent.quotes?.map(({ id }) => id));
  return {
    ...since,
    text: [sent.text, since.text].filter((text) => text.trim() !== '').join('\n\n'),
    quotes: [...(sent.quotes ?? []), ...(since.quotes ?? []).filter(({ id }) => !known.has(id))],
  };
}

function plain({ text, quotes }: Draft): Draft {
  return { text, quotes };
}

function keyOf({ room, thread }: Place): string {
  return `${room}/${thread ?? ''}`;
}

function draftFrom({ text, edits, quotes, before }: Readonly<Record<string, unknown>>): Draft {
  const edited = optionalText(edits);
  return {
    text: optionalText(text) ?? '',
    quotes: quotesFrom(quotes),
    ...(edited !== undefined && { edits: messageId(edited) }),
    ...(isRecord(before) && { before: draftFrom(before) }),
  };
}

/** Ids differ in upper and lower case, which some file systems do not tell. */
async function fileNameOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const name = [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `draft-${name.join('')}.json`;
}
