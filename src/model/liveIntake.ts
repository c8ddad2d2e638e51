import type { WireMessage } from '../api/wire';
import type { WireCleaning } from '../api/realtime/streams';
import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import { Emitter } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Inventory } from './inventory';
import type { Whisper } from './live';
import { deletedMark } from './deletedMark';
import { meets } from './liveCleaning';
import type { News } from './liveNews';
import { messageFromWire, messageId, type MessageId } from './message';
import { noticeFromWire, type Notice } from './notice';
import { isRecord, latestTime, optionalText, parsed } from './parse';
import { plainLine } from './plainText';
import { RecentIds } from './recentIds';
import type { Repair } from './repair';
import { roomId, type RoomId } from './room';

/** The other half comes within moments, if it comes at all. */
const orphanPatience = 2_000;

export interface IntakeOptions {
  readonly userId: string;
  readonly clock: Clock;
  readonly inventory: Inventory;
  readonly repair: Repair;
  /** Something has become due. */
  readonly onDidDoubt: (what: 'rooms' | 'messages') => void;
}

/** Takes in what was told live, and finds out what has to be asked for since it is not told. */
export class LiveIntake implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly shown = new RecentIds<MessageId>(1_000);
  private patience: Disposable | undefined;

  readonly notified = this.lifetime.own(new Emitter<Notice>());
  readonly whispered = this.lifetime.own(new Emitter<Whisper>());

  constructor(private readonly options: IntakeOptions) {
    this.lifetime.own(options.inventory.rooms.onDidChange((ids) => this.leave(ids)));
  }

  take(news: News): void {
    if (news.rooms.length > 0) this.options.inventory.sync.hear(news.rooms);
    const doubted = new Set([...this.takeMessages(news), ...this.clean(news.cleanings)]);
    if (doubted.size > 0) this.options.onDidDoubt('messages');
    this.awaitOrphans();
    for (const notice of parsed(news.notifications, noticeFromWire)) this.notify(notice);
    for (const whisper of parsed(news.whispers, (wire) => this.whisperOf(wire))) this.whispered.fire(whisper);
  }

  dispose(): void {
    this.patience?.dispose();
    this.lifetime.dispose();
  }

  /** Answers the rooms where more has changed than was told. */
  private takeMessages({ messages, deleted }: News): RoomId[] {
    const wires = messages.filter((wire) => this.concerns(wire));
    const gone = deleted.flatMap(({ id, room }) =>
      optionalText(id) === undefined ? [] : [{ id: messageId(String(id)), room: roomId(room) }],
    );
    const doubted = [...wires.flatMap((wire) => this.pinned(wire)), ...this.repliesOf(gone)];
    const ids = gone.map(({ id }) => id);
    if (wires.length > 0 || ids.length > 0) this.options.inventory.receive(wires, ids);
    return doubted;
  }

  /** Public rooms where I am not in are told as well. */
  private concerns(wire: WireMessage): boolean {
    if (!isRecord(wire) || typeof wire.rid !== 'string') return false;
    const room = roomId(wire.rid);
    const { rooms, lists } = this.options.inventory;
    return rooms.get(room) !== undefined || lists.knows(room);
  }

  /** Which message was pinned is not told, only that one was. */
  private pinned({ t, rid, ts }: WireMessage): RoomId[] {
    if (t !== 'message_pinned' && t !== 'message_pinned_e2e') return [];
    return this.doubt(roomId(rid), latestTime([ts]) - 5_000);
  }

  /** With a reply its thread changes too, which is told only once the thread is empty. */
  private repliesOf(gone: readonly { readonly id: MessageId; readonly room: RoomId }[]): RoomId[] {
    const { messages } = this.options.inventory;
    const replies = gone.filter(({ id }) => messages.get(id)?.thread !== undefined || !messages.get(id));
    return replies.flatMap(({ room }) => this.doubt(room));
  }

  private clean(cleanings: readonly WireCleaning[]): RoomId[] {
    const { messages } = this.options.inventory;
    return cleanings.flatMap((cleaning) => {
      const room = roomId(cleaning.rid);
      const met = messages.ofRoom(room).filter(meets(cleaning));
      // What became of files and threads is not told.
      if (cleaning.showDeletedStatus === true)
        messages.merge(met.map((message) => ({ ...message, ...deletedMark })));
      else if (cleaning.filesOnly !== true) messages.remove(met.map(({ id }) => id));
      return this.doubt(room);
    });
  }

  private doubt(room: RoomId, since?: number): RoomId[] {
    this.options.repair.add(room, since);
    return [room];
  }

  private leave(changed: ReadonlySet<RoomId>): void {
    const { rooms, lists } = this.options.inventory;
    for (const id of changed) if (!rooms.get(id)) lists.forget(id);
  }

  private awaitOrphans(): void {
    const { clock, inventory, onDidDoubt } = this.options;
    const { sync } = inventory;
    if (this.patience || !sync.hasNewOrphans) return;
    this.patience = clock.after(orphanPatience, () => {
      this.patience = undefined;
      if (sync.hasNewOrphans) onDidDoubt('rooms');
    });
  }

  private notify(notice: Notice): void {
    if (this.options.inventory.sync.isMember(notice.room) && this.shown.add(notice.message))
      this.notified.fire(notice);
  }

  private whisperOf(wire: WireMessage): Whisper {
    const { room, thread, text } = messageFromWire(wire, this.options.userId);
    return { room, thread, text: plainLine(text) };
  }
}
