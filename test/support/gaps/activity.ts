import type { Client } from '../../../src/api/client';
import { ApiError } from '../../../src/api/errors';
import type { StandIn } from '../../server/server';
import { clientOf } from '../clientOf';
import type { Chance } from './chance';
import { townRooms } from './town';

type Deed = (town: Busy) => Promise<unknown>;

/** What others do, and ann on another device. Some of it is refused, as in life. */
export class Busy {
  readonly bob: Client;
  readonly root: Client;
  /** Ann elsewhere. */
  readonly ann: Client;

  constructor(
    readonly server: StandIn,
    readonly chance: Chance,
  ) {
    this.bob = clientOf(server, { as: 'bob' });
    this.root = clientOf(server, { as: 'root' });
    this.ann = clientOf(server, { as: 'ann' });
  }

  /** One of the many, at random. */
  async act(): Promise<string> {
    const names = Object.keys(deeds);
    const name = this.chance.pick(names) ?? '';
    try {
      await deeds[name]?.(this);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
    return name;
  }

  get room(): string {
    return this.chance.pick(townRooms) ?? 'GENERAL';
  }

  /** The id of a message of that room; of none, where there is none. */
  messageIn(rid: string, by?: string): string {
    const all = this.server.world.messages.inRoom(rid);
    const some = by === undefined ? all : all.filter(({ u, t }) => u.username === by && t === undefined);
    return this.chance.pick(some)?._id ?? 'nothing';
  }

  get message(): string {
    return this.messageIn(this.room);
  }
}

const deeds: Readonly<Record<string, Deed>> = {
  say: ({ bob, room }) => bob.chat.sendMessage({ message: { rid: room, msg: 'A word.' } }),
  mention: ({ bob, room }) => bob.chat.sendMessage({ message: { rid: room, msg: 'And you, @ann?' } }),
  sayMyself: ({ ann, room }) => ann.chat.sendMessage({ message: { rid: room, msg: 'From elsewhere.' } }),
  reply: (town) => {
    const { room } = town;
    const tmid = town.messageIn(room);
    return town.bob.chat.sendMessage({ message: { rid: room, msg: 'Because.', tmid } });
  },
  edit: (town) => {
    const { room } = town;
    return town.bob.chat.update({ roomId: room, msgId: town.messageIn(room, 'bob'), text: 'Other words.' });
  },
  delete: (town) => {
    const { room } = town;
    return town.root.chat.delete({ roomId: room, msgId: town.messageIn(room) });
  },
  deleteOwn: (town) => {
    const { room } = town;
    return town.bob.chat.delete({ roomId: room, msgId: town.messageIn(room, 'bob') });
  },
  react: ({ bob, message }) => bob.chat.react({ messageId: message, emoji: ':tada:' }),
  star: ({ ann, message }) => ann.chat.starMessage({ messageId: message }),
  unstar: ({ ann, message }) => ann.chat.unStarMessage({ messageId: message }),
  starByOther: ({ bob, message }) => bob.chat.starMessage({ messageId: message }),
  pin: ({ root, message }) => root.chat.pinMessage({ messageId: message }),
  unpin: ({ root, message }) => root.chat.unPinMessage({ messageId: message }),
  follow: ({ ann, message }) => ann.chat.followMessage({ mid: message }),
  unfollow: ({ ann, message }) => ann.chat.unfollowMessage({ mid: message }),
  discuss: (town) => {
    const prid = town.room;
    return town.bob.rooms.createDiscussion({ prid, t_name: 'A matter', pmid: town.messageIn(prid) });
  },
  bringIn: ({ root }) => root.channels.invite({ roomId: 'attic', userId: 'ann-id' }),
  throwOut: ({ root }) => root.channels.kick({ roomId: 'attic', userId: 'ann-id' }),
  comeBack: ({ root }) => root.groups.invite({ roomId: 'plans', userId: 'ann-id' }),
  leave: ({ ann, room }) => ann.rooms.leave({ roomId: room }),
  rename: ({ root, chance }) =>
    root.rooms.saveRoomSettings({ rid: 'plans', roomName: `plans-${chance.below(9)}` }),
  topic: ({ root, room, chance }) =>
    root.rooms.saveRoomSettings({ rid: room, roomTopic: `Topic ${chance.below(9)}` }),
  archive: ({ root }) => root.rooms.changeArchivationState({ rid: 'plans', action: 'archive' }),
  unarchive: ({ root }) => root.rooms.changeArchivationState({ rid: 'plans', action: 'unarchive' }),
  favor: ({ ann, room, chance }) => ann.rooms.favorite({ roomId: room, favorite: chance.below(2) === 0 }),
  read: ({ ann, room }) => ann.subscriptions.read({ rid: room }),
  readThreads: ({ ann, room }) => ann.subscriptions.read({ rid: room, readThreads: true }),
  unread: ({ ann, room }) => ann.subscriptions.unread({ roomId: room }),
  hide: ({ ann, room }) => ann.rooms.hide({ roomId: room }),
  prune: ({ root, server, chance }) => {
    const now = server.world.now();
    const oldest = new Date(now - chance.below(200_000)).toISOString();
    const latest = new Date(now).toISOString();
    const excludePinned = chance.below(2) === 0;
    return root.rooms.cleanHistory({ roomId: 'GENERAL', oldest, latest, excludePinned });
  },
};
