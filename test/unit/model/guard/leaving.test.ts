import assert from 'node:assert/strict';
import type { Guard, Passage } from '../../../../src/model/guard/guard';
import { checkLeaving } from '../../../../src/model/guard/leaving';

/** One that masks `secret`, and records what it was shown. */
function recording(): Guard & { readonly shown: Passage[] } {
  const shown: Passage[] = [];
  const check = (passages: readonly Passage[]) => {
    shown.push(...passages);
    return Promise.resolve(passages.map(({ text }) => text.replaceAll('secret', '‹›')));
  };
  return { shown, check };
}

const file = (name: string, ...parts: BlobPart[]) => ({ name, type: 'text/plain', bytes: new Blob(parts) });

describe('checkLeaving', () => {
  it('looks at the words, and at each file, what is said of it and its name', async () => {
    const guard = recording();
    const described = { ...file('a.txt', 'one'), description: 'first' };

    await checkLeaving(guard, { said: 'hi', files: [described, file('b.txt', 'two')] });

    const shown = guard.shown.filter(({ text }) => text !== '');
    assert.deepEqual(
      shown.map(({ text, label }) => `${label ?? ''}: ${text}`),
      [': hi', 'a.txt: one', 'a.txt: first', 'a.txt: a.txt', 'b.txt: two', 'b.txt: b.txt'],
    );
  });

  it('answers masked words, and a masked copy of a file', async () => {
    const original = file('a.txt', 'a secret é');

    const checked = await checkLeaving(recording(), { said: 'secret', files: [original] });

    assert.equal(checked?.said, '‹›');
    assert.equal(await checked.files[0]?.bytes.text(), 'a ‹› é');
    assert.equal(await original.bytes.text(), 'a secret é');
  });

  it('masks what is said of a file, and its name, and leaves its content alone', async () => {
    const original = { ...file('secret.png', new Uint8Array([0xff])), description: 'my secret' };

    const checked = await checkLeaving(recording(), { said: '', files: [original] });

    assert.deepEqual(checked?.files, [{ ...original, name: '‹›.png', description: 'my ‹›' }]);
  });

  it('hands on as they are the files with nothing in them', async () => {
    const harmless = file('a.txt', 'plain');

    const checked = await checkLeaving(recording(), { said: '', files: [harmless] });

    assert.equal(checked?.files[0], harmless);
  });

  it('shows nothing of what is no text', async () => {
    const guard = recording();
    const picture = file('a.png', new Uint8Array([0x89, 0x50, 0xff, 0xfe, 0]));
    const binary = file('a.bin', 'secret\0');

    const checked = await checkLeaving(guard, { said: '', files: [picture, binary] });

    assert.deepEqual(
      guard.shown.map(({ text }) => text).filter((text) => text !== ''),
      ['a.png', 'a.bin'],
    );
    assert.deepEqual(checked?.files, [picture, binary]);
  });

  it('keeps the rest of what is too long to be looked at, also where its sign is cut in two', async () => {
    const long = `secret!${'é'.repeat(10 * 1024 ** 2)}`;

    const checked = await checkLeaving(recording(), { said: '', files: [file('a.log', long)] });

    assert.equal(await checked?.files[0]?.bytes.text(), long.replace('secret', '‹›'));
  });

  it('keeps the mark of the byte order', async () => {
    const checked = await checkLeaving(recording(), { said: '', files: [file('a.csv', '\ufeffsecret')] });

    const bytes = await checked?.files[0]?.bytes.arrayBuffer();
    assert.deepEqual([...new Uint8Array(bytes ?? new ArrayBuffer()).slice(0, 3)], [0xef, 0xbb, 0xbf]);
  });

  for (const [name, mark, isLittle] of [
    ['little', [0xff, 0xfe], true],
    ['big', [0xfe, 0xff], false],
  ] as const)
    it(`masks in UTF-16 with its ${name} end first, and keeps it so`, async () => {
      const written = (text: string) => {
        const bytes = Array.from(text, (sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]).flat();
        return new Uint8Array([...mark, ...(isLittle ? bytes : bytes.toReversed())]);
      };
      const text = isLittle ? 'é secret' : 'terces é';
      const masked = isLittle ? 'é ‹›' : '›‹ é';

      const checked = await checkLeaving(recording(), { said: '', files: [file('.env', written(text))] });

      const bytes = await checked?.files[0]?.bytes.arrayBuffer();
      assert.deepEqual(new Uint8Array(bytes ?? new ArrayBuffer()), written(masked));
    });

  it('masks in what is no UTF-8, and keeps its other bytes', async () => {
    const latin = new Uint8Array([0xfc, 0x20, ...new TextEncoder().encode('secret'), 0x80, 0xff]);

    const checked = await checkLeaving(recording(), { said: '', files: [file('.env', latin)] });

    const bytes = await checked?.files[0]?.bytes.arrayBuffer();
    assert.deepEqual([...new Uint8Array(bytes ?? new ArrayBuffer())], [0xfc, 0x20, 0x8b, 0x9b, 0x80, 0xff]);
  });

  it('lets nothing go where somebody turns away', async () => {
    const closed: Guard = { check: () => Promise.resolve(undefined) };

    assert.equal(await checkLeaving(closed, { said: 'a', files: [] }), undefined);
  });
});
