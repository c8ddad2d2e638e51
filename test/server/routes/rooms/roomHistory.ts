import { failure, meteorError } from '../../failures';
import type { Call, JsonObject, Route } from '../../route';
import { canAccess } from '../../world/access';
import { cleanHistory } from '../../world/cleaning';
import { dateOf, isTrue, neededText } from '../parameters';
import { activeRoom } from './roomTargets';
import { post } from '../rows';
import { alike, closed, flag, optionalText, optionalTexts, text, texts } from '../schemas';

const day = { type: 'string', nullable: true, format: 'date' };

/** What happens to the whole of what was said in a room. */
export const roomHistoryRoutes: readonly Route[] = [
  {
    ...post,
    name: 'rooms.cleanHistory',
    body: closed(
      {
        ...alike('roomId latest oldest', text),
        ...alike('inclusive excludePinned filesOnly ignoreThreads ignoreDiscussion', flag),
        users: texts,
        limit: { type: 'number' },
      },
      ['roomId', 'latest', 'oldest'],
    ),
    handle: clean,
  },
  {
    ...post,
    name: 'rooms.export',
    body: {
      oneOf: [
        closed(
          {
            rid: text,
            type: { type: 'string', enum: ['file'] },
            format: { type: 'string', enum: ['html', 'json'] },
            dateFrom: day,
            dateTo: day,
          },
          ['rid', 'type', 'format'],
        ),
        closed(
          {
            rid: text,
            type: { type: 'string', enum: ['email'] },
            ...alike('toUsers toEmails', optionalTexts),
            ...alike('additionalEmails subject', optionalText),
            messages: { type: 'array', items: text, minItems: 1 },
          },
          ['rid', 'type', 'messages'],
        ),
      ],
    },
    handle: exportRoom,
  },
];

function clean({ world, user, body }: Call): JsonObject {
  const room = activeRoom(world, body);
  if (!canAccess(world, user, room)) {
    const error = 'User does not have access to the room [error-not-allowed]';
    throw failure({ error, errorType: 'error-not-allowed' });
  }
  if (!world.hasPermission(user, 'clean-channel-history', room)) {
    throw meteorError('error-not-allowed', 'Not allowed', { method: 'cleanRoomHistory' });
  }
  const { limit, users } = body;
  const count = cleanHistory(world, room, {
    oldest: dateOf(neededText(body, 'oldest')) ?? '',
    latest: dateOf(neededText(body, 'latest')) ?? '',
    limit: typeof limit === 'number' ? limit : 0,
    users: Array.isArray(users) ? users.filter((name) => typeof name === 'string' && name !== '') : [],
    inclusive: isTrue(body, 'inclusive'),
    excludePinned: isTrue(body, 'excludePinned'),
    filesOnly: isTrue(body, 'filesOnly'),
    ignoreThreads: isTrue(body, 'ignoreThreads'),
    ignoreDiscussion: isTrue(body, 'ignoreDiscussion'),
  });
  return { _id: room._id, count };
}

/** No file is made and no e-mail goes out. */
function exportRoom({ world, user, body }: Call): JsonObject {
  const room = world.rooms.byId(neededText(body, 'rid'));
  if (!world.hasPermission(user, 'mail-messages', room)) {
    throw meteorError('error-action-not-allowed', 'Mailing is not allowed');
  }
  if (!room) throw meteorError('error-invalid-room');
  if (!canAccess(world, user, room)) throw meteorError('error-not-allowed', 'Not Allowed');
  return body['type'] === 'file' ? {} : emailed(body);
}

function emailed({ toUsers, toEmails }: JsonObject): JsonObject {
  const isEmpty = [toUsers, toEmails].every((list) => !Array.isArray(list) || list.length === 0);
  if (isEmpty) throw meteorError('error-invalid-recipient');
  return { missing: [] };
}
