import { endpoints, type CallOptions, type Client } from '../../../src/api/client';
import type { AnyEndpoint } from '../../../src/api/endpoint';
import type { StandIn } from '../../server/server';
import { beside, type Beside } from '../samples/beside';
import type { Sample } from '../samples/sample';
import { samples } from '../samples/samples';
import { newest } from '../samples/town';
import { tokenOf } from '../workspace';
import { passwordsIn } from './passwords';

/** One method of the client, ready to be called in the town. */
export interface Row {
  /** What the client calls it: `chat.postMessage`. */
  readonly name: string;
  /** Its name in limits, logs and errors: `POST chat.postMessage`. */
  readonly route: string;
  /** What a call is named that ends before anybody knows how it is to be asked. */
  readonly ownRoute: string;
  /** Where its first request goes, as faults want it. */
  readonly path: string;
  /** Sent again after a lost answer. */
  readonly isRepeated: boolean;
  /** How many requests it makes where nothing goes wrong. */
  readonly requests: number;
  /** What is exchanged: JSON for JSON, a form for JSON, nothing for a file. */
  readonly kind: 'json' | 'form' | 'file';
  readonly as: string | null;
  /** Where its requests have the token; the caller's token stays at home if absent. */
  readonly token?: 'headers' | 'cookie';
  /** The release that it is called on. */
  readonly version: string;
  /** What its requests carry and nobody may read in its errors. */
  readonly secrets: readonly string[];
  /** Something must have happened before, on a server in its first state. */
  readonly isPrepared: boolean;
  /** What it is called with, when all has happened that must have happened before. */
  readonly args: (server: StandIn) => Promise<unknown>;
  readonly call: (client: Client, args: unknown, options: CallOptions) => Promise<unknown>;
}

type Method = (args: unknown, options: CallOptions) => Promise<unknown>;
type Facts = Pick<Row, 'name' | 'route' | 'path' | 'isRepeated' | 'kind' | 'token'> &
  Partial<Pick<Row, 'version' | 'requests' | 'ownRoute'>>;

/** Every method of the client, and ways round it on older servers. */
export function allRows(): Row[] {
  return [...tableRows(), ...roundRows(), ...besideRows()];
}

/** Those of its table, each as the newest release is asked. */
export function tableRows(): Row[] {
  return Object.entries(endpoints).flatMap(([group, entries]) =>
    Object.entries(entries).map(([name, endpoint]: [string, AnyEndpoint]) => {
      const { verb, name: method, isSafe, isUnversioned, isAnonymous } = endpoint;
      return tableRow(`${group}.${name}`, {
        ...called(verb, method, isUnversioned),
        isRepeated: isSafe,
        kind: 'json',
        token: isAnonymous ? undefined : 'headers',
      });
    }),
  );
}

/** Servers that lack a method, or some of it, and are asked in another way. */
function roundRows(): Row[] {
  return [
    tableRow('settings.public', { ...anonymous, ...called('GET', 'settings.public'), version: '6.13.0' }),
    tableRow('rooms.join', {
      ...json,
      ...called('POST', 'channels.join'),
      isRepeated: true,
      ownRoute: 'POST rooms.join',
      version: '8.5.0',
    }),
    tableRow('chat.readThread', {
      ...json,
      ...readThreads,
      ownRoute: 'POST chat.readThread',
      version: '8.7.0',
    }),
  ];
}

function tableRow(name: string, facts: Omit<Facts, 'name'>): Row {
  const [group = '', method = ''] = name.split('.');
  // What the tables hold is what their types say; lists of their names have lost it.
  const sample = memberOf(memberOf(samples, group), method) as Sample;
  return rowOf({ ...facts, name }, sample, (client) => memberOf(memberOf(client, group), method) as Method);
}

/** What the client has beside its table, each by the first request that it makes. */
function besideRows(): Row[] {
  return [
    besideRow('download', { ...file, route: 'GET download', path: '/file-upload/*' }),
    besideRow('avatar', { ...file, token: 'cookie', route: 'GET avatar', path: '/avatar/*' }),
    besideRow('media', { ...form, ...inTwoSteps }),
    besideRow('mediaConfirm', { ...json, ...posted('rooms.mediaConfirm') }),
    besideRow('upload', { ...form, ...inTwoSteps, requests: 2 }),
    besideRow('upload', { ...form, ...inOneStep }),
    besideRow('methodCall', { ...json, ...readThreads }),
    besideRow(
      'methodCall',
      { ...json, ...readThreads, isRepeated: true },
      { args: { method: 'readThreads', params: ['question'], isSafe: true } },
    ),
  ];
}

const file = { kind: 'file', isRepeated: true, token: 'headers' } as const;
const form = { kind: 'form', token: 'headers' } as const;
const json = { kind: 'json', isRepeated: false, token: 'headers' } as const;
const anonymous = { kind: 'json', isRepeated: true, token: undefined } as const;
const inTwoSteps = { ...posted('rooms.media'), isRepeated: true };
/** Before 6.10. */
const inOneStep = {
  ...posted('rooms.upload'),
  isRepeated: false,
  ownRoute: 'POST rooms.media',
  version: '6.9.0',
};
const readThreads = called('POST', 'method.call/readThreads');

function called(verb: string, method: string, isUnversioned = false) {
  return { route: `${verb} ${method}`, path: `/api/${isUnversioned ? '' : 'v1/'}${method}` };
}

function posted(method: string) {
  return { route: `POST ${method}`, path: `/api/v1/${method}/*` };
}

function besideRow(name: Beside, facts: Omit<Facts, 'name'>, sample: Sample = beside[name]): Row {
  // As above.
  return rowOf({ ...facts, name }, sample, (client) => memberOf(client, name) as Method);
}

function rowOf(facts: Facts, sample: Sample, methodIn: (client: Client) => Method): Row {
  const { as = 'ann', options } = sample;
  const token = as === null ? undefined : facts.token;
  const passwords = 'args' in sample ? passwordsIn(sample.args) : [];
  return {
    version: newest,
    requests: 1,
    ownRoute: facts.route,
    ...facts,
    as,
    token,
    secrets: [...(as !== null && token ? [tokenOf(as)] : []), ...passwords],
    isPrepared: 'prepare' in sample,
    args: (server) => ('prepare' in sample ? sample.prepare(server) : Promise.resolve(sample.args)),
    call: (client, args, others) => methodIn(client)(args, { ...options, ...others }),
  };
}

/** A member by a name that comes out of a list. */
function memberOf(from: object, name: string): object {
  // Reading a name that is not there is what it is for.
  const member = (from as Readonly<Record<string, object | undefined>>)[name];
  if (!member) throw new Error(`There is no ${name}`);
  return member;
}
