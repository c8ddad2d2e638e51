import type { Clock } from '../base/clock';
import type { Composition } from './composition';
import { bytesFrom, bytesText, contentFrom } from './compositionDraftFile';
import type { Folder } from './files';
import type { MessageId } from './message';
import type { RoomId } from './room';
import { sealed, unsealed } from './seal';

/** A message that is being written in a composer, until it has arrived everywhere. */
export interface CompositionDraft {
  readonly form: Composition;
  readonly files: readonly DraftFile[];
  /** The message of mine that it changes. */
  readonly edits?: MessageInRoom;
  /** The message of mine that it is to stand in for. */
  readonly corrects?: MessageInRoom;
  /** Of each target that something has gone to. */
  readonly sent?: readonly SentTo[];
  /** The form as it was sent the last time; with `edits`: as the message read when somebody last looked. */
  readonly said?: Composition;
}

export interface MessageInRoom {
  readonly room: RoomId;
  readonly message: MessageId;
}

/** What a target was sent already: never to be sent there again. */
export interface SentTo {
  readonly entry: string;
  readonly room: RoomId;
  /** It may still be on its way. */
  readonly message?: MessageId;
  /** Ids of the files that have arrived. */
  readonly files: readonly string[];
  /** Of the others, where the server may have something of them. */
  readonly doubts?: readonly FileDoubt[];
}

/** What the server may have of a file that was on its way. */
export interface FileDoubt {
  /** Its id in the draft. */
  readonly file: string;
  /** Under which the server has it; old ones know no such ids. */
  readonly fileId?: string;
  /** A message may show it already, with these words. */
  readonly words?: string;
}

/** What is known of a file; its bytes lie beside the draft. */
export interface DraftFile {
  /** Unique in its draft; letters and digits. */
  readonly id: string;
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
  readonly description: string;
}

export interface ListedDraft extends CompositionDraft {
  readonly id: string;
  /** ms since the epoch. */
  readonly savedAt: number;
}

/** In bytes. Texts are what can be kept, and such a text is read as a whole. */
export const largestKept = 25 * 1024 * 1024;

const version = 1;
const draftName = /^composition-([0-9a-z]+)\.json$/;

/** The messages that were begun in composers: a file each, and one for each of their files. */
export class CompositionDrafts {
  constructor(
    private readonly folder: Folder,
    private readonly clock: Clock,
  ) {}

  newId(): string {
    return crypto.randomUUID().replaceAll('-', '');
  }

  /** The one that was written last comes first. */
  async list(): Promise<readonly ListedDraft[]> {
    const ids = (await this.folder.names()).flatMap((name) => draftName.exec(name)?.[1] ?? []);
    const drafts = await Promise.all(ids.map((id) => this.read(id)));
    return drafts
      .filter((draft) => draft !== undefined)
      .sort((one, other) => other.savedAt - one.savedAt || one.id.localeCompare(other.id));
  }

  /** Also where it cannot be read. */
  async has(id: string): Promise<boolean> {
    return (await this.folder.names()).includes(nameOf(id));
  }

  /** Undefined where there is none, or nothing of use. */
  async read(id: string): Promise<ListedDraft | undefined> {
    const text = await this.folder.read(nameOf(id));
    return text === undefined ? undefined : draftIn(id, text);
  }

  /** Answers it as it is read again; undefined where it could not be kept. */
  async write(id: string, draft: CompositionDraft): Promise<CompositionDraft | undefined> {
    const text = sealed({ version, savedAt: this.clock.now(), content: draft });
    await this.folder.write(nameOf(id), text);
    return (await this.folder.read(nameOf(id))) === text ? draftIn(id, text) : undefined;
  }

  /** With its files. */
  async remove(id: string): Promise<void> {
    await this.folder.remove(nameOf(id));
    const names = (await this.folder.names()).filter((name) => name.startsWith(`${stemOf(id)}.`));
    await Promise.all(names.map((name) => this.folder.remove(name)));
  }

  /** False where it is too large to outlive its window. */
  async keepFile(id: string, file: string, bytes: Blob): Promise<boolean> {
    if (bytes.size > largestKept) return false;
    const content = bytesText(new Uint8Array(await bytes.arrayBuffer()));
    await this.folder.write(bytesName(id, file), sealed({ version, savedAt: this.clock.now(), content }));
    return true;
  }

  /** Undefined where they were not kept. */
  async readFile(id: string, file: string): Promise<Blob | undefined> {
    const text = await this.folder.read(bytesName(id, file));
    const kept = text === undefined ? undefined : unsealed(text);
    return kept?.version === version ? bytesFrom(kept.content) : undefined;
  }

  dropFile(id: string, file: string): Promise<void> {
    return this.folder.remove(bytesName(id, file));
  }
}

/** Whether anything stands there that somebody would miss. */
export function isEmptyDraft({ form, files, corrects }: CompositionDraft): boolean {
  const { text, emoji, alias, avatar, customFields, attachments } = form;
  const texts = [text, emoji, alias, avatar, customFields];
  return (
    texts.every((one) => one.trim() === '') &&
    attachments.length === 0 &&
    files.length === 0 &&
    corrects === undefined
  );
}

function draftIn(id: string, text: string): ListedDraft | undefined {
  const file = unsealed(text);
  const draft = file?.version === version ? contentFrom(file.content) : undefined;
  return file && draft && { ...draft, id, savedAt: file.savedAt };
}

function stemOf(id: string): string {
  return `composition-${id}`;
}

function nameOf(id: string): string {
  return `${stemOf(id)}.json`;
}

function bytesName(id: string, file: string): string {
  return `${stemOf(id)}.${file}.file`;
}
