import type { Call } from '../route';
import type { SentFile } from '../world/fileIntake';
import { type Rejection, meteorError, plainError } from '../failures';
import { bareType, typeOfName } from './mediaTypes';

export interface SentForm {
  /** Undefined if there is none: what that means is the route's affair. */
  readonly file: SentFile | undefined;
  readonly fields: Readonly<Record<string, string>>;
}

/** The server has two readers of uploads, which put the same complaints differently. */
interface Complaints {
  readonly noBody: Rejection;
  readonly tooMany: Rejection;
  readonly tooLarge: Rejection;
  readonly malformed: Rejection;
}

/** That of `rooms.media` since 8.0. */
export const roomComplaints: Complaints = {
  noBody: plainError('Missing Content-Type'),
  tooMany: meteorError('error-too-many-files', 'Too many files in upload'),
  tooLarge: meteorError('error-file-too-large', 'File size exceeds the allowed limit'),
  malformed: meteorError('error-upload-failed', 'Unexpected end of form'),
};

/** That of avatars and emoji, and before 8.0 of all. */
export const formComplaints: Complaints = {
  noBody: meteorError('Invalid request body'),
  tooMany: plainError('Just 1 file is allowed'),
  tooLarge: meteorError('error-file-too-large'),
  malformed: plainError('Unexpected end of form'),
};

interface Reading {
  /** The only name that a file may come under. */
  readonly field: string;
  readonly complaints: Complaints;
}

/** The one file of a multipart body, and its texts. Throws the server's refusal of anything else. */
export async function readForm(call: Call, { field, complaints }: Reading): Promise<SentForm> {
  const form = await parts(call, complaints);
  const entries = [...form].map(([name, value]) => ({ name, value }));
  const files = entries.filter(({ value }) => typeof value !== 'string');
  if (files[0] && files[0].name !== field) throw meteorError('invalid-field');
  if (files.length > 1) throw complaints.tooMany;
  const texts = entries.flatMap(({ name, value }) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const file = form.get(field);
  return {
    file: file instanceof File ? await sentFile(file, call, complaints) : undefined,
    // `fromEntries` defines own keys, so not even `__proto__` does harm.
    fields: Object.fromEntries(texts),
  };
}

async function parts(call: Call, complaints: Complaints): Promise<FormData> {
  const type = call.header('Content-Type');
  if (type === undefined) throw complaints.noBody;
  if (type.startsWith('application/x-www-form-urlencoded')) return new FormData();
  if (!type.startsWith('multipart/form-data')) throw plainError(`Unsupported content type: ${type}`);
  if (!/;\s*boundary=/i.test(type)) throw plainError('Multipart: Boundary not found');
  return call.form().catch((error: unknown) => {
    if (error instanceof TypeError) throw complaints.malformed;
    throw error;
  });
}

async function sentFile(file: File, { world }: Call, { tooLarge }: Complaints): Promise<SentFile> {
  const limit = world.number('FileUpload_MaxFileSize');
  if (limit > -1 && file.size > limit) throw tooLarge;
  return {
    name: file.name,
    type: typeOf(file),
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

/** Who sends no more than "bytes" has the type read off the name. */
function typeOf({ name, type }: File): string {
  const told = bareType(type);
  const isTelling = told !== '' && told !== 'application/octet-stream';
  return isTelling ? told : (typeOfName(name) ?? 'application/octet-stream');
}
