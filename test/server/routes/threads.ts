import { meteorError } from '../http/failures';
import type { Call, JsonObject, Page, Route } from '../route';
import { canAccess } from '../world/access';
import type { Message } from '../world/documents';
import { messagesFor } from '../world/views';
import { listed } from './lists';
import { neededText, textOf } from './parameters';
import { closed, optionalText, paging, text } from './schemas';

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
    query: closed({ tmid: text, aroundId: optionalText, ...paging }, ['tmid']),
    handle: getThreadMessages,
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
  const main = world.messages.byId(tmid);
  if (world.isOn('Threads_enabled') && !main) throw meteorError('error-invalid-message', 'Invalid Message');
  refuseUnless(call, main?.rid ?? '');
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

function refuseUnless({ world, user }: Call, rid: string): void {
  if (!world.isOn('Threads_enabled')) throw meteorError('error-not-allowed', 'Threads Disabled');
  const room = world.rooms.byId(rid);
  if (!room || !canAccess(world, user, room)) throw meteorError('error-not-allowed', 'Not Allowed');
}
