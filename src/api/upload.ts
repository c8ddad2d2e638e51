import { Emitter } from '../base/event';
import type { CallOptions } from './client';
import { callMs } from './deadline';
import type { EncryptedContent } from './encrypted';
import { apiError } from './failure';
import { isObject } from './json';
import { asForm, counted, framed, takesStreams, type Fields, type Part } from './multipart';
import { replyOf } from './reply';
import { outgoing, type Outgoing } from './request';
import type { Server } from './server';
import type { Answer } from './transport';
import {
  twoSteps,
  uploads,
  type Confirmed,
  type MediaConfirm,
  type UploadedFile,
  type Words,
} from './endpoints/uploads';
import { rulesOf } from './versions';

/** A `File`, or its parts where the host has none. */
export type UploadFile = Blob | { readonly name: string; readonly type?: string; readonly body: Blob };

/** A file for a room that nobody sees yet. */
export interface Media {
  /** The room's id. */
  readonly rid: string;
  /** What is sent, with a name and a type: at most `FileUpload_MaxFileSize` bytes (100 MiB by default). */
  readonly file: UploadFile;
  /** Instead of the file's own name. A blob without a name is called `file`. */
  readonly fileName?: string;
  /** What is known of an encrypted file. */
  readonly content?: EncryptedContent;
}

/** A file together with the message that shows it. */
export type Upload = Omit<Media, 'content'> & Words;

/** How far an upload is, in bytes of the whole form. */
export interface UploadProgress {
  readonly sent: number;
  readonly total: number;
}

export interface UploadOptions extends CallOptions {
  /**
   * Called as bytes are handed to the network, and from 0 again if a lost upload is repeated. Where the host
   * does not let them be counted (browsers), called once with `undefined`: it is under way, nobody knows how
   * far.
   */
  readonly onProgress?: (progress: UploadProgress | undefined) => void;
}

/** Half a minute, and what a line of 32 kB a second takes. */
export function uploadMs(bytes: number): number {
  return callMs + Math.ceil(bytes / slowestBytesPerMs);
}

const slowestBytesPerMs = 32;

/** The first step alone: a file that is nobody's yet. */
export async function media(
  server: Server,
  { rid, content, ...file }: Media,
  options: UploadOptions = {},
): Promise<{ readonly file: UploadedFile }> {
  const { media: endpoint } = uploads;
  // For its refusal alone, by a server that lacks the method: there is no other way to go.
  await server.wayTo({ endpoint, args: { rid }, rules: rulesOf(endpoint) }, options);
  const out = outgoing(server.home, endpoint, { rid });
  const fields: Fields = content ? { content: JSON.stringify(content) } : {};
  const form = { part: partOf(file), fields };
  const reply = await send(server, { out, form, isSafe: endpoint.isSafe }, options);
  // As the endpoint says, in every release that has it.
  return reply as { readonly file: UploadedFile };
}

/** The second step alone: the message that shows a file. */
export async function mediaConfirm(
  server: Server,
  confirmation: MediaConfirm,
  options?: CallOptions,
): Promise<Confirmed> {
  const { mediaConfirm: endpoint } = uploads;
  const args = { ...confirmation, ...customFieldsText(confirmation) };
  const reply = await server.callByRelease({ endpoint, args, rules: rulesOf(endpoint) }, options);
  // As the endpoint says.
  return reply as Confirmed;
}

/** Both steps, or the one step of servers before 6.10. */
export async function upload(server: Server, args: Upload, options: UploadOptions = {}): Promise<Confirmed> {
  if (await server.isOlderThan(twoSteps, options)) return uploadInOne(server, args, options);
  const { rid, file, fileName, ...words } = args;
  const { file: stored } = await media(server, { rid, file, fileName }, options);
  return mediaConfirm(server, { ...words, rid, fileId: stored._id }, options);
}

async function uploadInOne(server: Server, args: Upload, options: UploadOptions): Promise<Confirmed> {
  const { upload: endpoint } = uploads;
  const { rid, file, fileName, ...words } = args;
  const asked = { endpoint, args: { rid, ...words, ...customFieldsText(words) }, rules: rulesOf(endpoint) };
  const way = await server.wayTo(asked, options);
  // The room is a part of the address, not of the form.
  const { rid: room, ...fields } = textsIn(way.args);
  const out = outgoing(server.home, endpoint, { rid: room });
  const form = { part: partOf({ file, fileName }), fields };
  // As the endpoint says.
  return (await send(server, { out, form, isSafe: false }, options)) as Confirmed;
}

interface Sending {
  readonly out: Outgoing;
  readonly form: { readonly part: Part; readonly fields: Fields };
  readonly isSafe: boolean;
}

function send(server: Server, { out, form, isSafe }: Sending, options: UploadOptions): Promise<unknown> {
  const progress: Progress = new Emitter();
  if (options.onProgress) progress.event(options.onProgress);
  const way = takesStreams() ? streamed(server, form, progress) : formed(server, form, progress);
  return server.run({ out, isSafe, judge: replyOf, ms: uploadMs(form.part.body.size), send: way }, options);
}

/** Whoever throws on hearing of it does no harm to the upload. */
type Progress = Emitter<UploadProgress | undefined>;

type Send = (out: Outgoing, signal: AbortSignal) => Promise<Answer>;

/** A fresh stream for each try, as a stream can be read once. */
function streamed({ transport }: Server, { part, fields }: Sending['form'], progress: Progress): Send {
  const { body, contentType } = framed(fields, part);
  const total = body.size;
  return async (out, signal) => {
    let unreadable: unknown;
    const stream = counted(body, {
      taken: (sent) => progress.fire({ sent, total }),
      failed: (error) => (unreadable = error),
    });
    // With its length said, the body goes as it is; some proxies take no chunks.
    const headers = { ...out.headers, 'content-type': contentType, 'content-length': String(total) };
    try {
      return await transport.text({ ...out, headers, body: stream }, signal);
    } catch (error) {
      if (unreadable === undefined) throw error;
      throw apiError({ kind: 'invalid', code: 'unreadable-file' }, out, { cause: unreadable });
    }
  };
}

function formed({ transport }: Server, { part, fields }: Sending['form'], progress: Progress): Send {
  return (out, signal) => {
    progress.fire(undefined);
    const headers = withoutType(out.headers);
    return transport.text({ ...out, headers, body: asForm(fields, part) }, signal);
  };
}

/** The host says it, as it alone knows the boundary. */
function withoutType(headers: Outgoing['headers']): Outgoing['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type'));
}

function partOf({ file, fileName = nameOf(file) }: Pick<Media, 'file' | 'fileName'>): Part {
  return { name: fileName, type: file.type ?? '', body: file instanceof Blob ? file : file.body };
}

/** A `File` is a blob with a name; other blobs have none. */
function nameOf(file: UploadFile): string {
  return 'name' in file && typeof file.name === 'string' ? file.name : 'file';
}

/** A form has texts only; `customFields` is JSON in either step. */
function textsIn(words: object): Fields {
  const given = Object.entries(words).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}

function customFieldsText({ customFields }: Words) {
  return isObject(customFields) ? { customFields: JSON.stringify(customFields) } : {};
}
