import type { Message, Subscription } from './documents';
import type { World } from './world';

interface Receipt {
  readonly _id: string;
  readonly messageId: string;
  readonly roomId: string;
  readonly userId: string;
  readonly ts: string;
}

/** Who has read what, and which messages somebody has still to read. */
export class Receipts {
  private readonly messages = new Map<string, Map<string, Receipt>>();
  private readonly rooms = new Map<string, Set<Message>>();

  /** In the order of reading. */
  of(messageId: string): Receipt[] {
    return [...(this.messages.get(messageId)?.values() ?? [])];
  }

  /** Oldest first. */
  waitingIn(rid: string): Message[] {
    return [...(this.rooms.get(rid) ?? [])];
  }

  wait(message: Message): void {
    const room = this.rooms.get(message.rid) ?? new Set();
    this.rooms.set(message.rid, room.add(message));
  }

  /** Everyone has read it. */
  settle(message: Message): void {
    this.rooms.get(message.rid)?.delete(message);
  }

  /** The first reading counts. */
  add(receipt: Receipt): void {
    const readers = this.messages.get(receipt.messageId) ?? new Map<string, Receipt>();
    this.messages.set(receipt.messageId, readers);
    if (!readers.has(receipt.userId)) readers.set(receipt.userId, receipt);
  }

  forget(message: Message): void {
    this.settle(message);
    this.messages.delete(message._id);
  }

  forgetRoom(rid: string): void {
    for (const message of this.waitingIn(rid)) this.messages.delete(message._id);
    this.rooms.delete(rid);
  }
}

/** What a workspace buys, and switches on. */
export function startsUnread(world: World): boolean {
  return world.licences.has('message-read-receipt') && world.isOn('Message_Read_Receipt_Enabled');
}

/** The author has read it; alone in the room, everyone has. */
export function noteSent(world: World, message: Message): void {
  if (!startsUnread(world) || message['unread'] !== true) return;
  world.receipts.wait(message);
  keepReceipts(world, message.u._id, [message]);
  const others = world.subscriptions.inRoom(message.rid).filter(({ u }) => u._id !== message.u._id);
  if (others.every((other) => other.archived)) {
    settle(world, message);
    world.events.emit('message', message);
  }
}

/** A person has looked at a room, for the first time since `before`. */
export function noteRoomRead(world: World, { rid, u }: Subscription, before: string): void {
  if (!startsUnread(world)) return;
  const waiting = world.receipts.waitingIn(rid).filter(isInRoom);
  keepReceipts(
    world,
    u._id,
    waiting.filter((message) => message.ts > before),
  );
  const until = readByAll(world, rid);
  const settled = waiting.filter(({ ts }) => ts <= until);
  for (const message of settled) settle(world, message);
  if (settled.length > 0) tellRead(world, rid, { until, settled });
}

/** The room shows its last message as read. */
function tellRead(world: World, rid: string, { until, settled }: Reading): void {
  world.events.emit('allRead', rid, until);
  const room = world.rooms.byId(rid);
  if (room?.lastMessage && settled.includes(room.lastMessage)) world.touchRoom(room);
}

interface Reading {
  readonly until: string;
  readonly settled: readonly Message[];
}

/** Replies stay unread: nobody asks when the last of their readers came. */
export function noteThreadRead(world: World, { rid, u }: Subscription, thread: string): void {
  if (!startsUnread(world)) return;
  const replies = world.receipts.waitingIn(rid).filter(({ tmid }) => tmid === thread);
  keepReceipts(
    world,
    u._id,
    replies.filter((reply) => reply.u._id !== u._id),
  );
}

function isInRoom({ tmid, tshow }: Message): boolean {
  return tmid === undefined || tshow === true;
}

/** Up to when all members have seen the room; empty while one of them has never been there. */
function readByAll(world: World, rid: string): string {
  const seen = world.subscriptions.inRoom(rid).map(({ ls }) => ls ?? '');
  return seen.reduce((earliest, ls) => (ls < earliest ? ls : earliest), world.timestamp());
}

/** A change like any other for those who ask later, but told live in another way than messages are. */
function settle(world: World, message: Message): void {
  world.receipts.settle(message);
  delete message['unread'];
  world.changeQuietly(message);
}

function keepReceipts(world: World, userId: string, messages: readonly Message[]): void {
  if (!world.isOn('Message_Read_Receipt_Store_Users')) return;
  const ts = world.timestamp();
  for (const { _id: messageId, rid: roomId } of messages) {
    world.receipts.add({ _id: messageId + userId, messageId, roomId, userId, ts });
  }
}
