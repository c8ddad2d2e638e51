import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asForm, counted, framed, takesStreams } from '../../../src/api/multipart';
import { anyText } from '../../support/anyText';

const part = (name: string, type = 'text/plain', content = 'hello') => ({
  name,
  type,
  body: new Blob([content]),
});

/** As another implementation reads it. */
function readAgain({ body, contentType }: ReturnType<typeof framed>): Promise<FormData> {
  return new Response(body, { headers: { 'content-type': contentType } }).formData();
}

async function fileIn(form: FormData): Promise<{ name: string; type: string; text: string }> {
  const file = form.get('file');
  if (!(file instanceof File)) return assert.fail('no file');
  return { name: file.name, type: file.type, text: await file.text() };
}

describe('framed', () => {
  it('is a form that others can read', async () => {
    const form = await readAgain(framed({ msg: 'one\ntwo' }, part('a.txt')));

    assert.equal(form.get('msg'), 'one\ntwo');
    assert.deepEqual(await fileIn(form), { name: 'a.txt', type: 'text/plain', text: 'hello' });
  });

  it('has CRLF between its lines and a boundary of its own', async () => {
    const { body, contentType } = framed({ msg: 'x' }, part('a.txt'));

    const boundary = /^multipart\/form-data; boundary=(\S{20,70})$/.exec(contentType)?.[1] ?? '';
    const lines = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="msg"',
      '',
      'x',
      `--${boundary}`,
      'Content-Disposition: form-data; name="file"; filename="a.txt"',
      'Content-Type: text/plain',
      '',
      'hello',
      `--${boundary}--`,
      '',
    ];
    assert.equal(await body.text(), lines.join('\r\n'));
    assert.notEqual(framed({}, part('a.txt')).contentType, contentType);
  });

  for (const [name, written] of [
    ['say "hi".txt', 'say %22hi%22.txt'],
    ['two\r\nX-Evil: 1', 'two%0D%0AX-Evil: 1'],
    ['größe 🚀.txt', 'größe 🚀.txt'],
    ['back\\slash', 'back\\slash'],
    ['half \ud83d', 'half \ufffd'],
  ] as const) {
    it(`lets no name out of its place: ${JSON.stringify(name)}`, async () => {
      const text = await framed({}, part(name)).body.text();

      assert.equal(/filename="(.*)"\r\n/.exec(text)?.[1], written);
    });
  }

  it('lets no text and no name become another part', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (msg, name) => {
        const form = await readAgain(framed({ msg }, part(name)));

        assert.deepEqual([...form.keys()], ['msg', 'file']);
        assert.equal((await fileIn(form)).text, 'hello');
      }),
    );
  });

  for (const type of ['', 'text', 'text/plain\r\nX-Evil: 1', 'tëxt/plain']) {
    it(`knows nothing of a file of the type ${JSON.stringify(type)}`, async () => {
      const text = await framed({}, part('a', type)).body.text();

      assert.match(text, /\r\nContent-Type: application\/octet-stream\r\n\r\nhello/);
    });
  }
});

describe('asForm', () => {
  it('holds the same', async () => {
    const form = asForm({ msg: 'x' }, part('a.md', 'text/markdown'));

    assert.equal(form.get('msg'), 'x');
    assert.deepEqual(await fileIn(form), { name: 'a.md', type: 'text/markdown', text: 'hello' });
  });
});

describe('counted', () => {
  const body = new Blob([new Uint8Array(200_000)]);
  let counts: number[];
  let failures: unknown[];
  const watch = {
    taken: (bytes: number) => void counts.push(bytes),
    failed: (error: unknown) => void failures.push(error),
  };
  beforeEach(() => {
    counts = [];
    failures = [];
  });

  it('counts to the last byte, and only what was taken', async () => {
    const reader = counted(body, watch).getReader();

    const first = await reader.read();
    const afterFirst = [...counts];
    while (!(await reader.read()).done);

    assert.deepEqual(afterFirst, [first.value?.byteLength]);
    assert.equal(counts.at(-1), 200_000);
  });

  it('hands out a file in memory piece by piece, unchanged', async () => {
    const bytes = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251);

    const stream = counted(new Blob([bytes]), watch);
    const arrived = new Uint8Array(await new Response(stream).arrayBuffer());

    assert.deepEqual(counts, [65_536, 131_072, 196_608, 200_000]);
    assert.deepEqual(arrived, bytes);
  });

  it('counts nothing before anything is asked for', async () => {
    counted(body, watch);
    await new Promise(setImmediate);

    assert.deepEqual(counts, []);
  });

  it('tells of a file that cannot be read any more', async () => {
    const gone = new Error('gone');
    const lost = new Blob(['x']);
    lost.slice = () => Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(gone) });

    await assert.rejects(counted(lost, watch).getReader().read(), gone);

    assert.deepEqual(failures, [gone]);
  });
});

describe('takesStreams', () => {
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'document');
    Reflect.deleteProperty(globalThis, 'WorkerGlobalScope');
  });

  it('is so in Node', () => {
    assert.equal(takesStreams(), true);
  });

  for (const sign of ['document', 'WorkerGlobalScope']) {
    it(`is not so in a browser, which has ${sign}`, () => {
      Object.defineProperty(globalThis, sign, { value: {}, configurable: true });

      assert.equal(takesStreams(), false);
    });
  }
});
