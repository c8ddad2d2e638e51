import { createHash } from 'node:crypto';
import type { Room, User } from './documents';
import { filesIn } from './uploads';
import type { World } from './world';

/** The workspace in numbers, as of now. */
export function statistics(world: World): Record<string, unknown> {
  return {
    _id: 'statistics',
    wizard: {},
    uniqueId: world.text('uniqueID'),
    installedAt: installedAt(world),
    deploymentFingerprintHash: createHash('sha256').update(world.text('Site_Url')).digest('base64'),
    deploymentFingerprintVerified: true,
    version: world.version,
    ...people(world.users.all()),
    ...places(world.rooms.all()),
    ...messages(world),
    enterprise: { modules: [...world.licences], tags: [] },
    deploy: { method: 'docker', platform: 'selfinstall' },
    process: { nodeVersion: process.version, pid: process.pid, uptime: process.uptime() },
    createdAt: world.timestamp(),
    _updatedAt: world.timestamp(),
  };
}

function installedAt(world: World): string {
  const times = world.users.all().map(({ createdAt }) => createdAt);
  return times.sort()[0] ?? world.timestamp();
}

function people(users: readonly User[]) {
  const count = (holds: (user: User) => boolean) => users.filter(holds).length;
  return {
    totalUsers: users.length,
    activeUsers: count(({ active }) => active),
    activeGuests: count(({ active, roles }) => active && roles.includes('guest')),
    nonActiveUsers: count(({ active }) => !active),
    appUsers: count(({ type }) => type === 'app'),
    onlineUsers: count(({ status }) => status === 'online'),
    awayUsers: count(({ status }) => status === 'away'),
    busyUsers: count(({ status }) => status === 'busy'),
    totalConnectedUsers: count(({ status }) => status === 'online' || status === 'away'),
    offlineUsers: count(({ status }) => status === 'offline'),
  };
}

function places(rooms: readonly Room[]) {
  const count = (holds: (room: Room) => boolean) => rooms.filter(holds).length;
  return {
    totalRooms: rooms.length,
    totalChannels: count(({ t }) => t === 'c'),
    totalPrivateGroups: count(({ t }) => t === 'p'),
    totalDirect: count(({ t }) => t === 'd'),
    totalDiscussions: count(({ prid }) => prid !== undefined),
    teams: { totalTeams: count(({ teamMain }) => teamMain ?? false) },
  };
}

function messages(world: World) {
  const rooms = world.rooms.all();
  const total = (kinds: readonly Room[]) => kinds.reduce((sum, { msgs }) => sum + msgs, 0);
  return {
    totalChannelMessages: total(rooms.filter(({ t }) => t === 'c')),
    totalPrivateGroupMessages: total(rooms.filter(({ t }) => t === 'p')),
    totalDirectMessages: total(rooms.filter(({ t }) => t === 'd')),
    totalMessages: total(rooms),
    totalUploads: rooms.reduce((sum, { _id }) => sum + filesIn(world, _id).length, 0),
    totalThreads: rooms.reduce((sum, { _id }) => sum + world.messages.threadsIn(_id).length, 0),
  };
}
