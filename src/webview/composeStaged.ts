import type { CompositionDraft, DraftFile } from '../model/compositionDrafts';

/** A file of a draft, with its bytes. */
export interface StagedFile extends DraftFile {
  readonly bytes: Blob;
  readonly status: FileStatus;
  /** Its bytes did not outlive the window: it goes nowhere until it is added again. */
  readonly isLost?: boolean;
}

export interface FileStatus {
  readonly state: 'ready' | 'sending' | 'failed';
  /** From 0 up to 1; absent where nobody can count. */
  readonly progress?: number;
  readonly reason?: string;
}

/** The bytes of files, by their ids: they outlive a change of accounts, and too large ones nothing else. */
export type Bytes = Map<string, Blob>;

/** Those whose bytes are not there are lost. */
export function staged(files: readonly DraftFile[], bytes: Bytes): readonly StagedFile[] {
  return files.map((file) => {
    const found = bytes.get(file.id);
    return found ? ready(file, found) : lost(file);
  });
}

export function ready(file: DraftFile, bytes: Blob): StagedFile {
  return { ...file, bytes, status: { state: 'ready' } };
}

function lost(file: DraftFile): StagedFile {
  return { ...file, bytes: new Blob(), status: { state: 'failed' }, isLost: true };
}

/** Those that are not there yet. */
export async function bringFiles(
  bytes: Bytes,
  { files }: Pick<CompositionDraft, 'files'>,
  read: (file: string) => Promise<Blob | undefined>,
): Promise<void> {
  for (const { id } of files) {
    const found = bytes.has(id) ? undefined : await read(id);
    if (found) bytes.set(id, found);
  }
}
