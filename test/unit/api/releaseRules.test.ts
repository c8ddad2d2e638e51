import assert from 'node:assert/strict';
import { endpoints } from '../../../src/api/client';
import type { AnyEndpoint } from '../../../src/api/endpoint';
import type { Rule } from '../../../src/api/rules';
import { rulesOf } from '../../../src/api/versions';
import { fakeClient } from '../../support/fakeClient';
import { changes, missing, type Call } from '../../support/samples/releases';

/** Looked up by name, where its own type knows only each method for itself. */
const table: Readonly<Record<string, Readonly<Record<string, AnyEndpoint>>>> = endpoints;

/** The calls that the tests make on both sides of a release. */
const tried: readonly (readonly [since: string, call: Call])[] = [
  ...changes.map(({ newer, call }) => [newer, call] as const),
  ...missing.map(([, since, call]) => [since, call] as const),
  // Its way round is a method call, whose answer the echo does not know: its tests stand for themselves.
  ['8.8', ({ chat }) => chat.readThread({ tmid: 't' })],
];

/** A rule, the key that it is about, and since when: `GET users.info email 8.4`. */
function toldOf({ verb, name }: AnyEndpoint, { since }: Rule, key: string): string {
  return [verb, name, key, since].filter((part) => part !== '').join(' ');
}

/** Keys that a rule looks for in the arguments, seen by giving it none; nothing where it is for every call. */
function keysOf({ concerns }: Rule): string[] {
  const keys: string[] = [];
  const args = new Proxy({}, { get: (_, key) => void keys.push(String(key)) });
  concerns?.(args);
  return concerns ? keys : [''];
}

function allRules(): string[] {
  return Object.values(table)
    .flatMap((group) => Object.values(group))
    .flatMap((endpoint) =>
      rulesOf(endpoint).flatMap((rule) => keysOf(rule).map((key) => toldOf(endpoint, rule, key))),
    );
}

/** The rules that a call is about. */
async function metBy([since, call]: (typeof tried)[number]): Promise<string[]> {
  const client = fakeClient();
  // It has no answer: what it was asked is enough.
  await call(client).catch(() => undefined);
  return client.calls.flatMap(({ name, args }) => {
    const endpoint = endpointOf(name);
    const rules = rulesOf(endpoint).filter((rule) => rule.since === since);
    return rules.flatMap((rule) =>
      rule.concerns?.({ ...args }) === false
        ? []
        : keysOf(rule)
            .filter((key) => key === '' || key in args)
            .map((key) => toldOf(endpoint, rule, key)),
    );
  });
}

function endpointOf(called: string): AnyEndpoint {
  const [group = '', method = ''] = called.split('.');
  return table[group]?.[method] ?? assert.fail(`There is no ${called}`);
}

describe('what the client knows of older releases', () => {
  it('is tried on both sides of each release, key by key', async () => {
    const met = (await Promise.all(tried.map(metBy))).flat();

    assert.deepEqual(
      allRules().filter((rule) => !met.includes(rule)),
      [],
    );
  });
});
