import type { FileToSend } from '../uploads';
import { readText, type ReadText } from './fileText';
import type { Guard } from './guard';
import { checkTexts, type Texts, type Through } from './texts';

/** A file as it leaves, with what is said of it. */
export interface LeavingFile extends FileToSend {
  readonly description?: string;
}

/** Something said, and files that go with it. */
export interface Cargo<Said, F extends LeavingFile> {
  readonly said: Said;
  readonly files: readonly F[];
}

/** One text as it may leave; undefined where the person wants to go no further. */
export function checkText(guard: Guard, text: string): Promise<string | undefined> {
  return checkTexts(guard, text, ofText);
}

/** As `checkCargo`, of files alone. */
export async function checkFiles<F extends LeavingFile>(
  guard: Guard,
  files: readonly F[],
): Promise<readonly F[] | undefined> {
  return (await checkCargo(guard, { said: undefined, files }, (said) => said))?.files;
}

/** As `checkCargo`, where one text is said. */
export function checkLeaving<F extends LeavingFile>(
  guard: Guard,
  cargo: Cargo<string, F>,
): Promise<Cargo<string, F> | undefined> {
  return checkCargo(guard, cargo, ofText);
}

/**
 * As they may leave, after one question for all of them: where the person wants it, files are masked copies. Undefined
 * where the person wants to go no further.
 */
export async function checkCargo<Said, F extends LeavingFile>(
  guard: Guard,
  { said, files }: Cargo<Said, F>,
  texts: Texts<Said>,
): Promise<Cargo<Said, F> | undefined> {
  const readable = await Promise.all(files.map(async (file) => ({ file, read: await readText(file.bytes) })));
  const checked = await checkTexts(guard, { said, readable }, (whole, through) => ({
    said: texts(whole.said, through),
    readable: whole.readable.map((one) => ({ ...one, file: fileThrough(one, through) })),
  }));
  return checked && { said: checked.said, files: checked.readable.map(({ file }) => file) };
}

const ofText: Texts<string> = (text, through) => through({ text });

interface Readable<F extends LeavingFile> {
  readonly file: F;
  /** Undefined where it is no text. */
  readonly read: ReadText | undefined;
}

/** What it says, what is said of it, and its name; the same file where nothing of it was masked. */
function fileThrough<F extends LeavingFile>({ file, read }: Readable<F>, through: Through): F {
  const { name: label, description } = file;
  const put = (text: string) => through({ text, label });
  const bytes = read ? bytesThrough(file.bytes, read, put) : file.bytes;
  const said = description === undefined ? undefined : put(description);
  const name = put(label);
  const isSame = bytes === file.bytes && said === description && name === label;
  return isSame ? file : { ...file, name, bytes, ...(said !== undefined && { description: said }) };
}

function bytesThrough(bytes: Blob, { text, withText }: ReadText, put: (text: string) => string): Blob {
  const content = put(text);
  return content === text ? bytes : withText(content);
}
