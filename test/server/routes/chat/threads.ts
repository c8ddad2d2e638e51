import { meteorError } from '../../failures';
import type { Call, JsonObject, Page, Route } from '../../route';
import type { Message } from '../../world/documents';
import { messagesFor } from '../../world/views';
import { listed, sorted } from '../lists';
import { mayAccess } from './messageAccess';
import { neededText, textOf, updatedSince } from '../parameters';
import { closed, optionalText, paging, someText, text } from '../schemas';

const moment = { type: 'string', format: 'iso-date-time' };
const thread = { tmid: someText, ...paging };

export const threadRoutes: readonly Route[] = [
  {
    verb: 'GET',
    name: 'chat.getThreadsList',
    auth: 'required',
    query: closed(
      {
        rid: text,
        type: { type: 'string', enum: ['following', 'unread'] },
        text: optionalText,
        query: optionalText,
        fields: optionalText,
        ...paging,
      },
      ['rid'],
    ),
    handle: getThreadsList,
  },
  {
    verb: 'GET',
    name: 'chat.getThreadMessages',
    auth: 'required',
    until: '8.8',
    query: closed(thread, ['tmid']),
    handle: getThreadMessages,
  },
  {
    verb: 'GET',
    name: 'chat.getThreadMessages',
    auth: 'required',
    since: '8.8',
    query: closed({ ...thread, aroundId: optionalText }, ['tmid']),
    handle: getThreadMessages,
  },
  {
    verb: 'GET',
    name: 'chat.syncThreadsList',
    auth: 'required',
    query: closed({ rid: someText, updatedSince: moment }, ['rid', 'updatedSince']),
    handle: syncThreadsList,
  },
  {
    verb: 'GET',
    name: 'chat.syncThreadMessages',
    auth: 'required',
    query: closed({ ...thread, updatedSince: moment }, ['tmid', 'updatedSince']),
    handle: syncThreadMessages,
  },
];

function getThreadsList(call: Call): JsonObject {
  const { world, user, query, page } = call;
  const rid = neededText(query, 'rid');
  refuseUnless(call, rid);
  const search = (textOf(query, 'text') ?? '').toLowerCase();
  const concerns = filterOf(call, rid);
  const threads = world.messages
    .threadsIn(rid)
    .filter((main) => main['_hidden'] !== true && main.msg.toLowerCase().includes(search) && concerns(main));
  const { items, place } = listed(threads, page, { tlm: -1 });
  return { threads: messagesFor(world, user, items), ...place };
}

function filterOf({ world, user, query }: Call, rid: string): (main: Message) => boolean {
  const unread = world.subscriptions.of(user._id, rid)?.tunread ?? [];
  const type = textOf(query, 'type');
  if (type === 'following') return (main) => main.replies?.includes(user._id) ?? false;
  if (type === 'unread') return (main) => unread.includes(main._id);
  return () => true;
}

/** The replies alone, as they are stored: other people's stars and the plain names stay. */
function getThreadMessages(call: Call): JsonObject {
  const { world, query, page } = call;
  const tmid = neededText(query, 'tmid');
  refuseUnless(call, roomOfThread(call));
  const replies = world.messages.inThread(tmid).filter((reply) => reply['_hidden'] !== true);
  const aroundId = textOf(query, 'aroundId');
  const window = aroundId ? pageAround(aroundId, tmid, { replies, page }) : page;
  const { items, place } = listed(replies, window, { ts: 1 });
  return { messages: items, ...place };
}

interface Thread {
  readonly replies: readonly Message[];
  readonly page: Page;
}

/** The page with the reply in its middle; the order is that of time then, whatever was asked. */
function pageAround(aroundId: string, tmid: string, { replies, page: { count } }: Thread): Page {
  const target = replies.find((reply) => reply._id === aroundId);
  if (!target && aroundId !== tmid) {
    throw meteorError('error-invalid-message', 'The provided "aroundId" does not belong to the thread');
  }
  const before = target ? replies.filter((reply) => reply.ts < target.ts).length : 0;
  return { offset: Math.max(0, before - Math.floor(count / 2)), count, sort: { ts: 1 } };
}

/** First messages of threads that have changed, and those that are gone: as they are stored. */
function syncThreadsList(call: Call): JsonObject {
  const { world, query } = call;
  const rid = neededText(query, 'rid');
  refuseDisabled(call);
  const since = updatedSince(neededText(query, 'updatedSince'));
  refuseUnless(call, rid);
  const isThread = ({ tcount }: Message) => tcount !== undefined;
  const update = [...world.messages.changedAfter(rid, since)].filter(isThread);
  const remove = [...world.messages.deletedAfter(rid, since)].filter(isThread);
  return { threads: { update, remove } };
}

/** All at once, whatever page is asked for. */
function syncThreadMessages(call: Call): JsonObject {
  const { world, query, page } = call;
  const tmid = neededText(query, 'tmid');
  refuseDisabled(call);
  const since = updatedSince(neededText(query, 'updatedSince'));
  const rid = roomOfThread(call);
  refuseUnless(call, rid);
  const isReply = (message: Message) => message.tmid === tmid;
  const update = world.messages.inThread(tmid).filter(({ _updatedAt }) => _updatedAt > since);
  const remove = [...world.messages.deletedAfter(rid, since)].filter(isReply);
  const sort = page.sort ?? {};
  return { messages: { update: sorted(update, sort), remove: sorted(remove, sort) } };
}

function roomOfThread(call: Call): string {
  refuseDisabled(call);
  const main = call.world.messages.byId(neededText(call.query, 'tmid'));
  if (!main) throw meteorError('error-invalid-message', 'Invalid Message');
  return main.rid;
}

function refuseUnless(call: Call, rid: string): void {
  refuseDisabled(call);
  if (!mayAccess(call.world, call.user, rid)) throw meteorError('error-not-allowed', 'Not Allowed');
}

function refuseDisabled({ world }: Call): void {
  if (!world.isOn('Threads_enabled')) throw meteorError('error-not-allowed', 'Threads Disabled');
}
