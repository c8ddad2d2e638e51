import { failure } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import { openDiscussion } from '../../world/discussions';
import { roomFor } from '../../world/views';
import { listed } from '../lists';
import { neededText, textOf } from '../parameters';
import { activeRoom } from './roomTargets';
import { closed, optionalFlag, optionalText, optionalTexts, text } from '../schemas';

export const discussionRoutes: readonly Route[] = [
  {
    verb: 'POST',
    name: 'rooms.createDiscussion',
    auth: 'required',
    body: closed(
      {
        prid: text,
        pmid: optionalText,
        t_name: optionalText,
        users: optionalTexts,
        encrypted: optionalFlag,
        reply: optionalText,
        topic: optionalText,
      },
      ['prid', 't_name'],
    ),
    handle: createDiscussion,
  },
  { verb: 'GET', name: 'rooms.getDiscussions', auth: 'required', handle: getDiscussions },
];

/** Of a discussion that was there the answer tells the id alone. */
function createDiscussion({ world, user, body }: Call): JsonObject {
  const { room, isNew } = openDiscussion(world, user, {
    prid: neededText(body, 'prid'),
    title: textOf(body, 't_name') ?? '',
    pmid: textOf(body, 'pmid'),
    reply: textOf(body, 'reply'),
    usernames: usernamesIn(body),
    encrypted: typeof body['encrypted'] === 'boolean' ? body['encrypted'] : undefined,
    topic: textOf(body, 'topic'),
  });
  const shown = isNew ? roomFor(world, user, room) : { _id: room._id };
  return { discussion: { ...shown, rid: room._id } };
}

function usernamesIn({ users }: JsonObject): string[] {
  return Array.isArray(users) ? users.filter((name) => typeof name === 'string') : [];
}

function getDiscussions({ world, user, query, page }: Call): JsonObject {
  const room = activeRoom(world, query);
  // The server swaps the two texts here.
  if (!canAccess(world, user, room)) throw failure({ error: 'not-allowed', errorType: 'Not Allowed' });
  const { items, place } = listed(world.rooms.discussionsOf(room._id), page, { fname: 1 });
  return { discussions: items.map((discussion) => roomFor(world, user, discussion)), ...place };
}
