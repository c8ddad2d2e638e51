import { post, type AnyEndpoint } from './endpoint';
import { isObject, type JsonObject } from './json';
import type { MethodCall } from './methodCall';
import { plainName } from './path';
import { releaseNumber } from './release';
import { holdsAny, inQuery, leftOut, listOf, needs, type Conditions, type Rule } from './rules';
import { twoSteps } from './endpoints/uploads';

/** Messages of a room were asked for by any condition of the database before they had parameters. */
const ofMessages: Conditions = {
  mentionIds: (ids) => ({ 'mentions._id': { $in: listOf(ids) } }),
  starredIds: (ids) => ({ 'starred._id': { $in: listOf(ids) } }),
  pinned: (isPinned) => (isPinned === true || isPinned === 'true' ? { pinned: true } : {}),
};

const channelsJoin = post<never, unknown>('channels.join', { isSafe: true });

const ofId: Conditions = { _id: (id) => ({ _id: id }) };

/**
 * What differs between releases, by route: keys of a call, and ways round a method that came late. Since when
 * a whole method is there stands in the table of endpoints, as its `since`. The client goes by the release
 * that the server states, never by trial. Only releases that are known for certain: where nobody knows, the
 * server is asked and says so itself. What is left out where it is too new loses only looks: `previewUrls`
 * (links get their previews) and `groupable` of a file. `bot` and `groupable` of a message are taken by every
 * release. `query` and `fields` are no parameters here, as servers since 7.0 pass over them unless their
 * administrator has said otherwise.
 *
 * @see RocketChat/Rocket.Chat packages/rest-typings/src/v1 for the keys of a release
 */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  'GET channels.list': [inQuery('7.0', ofId)],
  'GET channels.messages': [inQuery('7.0', ofMessages)],
  'GET channels.online': [inQuery('7.0', ofId)],
  'POST chat.delete': [needs('8.6', 'fileId')],
  'GET chat.getThreadMessages': [needs('8.8', 'aroundId')],
  'POST chat.postMessage': [needs('6.8', 'customFields')],
  'POST chat.readThread': [{ since: '8.8', before: readThreads }],
  'POST chat.sendMessage': [
    leftOut('6.4', 'previewUrls'),
    { since: '6.8', concerns: hasMessageFields, about: 'customFields' },
  ],
  'GET chat.syncMessages': [needs('7.1', 'type', 'next', 'previous'), needs('8.8', 'fromTs')],
  'POST chat.update': [leftOut('6.4', 'previewUrls'), needs('6.8', 'customFields')],
  'GET directory': [{ since: '7.0', before: directoryQuery }],
  'GET emoji-custom.list': [inQuery('7.0', ofId), needs('7.0', '_updatedAt')],
  'GET groups.messages': [inQuery('7.0', ofMessages)],
  'GET groups.online': [inQuery('7.0', ofId)],
  'GET im.messages': [inQuery('7.0', ofMessages)],
  'POST rooms.join': [{ since: '8.6', before: joinChannel }],
  'POST rooms.upload/:rid': [needs('6.8', 'customFields'), leftOut(twoSteps, 'groupable')],
  'GET settings.public': [inQuery('7.0', { _id: (ids) => ({ _id: { $in: listOf(ids) } }) })],
  'GET spotlight': [needs('8.6', 'usernames', 'type', 'rid')],
  'GET users.info': [needs('8.4', 'email'), needs('8.5', 'freeSwitchExtension')],
  'GET users.presence': [{ since: '8.5', concerns: hasJoinedIds, before: repeatedIds }],
  'POST users.setStatus': [needs('8.6', 'expiresAt')],
};

/** Those of one method; nearly all have none, and their calls never ask for the release. */
export function rulesOf({ verb, name, since }: AnyEndpoint): readonly Rule[] {
  const own = rules[`${verb} ${name}`] ?? [];
  return since ? [{ since }, ...own] : own;
}

/** A call of the table with what is known of its method's history. */
export interface Asked {
  readonly endpoint: AnyEndpoint;
  readonly args: object;
  readonly rules: readonly Rule[];
}

export function concernsRelease({ args, rules: own }: Asked): boolean {
  return own.some((rule) => isAbout(rule, args));
}

/** How a server of one release is asked. */
export interface Way {
  readonly endpoint: AnyEndpoint;
  readonly args: object;
  readonly method?: MethodCall;
  readonly read: (reply: unknown) => unknown;
}

/** A call that a server of this release cannot answer. */
export interface Missing {
  readonly needs: string;
  readonly version: string;
  readonly about: string;
}

/** As the table says. */
export function plainWay({ endpoint, args }: Asked): Way {
  return { endpoint, args, read: (reply) => reply };
}

export function wayAt(asked: Asked, version: string): Way | Missing {
  const release = releaseNumber(version);
  let way = plainWay(asked);
  for (const rule of asked.rules) {
    if (release >= releaseNumber(rule.since) || !isAbout(rule, way.args)) continue;
    if (!rule.before) return missing(asked.endpoint, rule, version);
    way = { ...way, ...rule.before(asRecord(way.args)) };
  }
  return way;
}

function missing({ name }: AnyEndpoint, { since, about }: Rule, version: string): Missing {
  const method = plainName(name);
  return { needs: since, version, about: about === undefined ? method : `${about} of ${method}` };
}

function isAbout({ concerns }: Rule, args: object): boolean {
  return concerns?.(asRecord(args)) ?? true;
}

/** Arguments are plain objects, whatever their type. */
function asRecord(args: object): JsonObject {
  return args as JsonObject;
}

function hasJoinedIds({ ids }: JsonObject): boolean {
  return typeof ids === 'string' && ids.includes(',');
}

/** Some releases before 8.5 take a list joined by commas for one id. */
function repeatedIds(args: JsonObject) {
  return { args: { ...args, ids: listOf(args['ids']) } };
}

function directoryQuery({ text, type = 'channels', workspace = 'local', ...paging }: JsonObject) {
  return { args: { ...paging, query: { text, type, workspace } } };
}

/** Public channels only: nobody joins any other room. */
function joinChannel() {
  return {
    endpoint: channelsJoin,
    read: (reply: unknown) => (isObject(reply) ? { ...reply, room: reply['channel'] } : reply),
  };
}

function readThreads({ tmid }: JsonObject) {
  const method = { method: 'readThreads', params: [tmid] };
  return { method, read: () => ({ success: true }) };
}

function hasMessageFields({ message }: JsonObject): boolean {
  return isObject(message) && holdsAny(['customFields'])(message);
}
