import assert from 'node:assert/strict';
import type { FailureKind } from '../../../src/api/errors';
import { clientMethods, type Documented, type Row } from '../../support/clientTable';

type Part = 'summary' | 'returns' | 'throws' | 'since' | 'see';

/** How the parts of a comment look. */
const parts: Readonly<Record<Part, RegExp>> = {
  summary: /^[A-Z`].*\.$/,
  returns: /\w/,
  throws: /^`[a-z]+(?:[A-Z][a-z]+)*`|^no failure of its own$/,
  // `0.6x` would be ten releases.
  since: /^(?!.*\d\.\dx)(?:(?:before )?\d+\.\d+(?!\w)|every release\b)/,
  see: /^`\S+`, \w+\/\S+ \w+\//,
};

/** What the client has beside its table may stand for several methods of the server, or for any. */
const partsBeside: typeof parts = {
  ...parts,
  throws: /^`[a-z]+(?:[A-Z][a-z]+)*`|^as (?:any call|`\w+`)/,
  see: /^`\S+`.*, \w+\/\S+ \w+\//,
};

/** All there are: one that is new in errors.ts does not compile until it is here. */
const kinds: Readonly<Record<FailureKind, true>> = {
  offline: true,
  timeout: true,
  cancelled: true,
  signedOut: true,
  totpRequired: true,
  rateLimited: true,
  forbidden: true,
  notFound: true,
  refused: true,
  invalid: true,
  server: true,
  certificate: true,
  cors: true,
  protocol: true,
};

const nameOf = ({ group, name }: Row) => `${group}.${name}`;

/** Kinds of failure that a row names: the first word, and later ones that cannot be a code of the server's. */
function failuresOf({ throws }: Documented): string[] {
  const [first = '', ...others] = throws.startsWith('`') ? throws.split(/; (?=`)/) : [];
  return [first, ...others].flatMap((told) => /^`([a-z]+(?:[A-Z][a-z]+)*)`/.exec(told)?.[1] ?? []);
}

describe('the table of endpoints tells its reader', () => {
  let table: readonly Row[];
  let beside: readonly Documented[];
  before(function () {
    // A compiler at work beside a busy machine's other work.
    this.timeout(60_000);
    ({ table, beside } = clientMethods());
  });

  for (const part of Object.keys(parts) as Part[]) {
    it(`the ${part} of every method`, () => {
      const unclear = table.filter((row) => !parts[part].test(row[part]));

      assert.deepEqual(
        unclear.map((row) => `${nameOf(row)}: ${row[part]}`),
        [],
      );
    });

    it(`the ${part} of what is beside it`, () => {
      const unclear = beside.filter((one) => !partsBeside[part].test(one[part]));

      assert.deepEqual(
        unclear.map((one) => `${one.name}: ${one[part]}`),
        [],
      );
    });
  }

  it('what the server calls every method', () => {
    const nameless = table.filter(({ see, method }) => !see.split(',')[0]?.includes(method));

    assert.deepEqual(nameless.map(nameOf), []);
  });

  it('what every parameter means', () => {
    const silent = table.flatMap((row) =>
      row.parameters.filter(({ doc }) => doc === '').map(({ name }) => `${nameOf(row)} ${name}`),
    );

    assert.deepEqual(silent, []);
  });

  it('what every parameter beside it means', () => {
    const silent = beside.flatMap(({ name, parameters }) =>
      parameters.filter(({ doc }) => doc === '').map((parameter) => `${name} ${parameter.name}`),
    );

    assert.deepEqual(silent, []);
  });

  it('no failures that the client does not know', () => {
    const unknown = [...table, ...beside].flatMap((one) =>
      failuresOf(one)
        .filter((kind) => !Object.hasOwn(kinds, kind))
        .map((kind) => `${one.name} ${kind}`),
    );

    assert.deepEqual(unknown, []);
  });
});
