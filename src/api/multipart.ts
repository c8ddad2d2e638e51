/** A form as `multipart/form-data`, framed by us: its length is known before the first byte goes. */
export interface Framed {
  /** With the boundary. */
  readonly contentType: string;
  readonly body: Blob;
}

/** A file as a form holds it. */
export interface Part {
  readonly name: string;
  /** Anything: what no header can hold becomes `application/octet-stream`. */
  readonly type: string;
  readonly body: Blob;
}

export type Fields = Readonly<Record<string, string>>;

/**
 * Texts, then one file called `file`, as RFC 7578 and the browsers' forms have it. Texts keep their line
 * ends.
 */
export function framed(fields: Fields, file: Part): Framed {
  const boundary = `----RocketChat${crypto.randomUUID()}`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\n${disposition(name)}\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\n${disposition('file', file.name)}\r\nContent-Type: ${typeOf(file)}\r\n\r\n`;
  const body = new Blob([...texts, head, file.body, `\r\n--${boundary}--\r\n`]);
  return { contentType: `multipart/form-data; boundary=${boundary}`, body };
}

/** The same form for a host that frames it by itself. */
export function asForm(fields: Fields, file: Part): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', file.body.slice(0, file.body.size, typeOf(file)), file.name);
  return form;
}

/** Who watches the bytes of a form go. */
export interface Watch {
  /** So many have been taken. */
  readonly taken: (bytes: number) => void;
  /** The file cannot be read any more. */
  readonly failed: (error: unknown) => void;
}

/** The bytes of a form, counted as they are taken. */
export function counted(body: Blob, { taken, failed }: Watch): ReadableStream<Uint8Array> {
  const giveUp = (error: unknown): never => {
    failed(error);
    throw error;
  };
  let bytes = 0;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const piece = body.slice(bytes, bytes + pieceBytes);
      controller.enqueue(new Uint8Array(await piece.arrayBuffer().catch(giveUp)));
      bytes += piece.size;
      taken(bytes);
      if (bytes >= body.size) controller.close();
    },
  };
  // Nothing is kept ready: what has been read has been asked for.
  return new ReadableStream(source, { highWaterMark: 0 });
}

/** Of a file in memory the blob's own stream gives all at once, and all would count as sent. */
const pieceBytes = 65_536;

/**
 * Whether a request takes a stream for its body. Browsers do over HTTP/2 only, which nobody can know before,
 * and cannot be asked; a host without them is Node.
 */
export function takesStreams(): boolean {
  if ('document' in globalThis || 'WorkerGlobalScope' in globalThis) return false;
  let isAskedFor = false;
  const init: RequestInit & { readonly duplex: string } = {
    method: 'POST',
    body: new ReadableStream(),
    get duplex() {
      isAskedFor = true;
      return 'half';
    },
  };
  // A host that knows no streams takes it for a text, and says so.
  return !new Request('http://localhost', init).headers.has('content-type') && isAskedFor;
}

function disposition(name: string, fileName?: string): string {
  const file = fileName === undefined ? '' : `; filename="${escaped(fileName)}"`;
  return `Content-Disposition: form-data; name="${escaped(name)}"${file}`;
}

/** Only what would end the name or the line; other signs are themselves in UTF-8. */
function escaped(name: string): string {
  return name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

function typeOf({ type }: Part): string {
  return /^[\x21-\x7e]+\/[\x20-\x7e]+$/.test(type) ? type : 'application/octet-stream';
}
