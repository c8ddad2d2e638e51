import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import type { MessageList } from '../model/messageList';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import { explain } from '../platform/explain';
import { firstLine } from './messageItem';
import { relativeTime } from './relativeTime';

export interface MessageQuestion {
  readonly title: string;
  /** Said when no message applies. */
  readonly nothing: string;
  applies(message: Message): boolean;
}

interface Item extends vscode.QuickPickItem {
  readonly message?: Message;
  readonly act?: 'more' | 'retry';
}

/**
 * Asks for one of the recent messages of the room in hand; without one, for the room first. Undefined when the
 * person turns away. Typing filters what is loaded; the last row loads older messages.
 */
export async function pickMessage(
  session: Session,
  question: MessageQuestion,
  pickRoom: (title: string) => Promise<Room | undefined>,
): Promise<Message | undefined> {
  const inHand = session.inHand && session.rooms.get(session.inHand);
  const room = inHand ?? (await pickRoom(question.title));
  if (!room) return undefined;
  const picked = await new MessagePick(session, room, question).picked;
  if (picked !== 'otherRoom') return picked;
  session.takeInHand(undefined);
  return pickMessage(session, question, pickRoom);
}

class MessagePick {
  private readonly lifetime = new Lifetime();
  private readonly pick = this.lifetime.own(vscode.window.createQuickPick<Item>());
  private readonly otherRoom: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('arrow-swap'),
    tooltip: vscode.l10n.t('Another Room'),
  };
  private readonly list: MessageList;
  readonly picked: Promise<Message | 'otherRoom' | undefined>;

  constructor(
    private readonly session: Session,
    room: Room,
    private readonly question: MessageQuestion,
  ) {
    this.list = session.recent(room.id);
    this.pick.title = `${question.title} (${room.name})`;
    this.pick.placeholder = vscode.l10n.t('Type to filter the recent messages of {0}', room.name);
    this.pick.matchOnDetail = true;
    this.pick.buttons = [this.otherRoom];
    this.lifetime.own(this.list.onDidChange(() => this.show()));
    this.lifetime.own(session.messages.onDidChange(() => this.show()));
    this.picked = this.ask();
    this.show();
    void this.list.reload();
  }

  private ask(): Promise<Message | 'otherRoom' | undefined> {
    return new Promise((resolve) => {
      this.lifetime.own(this.pick.onDidTriggerButton(() => this.end(resolve, 'otherRoom')));
      this.lifetime.own(this.pick.onDidHide(() => this.end(resolve, undefined)));
      this.lifetime.own(this.pick.onDidAccept(() => this.accept(resolve)));
      this.pick.show();
    });
  }

  private accept(resolve: (message: Message) => void): void {
    const item = this.pick.activeItems[0];
    if (item?.act === 'more') void this.list.more();
    if (item?.act === 'retry') void this.list.reload();
    if (item?.message) this.end(resolve, item.message);
  }

  private end<Value>(resolve: (value: Value) => void, value: Value): void {
    resolve(value);
    this.lifetime.dispose();
  }

  private show(): void {
    const active = this.pick.activeItems[0]?.message?.id;
    const items = this.items();
    this.pick.busy = this.list.state === 'loading';
    this.pick.keepScrollPosition = true;
    this.pick.items = items;
    const kept = items.find((item) => item.message && item.message.id === active);
    if (kept) this.pick.activeItems = [kept];
  }

  private items(): Item[] {
    const messages = this.list.ids.map((id) => this.session.messages.get(id));
    const rows = messages
      .filter((message) => message !== undefined)
      .filter((message) => this.question.applies(message));
    return [...rows.map(item), ...this.tail(rows.length)];
  }

  private tail(rows: number): Item[] {
    if (this.list.error) {
      return [
        {
          label: vscode.l10n.t('Could not load. Try again'),
          detail: explain(this.list.error),
          act: 'retry',
          alwaysShow: true,
        },
      ];
    }
    if (this.list.state !== 'ready') return [];
    if (this.list.hasMore)
      return [{ label: vscode.l10n.t('Load older messages'), act: 'more', alwaysShow: true }];
    return rows === 0 ? [{ label: this.question.nothing, alwaysShow: true }] : [];
  }
}

function item(message: Message): Item {
  return {
    message,
    label: firstLine(message),
    // Behind a long text it would be cut off.
    detail: `${message.author.name} · ${relativeTime(message.sentAt, Date.now())}`,
  };
}
