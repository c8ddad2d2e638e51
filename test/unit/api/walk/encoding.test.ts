import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Client } from '../../../../src/api/client';
import { failureOf } from '../../../../src/api/errors';
import { anyCodeUnits, awkwardTexts, wellFormed } from '../../../support/anyText';
import { clientOf } from '../../../support/clientOf';
import { Echo } from '../../../support/echo';
import { newest, startTown } from '../../../support/samples/town';
import { tableRows, type Row } from '../../../support/walk/rows';
import { placesOfTexts, withTextAt } from '../../../support/walk/texts';

const examples = awkwardTexts.map((text): [string] => [text]);

/** Fails with the first text that does not come to the server as it should. */
function forAnyText(check: (text: string) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(anyCodeUnits, check), { numRuns: 12, examples });
}

describe('any text in the place of any other', function () {
  this.timeout(60_000);

  let echo: Echo;
  let client: Client;
  beforeEach(async () => {
    echo = await Echo.start();
    client = clientOf(echo, { version: newest });
  });
  afterEach(() => echo.close());

  /** Every text of every sample, where `arrived` does not find what was given. */
  async function changedIn(verb: 'GET' | 'POST', arrived: (args: unknown) => void): Promise<string[]> {
    const changed: string[] = [];
    for (const { row, args } of await jsonRows(verb)) {
      for (const place of placesOfTexts(args)) {
        const check = async (text: string) => {
          const given = withTextAt(args, place, text);
          await row.call(client, given, {});
          arrived(given);
        };
        await forAnyText(check).catch((error: unknown) => {
          changed.push(`${row.name} ${place.join('.')}: ${String(error)}`);
        });
      }
    }
    return changed;
  }

  it('comes to the server in every query, and changes nothing else in it', async () => {
    const changed = await changedIn('GET', (args) => {
      const { searchParams } = new URL(echo.arrivals.at(-1)?.path ?? '', echo.url);
      assert.deepEqual([...searchParams], queryOf(args));
    });

    assert.deepEqual(changed, []);
  });

  it('comes to the server in every body, and changes nothing else in it', async () => {
    const changed = await changedIn('POST', (args) => {
      assert.deepEqual(JSON.parse(echo.arrivals.at(-1)?.body ?? ''), args);
    });

    assert.deepEqual(changed, []);
  });

  const file = new File(['tea'], 'tea.txt');
  const paths: Record<string, (part: string) => Promise<unknown>> = {
    '/api/v1/rooms.media/*': (rid) => client.media({ rid, file }),
    '/api/v1/rooms.mediaConfirm/*/f': (rid) => client.mediaConfirm({ rid, fileId: 'f' }),
    '/api/v1/rooms.mediaConfirm/r/*': (fileId) => client.mediaConfirm({ rid: 'r', fileId }),
    '/api/v1/method.call/*': (method) => client.methodCall({ method, params: [], isSafe: false }),
    '/avatar/*': (username) => client.avatar({ username }),
    '/avatar/uid/*': (userId) => client.avatar({ userId }),
    '/avatar/room/*': (roomId) => client.avatar({ roomId }),
    '/avatar/@*': (initialsOf) => client.avatar({ initialsOf }),
  };

  for (const [path, call] of Object.entries(paths)) {
    it(`is one part of ${path}, or nothing is sent`, async () => {
      await forAnyText(async (text) => {
        echo.arrivals.splice(0);

        // The echo's answer is neither a picture nor a method's result.
        const ending = await call(text).catch((error: unknown) => error);

        const arrived = echo.arrivals.map((arrival) => arrival.path.split('/').map(decodeURIComponent));
        const whole = path.split('/').map((part) => part.replace('*', () => wellFormed(text)));
        const isUnsent = failureOf(ending)?.kind === 'invalid';
        assert.deepEqual(arrived, isUnsent ? [] : [whole]);
        assert.ok(!isUnsent || mayClimb(text), 'it could have been sent');
      });
    });
  }
});

/** What some server on the way may take for a step up, or for no step. */
function mayClimb(text: string): boolean {
  return ['', '.'].includes(text) || text.split(/[\\/]/).includes('..');
}

/** The methods whose arguments are JSON or a query, with those of their samples. */
async function jsonRows(verb: 'GET' | 'POST') {
  const town = await startTown();
  const rows = tableRows().filter(({ route }) => route.startsWith(verb));
  const found: { readonly row: Row; readonly args: unknown }[] = [];
  for (const row of rows) {
    town.reset();
    found.push({ row, args: await row.args(town) });
  }
  await town.close();
  return found;
}

/** Names and values as a server reads them. */
function queryOf(args: unknown): [name: string, value: string][] {
  return Object.entries(args ?? {}).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? wellFormed(value) : JSON.stringify(value),
  ]);
}
