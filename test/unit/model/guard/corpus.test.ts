import assert from 'node:assert/strict';
import { mask } from '../../../../src/model/guard/mask';
import { scan } from '../../../../src/model/guard/scan';
import { cleanSnippets } from '../../../guard/clean';
import { planted } from '../../../guard/planted';
import { tricky } from '../../../guard/tricky';
import { noOwnRules } from '../../../support/openGuard';

/** Each draws other signs. */
const seeds = [20260301, 7, 1999, 65537, 314159];

describe('The guard, measured', () => {
  const secrets = seeds.flatMap((seed) => planted(seed));
  const clean = cleanSnippets();
  const results: string[] = [];

  after(() => process.stdout.write(`${results.join('\n')}\n`));

  it('knows a corpus that is worth measuring with', () => {
    const count = clean.flatMap(({ pieces }) => pieces).length;
    assert.ok(secrets.length >= 2_000, `${secrets.length} planted`);
    assert.ok(new Set(secrets.map(({ kind }) => kind)).size >= 30);
    assert.ok(count >= 4_000, `${count} clean`);
  });

  it('finds every planted secret, and leaves nothing of it when it masks', async () => {
    const missed: string[] = [];
    for (const { kind, text, secret } of secrets) {
      const rest = mask(text, await scan(text, noOwnRules));
      if (rest.includes(secret.slice(0, 12)) || rest.includes(secret.slice(-8)))
        missed.push(`${kind}: ${rest}`);
    }

    results.push(`planted: ${secrets.length - missed.length} of ${secrets.length} found`);
    assert.deepEqual(missed, []);
  }).timeout(60_000);

  it('leaves what stands around them', async () => {
    const others: string[] = [];
    for (const { kind, text, secret } of secrets) {
      const [found, ...more] = await scan(text, noOwnRules);
      const start = text.indexOf(secret);
      const most = kind.endsWith('webhook') ? 90 : 0;
      const isOut = !found || found.start < start - most || found.end > start + secret.length + most;
      if (isOut || more.length > 0) others.push(`${kind}: ${text}`);
    }

    assert.deepEqual(others, []);
  }).timeout(60_000);

  for (const { source, pieces } of clean)
    it(`flags fewer than one of 200 snippets that hold none: ${source}`, async () => {
      const flagged: string[] = [];
      for (const { from, text } of pieces) {
        const found = await scan(text, noOwnRules);
        if (found.length > 0) flagged.push(`${from}: ${found.map(({ rule }) => rule).join(', ')}`);
      }

      results.push(`clean, ${source}: ${flagged.length} of ${pieces.length} flagged`);
      assert.ok(
        flagged.length < Math.max(1, pieces.length / 200),
        `of ${pieces.length}\n${flagged.join('\n')}`,
      );
    }).timeout(60_000);

  it('flags nothing of what was written to look like a secret', async () => {
    const flagged: string[] = [];
    for (const text of tricky)
      for (const { start, end } of await scan(text, noOwnRules)) flagged.push(text.slice(start, end));

    assert.deepEqual(flagged, []);
  });
});
