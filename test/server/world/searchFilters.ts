import type { Message, User } from './documents';

type Test = (message: Message) => boolean;

/** What the person asks for by `from:ann`, `has:star` and the like, and what is left of the text. */
interface Filtering {
  readonly tests: readonly Test[];
  readonly oldestFirst: boolean;
  readonly rest: string;
}

interface Filter {
  readonly pattern: RegExp;
  /** Of everything that the pattern found. */
  readonly test: (found: readonly string[], user: User) => Test;
}

const name = '[a-z0-9.\\-_]+';

/** In the server's order: each takes its own words out of the text. */
const filters: readonly Filter[] = [
  {
    pattern: new RegExp(`from:(${name})`, 'gi'),
    test: (found, user) => {
      const isAuthor = anyOf(found.map((author) => (author === 'me' ? user.username : author)));
      return ({ u }) => isAuthor.test(u.username);
    },
  },
  {
    pattern: new RegExp(`mention:(${name})`, 'gi'),
    test: (found) => {
      const isNamed = anyOf(found);
      return ({ mentions = [] }) => mentions.some(({ username }) => isNamed.test(username ?? ''));
    },
  },
  {
    pattern: /has:star/g,
    test:
      (_found, user) =>
      ({ starred = [] }) =>
        starred.some(({ _id }) => _id === user._id),
  },
  {
    pattern: /has:url|has:link/g,
    test:
      () =>
      ({ urls = [] }) =>
        urls.length > 0,
  },
  {
    pattern: /is:pinned|has:pin/g,
    test:
      () =>
      ({ pinned }) =>
        pinned === true,
  },
  { pattern: /has:location|has:map/g, test: () => (message) => message['location'] !== undefined },
  attachmentFilter('label', ({ attachments = [] }) => [attachments[0]?.['labels']].flat()),
  attachmentFilter('file-desc', ({ attachments = [] }) => attachments.map((item) => item['description'])),
  attachmentFilter('file-title', ({ attachments = [] }) => attachments.map((item) => item['title'])),
];

const day = 86_400_000;
const date = '(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4})';

/** The last of each kind counts; `on:` counts alone. */
const dates: readonly { readonly pattern: RegExp; readonly test: (midnight: number) => Test }[] = [
  {
    pattern: new RegExp(`before:${date}`, 'g'),
    test:
      (midnight) =>
      ({ ts }) =>
        Date.parse(ts) <= midnight,
  },
  {
    pattern: new RegExp(`after:${date}`, 'g'),
    test:
      (midnight) =>
      ({ ts }) =>
        Date.parse(ts) >= midnight + day,
  },
  {
    pattern: new RegExp(`on:${date}`, 'g'),
    test:
      (midnight) =>
      ({ ts }) =>
        Date.parse(ts) >= midnight && Date.parse(ts) < midnight + day,
  },
];

export function filtersIn(text: string, user: User): Filtering {
  const tests: Test[] = [];
  let rest = text;
  for (const { pattern, test } of filters) {
    const found = taken(rest, pattern);
    if (found.length > 0) tests.push(test(found, user));
    rest = rest.replace(pattern, '');
  }
  const dated = datesIn(rest, user);
  const order = /(?:order|sort):(ascending|ascend|asc|descending|descend|desc)/g;
  const oldestFirst = taken(dated.rest, order).at(-1)?.startsWith('asc') ?? false;
  return { tests: [...tests, ...dated.tests], oldestFirst, rest: dated.rest.replace(order, '') };
}

function datesIn(text: string, user: User): { readonly tests: readonly Test[]; readonly rest: string } {
  let tests: Test[] = [];
  let rest = text;
  for (const { pattern, test } of dates) {
    const last = taken(rest, pattern).at(-1);
    if (last !== undefined) {
      const found = test(midnightOf(last, user));
      tests = pattern.source.startsWith('on:') ? [found] : [...tests, found];
    }
    rest = rest.replace(pattern, '');
  }
  return { tests, rest };
}

/** Of `31/12/2025`, moved by the person's hours as the server moves it. */
function midnightOf(text: string, { utcOffset }: User): number {
  const [dayOfMonth = 1, month = 1, year = 1970] = text.split(/[/.-]/).map(Number);
  return Date.UTC(year, month - 1, dayOfMonth) + utcOffset * 3_600_000;
}

/** `label:cat` or `label:"two words"`: part of a text, whatever the case. */
function attachmentFilter(key: string, textsOf: (message: Message) => unknown[]): Filter {
  return {
    pattern: new RegExp(`${key}:"([^"]+)"|${key}:"?([^\\s"]+)"?`, 'g'),
    test: (found) => {
      const wanted = found.at(-1)?.trim().toLowerCase() ?? '';
      return (message) =>
        textsOf(message).some((text) => typeof text === 'string' && text.toLowerCase().includes(wanted));
    },
  };
}

function taken(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match.slice(1).find((part) => part) ?? match[0]);
}

/** Names are parts of patterns to the server: `an` finds `ann`. */
function anyOf(names: readonly string[]): RegExp {
  return new RegExp(names.join('|'), 'i');
}
