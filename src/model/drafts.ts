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
}

const version = 1;

/** What was written and not sent: a file for each place. Of what two windows write, the last one stays. */
export class Drafts {
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
    const { text: written, edits, quotes } = file.content;
    const edited = optionalText(edits);
    return {
      text: optionalText(written) ?? '',
      quotes: quotesFrom(quotes),
      ...(edited !== undefined && { edits: messageId(edited) }),
    };
  }

  /** At once; of several in quick succession only the last is written. An empty one is removed. */
  async write(place: Place, draft: Draft): Promise<void> {
    const name = await this.nameOf(place);
    if (isEmpty(draft)) return this.folder.remove(name);
    const text = sealed({ version, savedAt: this.clock.now(), content: draft });
    await this.folder.write(name, text);
  }

  async remove(place: Place): Promise<void> {
    await this.folder.remove(await this.nameOf(place));
  }

  /** One promise for each place: who asked first goes on first, so that what is written stays in order. */
  private nameOf({ room, thread }: Place): Promise<string> {
    const key = `${room}/${thread ?? ''}`;
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

/** Ids differ in upper and lower case, which some file systems do not tell. */
async function fileNameOf(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const name = [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `draft-${name.join('')}.json`;
}
