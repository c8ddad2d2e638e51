import { meteorError } from '../failures';
import { connect, setStatusChecked, statuses } from '../world/presence';
import { type Method, signedIn, type SignedCaller } from './method';

/** Methods about being there. */
export const peopleMethods: Readonly<Record<string, Method>> = {
  'UserPresence:online': signedIn('UserPresence:online', (caller) => appear(caller, 'online')),
  'UserPresence:away': signedIn('UserPresence:away', (caller) => appear(caller, 'away')),
  'UserPresence:setDefaultStatus': signedIn('UserPresence:setDefaultStatus', setDefaultStatus),
  'stream-notify-room': signedIn('stream-notify-room', notifyRoom),
};

/** With a socket it is one of all those that the person is there by. */
function appear({ world, user, connection }: SignedCaller, presence: 'online' | 'away'): void {
  if (connection) connection.appear(presence);
  else connect(world, user, presence);
}

/** What is no status changes nothing. */
function setDefaultStatus({ world, user }: SignedCaller, [given]: readonly unknown[]): void {
  const status = statuses.find((one) => one === given);
  if (status) setStatusChecked(world, user, { status });
}

/** That someone is typing: in a room one is in, and in one's own name. */
function notifyRoom({ world, user, connection }: SignedCaller, [event, ...args]: readonly unknown[]): void {
  const [rid = '', kind] = typeof event === 'string' ? event.split('/') : [];
  const own = world.isOn('UI_Use_Real_Name') ? user.name : user.username;
  const isMember = world.subscriptions.of(user._id, rid) !== undefined;
  if (!isMember || !['user-activity', 'typing'].includes(kind ?? '') || args[0] !== own) {
    throw meteorError('not-allowed');
  }
  world.events.emit('activity', `${rid}/${kind}`, args, connection);
}
