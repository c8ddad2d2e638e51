import {
  endpoints,
  type CallOptions,
  type Client,
  type Methods,
  type RouteLimit,
} from '../../src/api/client';
import { ApiError } from '../../src/api/errors';
import { Emitter } from '../../src/base/event';

/** What the server answers, by the client's own names; a call that is not here fails the test. */
export type Answers = { readonly [Group in keyof Methods]?: AnswersOf<Methods[Group]> };

type AnswersOf<Group> = { readonly [Method in keyof Group]?: AnswerTo<Group[Method]> };
type AnswerTo<Method> = Method extends (args: infer Args, options?: CallOptions) => Promise<infer Reply>
  ? (args: Args, options: CallOptions) => Reply | Promise<Reply>
  : never;

export interface Call {
  /** `chat.getMessage` */
  readonly name: string;
  readonly args: object;
  readonly options: CallOptions;
}

export type FakeClient = Client & {
  readonly calls: readonly Call[];
  /** Names of the calls so far. */
  readonly called: readonly string[];
  answer(answers: Answers): void;
  limit(limit: RouteLimit): void;
};

/** Nobody has changed who may do what: every session asks for it behind its rooms. */
const nothingSpecial: Answers = { permissions: { listAll: () => ({ update: [], remove: [] }) } };

/** A client that records its calls and answers what the test says. */
export function fakeClient(first: Answers = {}): FakeClient {
  const calls: Call[] = [];
  const limits = new Map<string, RouteLimit>();
  let answers = merged(nothingSpecial, first);
  const reply =
    (group: string, method: string) =>
    (args: object, options: CallOptions = {}) => {
      calls.push({ name: `${group}.${method}`, args, options });
      return new Promise((resolve) => resolve(answerOf(answers, group, method)(args, options)));
    };
  const methods = Object.entries(endpoints).map(([group, table]) => [
    group,
    Object.fromEntries(Object.keys(table).map((method) => [method, reply(group, method)])),
  ]);
  return {
    // Built from the very table that the type is made of.
    ...(Object.fromEntries(methods) as Methods),
    calls,
    get called() {
      return calls.map(({ name }) => name);
    },
    baseUrl: 'https://chat.example.org',
    answer: (more) => void (answers = merged(answers, more)),
    limit: (limit) => void limits.set(limit.route, limit),
    limitOf: (route) => limits.get(route),
    onDidWait: new Emitter<never>().event,
    onDidSignOut: new Emitter<void>().event,
    download: unforeseen('download'),
    avatar: unforeseen('avatar'),
    upload: unforeseen('upload'),
    media: unforeseen('media'),
    mediaConfirm: unforeseen('mediaConfirm'),
    methodCall: unforeseen('methodCall'),
  };
}

export function failure(kind: 'offline' | 'cancelled' | 'forbidden' | 'notFound'): ApiError {
  return new ApiError(`Failed: ${kind}`, { kind }, { route: 'GET test' });
}

/** No test needs it yet. */
function unforeseen(name: string) {
  return () => Promise.reject(new Error(`No answer to ${name}`));
}

type Answer = (args: object, options: CallOptions) => unknown;

function answerOf(answers: Answers, group: string, method: string): Answer {
  // Looked up by name, where the type knows only each method for itself.
  const answer = (answers as Record<string, Record<string, Answer> | undefined>)[group]?.[method];
  if (!answer) throw new Error(`No answer to ${group}.${method}`);
  return answer;
}

function merged(some: Answers, more: Answers): Answers {
  const groups = Object.keys({ ...some, ...more }) as (keyof Answers)[];
  return Object.fromEntries(groups.map((group) => [group, { ...some[group], ...more[group] }]));
}
