import * as vscode from 'vscode';
import type { Disposable, Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import {
  foundItems,
  joinItems,
  myItems,
  retryItem,
  type LastRoom,
  type Openable,
  type Question,
  type Target,
  type TargetItem,
} from './pickRoomItems';
import { obstacleText } from './pickRoomObstacle';
import { RoomSearch } from './pickRoomSearch';
import { openTarget } from './pickRoomTarget';

export interface PickedRoom {
  readonly room: Room;
  /** Chosen by the row's comment button. */
  readonly wantsComment: boolean;
}

/** What can be changed while the room is chosen, by buttons beside the title, which says how it stands. */
export interface Offer {
  readonly onDidChange: Event<void>;
  title(): string;
  buttons(): readonly vscode.QuickInputButton[];
  /** Whether a room is still to be chosen. `room`: that in focus, where it is one of mine. */
  press(button: vscode.QuickInputButton, room: Room | undefined): boolean;
}

interface DialogOptions {
  readonly session: Session;
  readonly prompt: string;
  readonly last: LastRoom | undefined;
  /** Owned from now on. */
  readonly picker: vscode.QuickPick<TargetItem>;
  readonly offer?: Offer;
}

/**
 * One list of rooms, from its opening to the choice. VS Code filters my rooms by itself, so that Enter is right however
 * fast somebody types; rows are only ever added at the end, because VS Code tells us a row by its place.
 */
export class PickRoomDialog implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly picker: vscode.QuickPick<TargetItem>;
  private readonly search: RoomSearch;
  /** As they were when they had come. */
  private rooms: readonly Room[] = [];
  private mine: readonly TargetItem[] = [];
  private shown: readonly TargetItem[] = [];
  /** Shown in place of the rooms. */
  private question: { readonly items: TargetItem[]; readonly wantsComment: boolean } | undefined;
  private isOpening = false;
  private settle: (picked: PickedRoom | undefined) => void = () => undefined;

  /** Undefined when the person leaves. */
  readonly picked = new Promise<PickedRoom | undefined>((resolve) => (this.settle = resolve));

  constructor(private readonly options: DialogOptions) {
    this.picker = this.lifetime.own(options.picker);
    this.search = this.lifetime.own(new RoomSearch(options.session));
    this.listen();
    if (options.offer) this.take(options.offer);
    this.picker.placeholder = vscode.l10n.t('Type to find a room (#) or a person (@)');
    this.say(options.prompt);
    this.picker.matchOnDescription = true;
    this.list();
    this.picker.show();
    if (this.rooms.length === 0) this.load();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private load(): void {
    void this.options.session.sync.refresh('person');
  }

  private listen(): void {
    const { lifetime, picker, search } = this;
    const { rooms, sync, signal } = this.options.session;
    lifetime.own(rooms.onDidChange(() => this.list()));
    lifetime.own(sync.onDidChange(() => this.list()));
    lifetime.own(search.onDidChange(() => this.list()));
    lifetime.own(picker.onDidHide(() => this.settle(undefined)));
    lifetime.own(picker.onDidChangeValue((typed) => this.look(typed)));
    lifetime.own(picker.onDidAccept(() => void this.choose(picker.selectedItems[0]?.target, false)));
    lifetime.own(picker.onDidTriggerItemButton(({ item }) => void this.choose(item.target, true)));
    signal.addEventListener('abort', () => picker.hide(), { signal: lifetime.signal });
  }

  private take(offer: Offer): void {
    const { lifetime, picker } = this;
    const show = () => {
      picker.title = plainText(offer.title());
      picker.buttons = offer.buttons();
    };
    lifetime.own(offer.onDidChange(show));
    lifetime.own(
      picker.onDidTriggerButton((button) => {
        const target = picker.activeItems[0]?.target;
        if (!offer.press(button, target?.kind === 'room' ? target.room : undefined)) picker.hide();
      }),
    );
    show();
  }

  private look(typed: string): void {
    this.search.ask(typed);
    this.goBack();
  }

  private goBack(): void {
    this.question = undefined;
    this.say(this.options.prompt);
    this.list();
  }

  private list(): void {
    if (this.rooms.length === 0) this.takeRooms(this.options.session.rooms.all());
    this.show(this.question?.items ?? this.withFound());
    this.tell();
  }

  private tell(): void {
    const { sync } = this.options.session;
    this.picker.busy = this.isOpening || this.search.isBusy || sync.state === 'loading';
    const error = this.rooms.length === 0 ? sync.error : this.search.error;
    if (error) this.say(explain(error));
  }

  private say(text: string): void {
    this.picker.prompt = plainText(text);
  }

  private takeRooms(rooms: readonly Room[]): void {
    const { last, session } = this.options;
    const hasFailed = rooms.length === 0 && session.sync.error !== undefined;
    this.rooms = rooms;
    this.mine = hasFailed ? [...myItems(rooms, last), retryItem()] : myItems(rooms, last);
  }

  private withFound(): readonly TargetItem[] {
    const found = foundItems(this.search.found, this.rooms);
    return found.length > 0 ? [...this.mine, ...found] : this.mine;
  }

  /** The row in focus keeps it if it is still there. */
  private show(items: readonly TargetItem[]): void {
    const { picker } = this;
    if (items === this.shown) return;
    this.shown = items;
    const active = picker.activeItems.filter((item) => items.includes(item));
    picker.items = items;
    if (active.length > 0) picker.activeItems = active;
  }

  private async choose(target: Target | undefined, wantsComment: boolean): Promise<void> {
    if (!target || this.isOpening) return;
    if (target.kind === 'retry') this.retry();
    else if (target.kind === 'notJoined' || target.kind === 'back') this.ask(target, wantsComment);
    else await this.open(target, wantsComment || this.question?.wantsComment === true);
  }

  private retry(): void {
    this.say(this.options.prompt);
    this.load();
  }

  private ask(question: Question, wantsComment: boolean): void {
    if (question.kind === 'back') {
      this.goBack();
      return;
    }
    this.question = { items: joinItems(question.id, question.name), wantsComment };
    this.say(vscode.l10n.t('You are not in #{0}. Only its members see the answers.', question.name));
    this.list();
  }

  private async open(target: Openable, wantsComment: boolean): Promise<void> {
    const { signal } = this.lifetime;
    const { client, rooms, sync } = this.options.session;
    this.setOpening(true);
    try {
      const room = await openTarget({ client, rooms, sync, signal }, target);
      const obstacle = obstacleText(room);
      if (obstacle === undefined) this.settle({ room, wantsComment });
      else this.say(obstacle);
    } catch (error) {
      if (!signal.aborted) this.say(explain(error));
    } finally {
      this.setOpening(false);
    }
  }

  private setOpening(isOpening: boolean): void {
    this.isOpening = isOpening;
    if (!this.lifetime.signal.aborted) this.picker.busy = isOpening;
  }
}
