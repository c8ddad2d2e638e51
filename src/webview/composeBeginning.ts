import type { CompositionDraft, CompositionDrafts, DraftFile } from '../model/compositionDrafts';
import type { FileToSend } from '../model/uploads';
import type { ComposeDraft } from './composeDraft';
import type { Bytes } from './composeStaged';

/** How a message begins. */
export interface Beginning {
  readonly draft: CompositionDraft;
  /** Of its files. */
  readonly bytes: Bytes;
  /** What this window has seen of it on the disk is older. */
  readonly isAhead?: boolean;
  readonly seen?: CompositionDraft | undefined;
}

/** Resolves once it is on the disk, where it can be put there: whoever held it until now may let go of it. */
export async function keptBeginning(
  drafts: CompositionDrafts,
  id: string,
  { draft, files }: { readonly draft: CompositionDraft; readonly files: readonly FileToSend[] },
): Promise<Beginning> {
  const staged = files.map((file) => ({ id: drafts.newId(), file }));
  const whole = { ...draft, files: staged.map((one) => draftFile(one)) };
  await Promise.all(staged.map((one) => drafts.keepFile(id, one.id, one.file.bytes)));
  await drafts.write(id, whole);
  return { draft: whole, bytes: new Map(staged.map((one) => [one.id, one.file.bytes])) };
}

/** As it stands in a tab that closes: some of its files are too large to be kept anywhere else. */
export function beginningOf({
  content,
  files,
  isKept,
  seen,
}: Pick<ComposeDraft, 'content' | 'files' | 'isKept' | 'seen'>): Beginning {
  const there = files.filter(({ isLost }) => isLost !== true);
  const bytesOf = new Map(there.map(({ id, bytes }) => [id, bytes]));
  return { draft: content, bytes: bytesOf, isAhead: !isKept, seen };
}

function draftFile({ id, file }: { readonly id: string; readonly file: FileToSend }): DraftFile {
  const { name, type, bytes } = file;
  return { id, name, type, size: bytes.size, description: '' };
}
