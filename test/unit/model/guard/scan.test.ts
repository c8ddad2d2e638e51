import assert from 'node:assert/strict';
import { ownRules, type OwnRules } from '../../../../src/model/guard/ownRules';
import { scan } from '../../../../src/model/guard/scan';
import { Lot } from '../../../guard/lot';
import { noOwnRules } from '../../../support/openGuard';

const lot = new Lot(7);
const token = `ghp_${lot.plain(36)}`;
const password = 'correct!7horse';

/** What was found, as the text has it. */
async function found(text: string, own: OwnRules = noOwnRules): Promise<string[]> {
  return (await scan(text, own)).map(({ start, end }) => text.slice(start, end));
}

const rules = (patterns: readonly string[], exceptions: readonly string[] = []) =>
  ownRules(patterns, exceptions, () => assert.fail('refused'));

describe('scan', () => {
  it('says in which line a secret stands, and what it is', async () => {
    const [one] = await scan(`a\n\nb ${token}\n`, noOwnRules);

    assert.deepEqual([one?.line, one?.rule], [3, 'github-token']);
  });

  it('finds each of several, in their order', async () => {
    const other = `sk_live_${lot.plain(30)}`;

    assert.deepEqual(await found(`${other} and ${token}`), [other, token]);
  });

  it('finds one secret once, whichever rules find it', async () => {
    assert.deepEqual(await found(`GITHUB_TOKEN=${token}`), [token]);
  });

  it('takes the password alone out of an address', async () => {
    assert.deepEqual(await found(`DATABASE_URL=postgres://ana:${password}@db:5432/app`), [password]);
  });

  it('takes a private key as a whole', async () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${lot.base64(64)}\n${lot.base64(40)}\n-----END PRIVATE KEY-----`;

    assert.deepEqual(await found(`before\n${key}\nafter`), [key]);
  });

  it('leaves alone what follows a key that was cut off', async () => {
    const key = `-----BEGIN RSA PRIVATE KEY-----\n${lot.base64(64)}\n${lot.base64(64)}`;

    assert.deepEqual(await found(`${key}\n\nand so on, for twenty more lines`), [key]);
  });

  it('is right about places behind a mark of the byte order', async () => {
    assert.deepEqual(await found(`\ufeff${token}`), [token]);
  });

  it('finds what stands far behind in a long text, once, and tells its line', async () => {
    const line = `${'a b '.repeat(30)}\n`;
    const long = `${line.repeat(10_000)}${token}\n${line}`;

    const all = await scan(long, noOwnRules);

    assert.deepEqual(
      all.map(({ start, end, line: at }) => [long.slice(start, end), at]),
      [[token, 10_001]],
    );
  });

  it('finds a secret wherever a long text without lines is cut in two', async () => {
    const places = [46, 48, 63, 64].map((kilo) => kilo * 1024 - 20);

    for (const place of places) {
      const long = `${'a '.repeat(place / 2)}${token} ${'b '.repeat(30_000)}`;
      assert.deepEqual(await found(long), [token]);
    }
  });

  it('finds what stands at the end of a text that is made to take long', async () => {
    for (const hostile of ['host=a;', '-eyJ', 'a_', '-----BEGIN PRIVATE KEY-----', `${token}=`])
      assert.equal((await found(`${hostile.repeat(4_000)}\n${token}`)).at(-1), token, hostile);
  });

  it('lets others have their turn again and again while it goes through a long text', async () => {
    const long = 'host=a;'.repeat(150_000);
    const scanning = { isOver: false };
    const scanned = scan(long, noOwnRules).finally(() => (scanning.isOver = true));

    let turns = 0;
    for (; !scanning.isOver; turns++) await new Promise(setImmediate);
    await scanned;

    assert.ok(turns >= long.length / (64 * 1024), `${turns} turns`);
  });

  it('leaves no marks of time behind', async () => {
    await scan(token, noOwnRules);

    const marks = performance.getEntries().filter(({ name }) => name.startsWith('@core'));
    assert.deepEqual(marks, []);
  });

  it('heeds no comment that switches other checks off', async () => {
    assert.deepEqual(await found(`// secretlint-disable-next-line\nconst a = '${token}';`), [token]);
  });

  it('finds what a pattern of the person describes', async () => {
    assert.deepEqual(await found('see acme_12ab', rules(['acme_[0-9a-f]+'])), ['acme_12ab']);
  });

  it('takes of such a match the group that is named for it', async () => {
    assert.deepEqual(await found('badge 4711', rules([String.raw`badge (?<secret>\d+)`])), ['4711']);
  });

  it('tries patterns of the person everywhere in a long line', async () => {
    const line = ['a', 'b', 'c'].map((sign) => `${'x'.repeat(997)}acme_${sign}${'x'.repeat(997)}`).join('');

    assert.deepEqual(await found(line, rules(['acme_[a-f]'])), ['acme_a', 'acme_b', 'acme_c']);
  });

  it('lets pass what an exception describes from its beginning to its end', async () => {
    assert.deepEqual(await found(token, rules([], ['ghp_\\w+'])), []);
    assert.deepEqual(await found(token, rules([], ['ghp_|ghp_\\w+'])), []);
    assert.deepEqual(await found(token, rules([], ['ghp_'])), [token]);
  });
});

describe('ownRules', () => {
  it('leaves out what cannot be used, and says so', () => {
    const refused: string[] = [];

    const { patterns } = ownRules(['a(', 'x*', '(x+)+y', 'good'], [], (pattern) => refused.push(pattern));

    assert.deepEqual(refused, ['a(', 'x*', '(x+)+y']);
    assert.deepEqual(
      patterns.map(({ source }) => source),
      ['good'],
    );
  });
});
