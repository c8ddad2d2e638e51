import * as vscode from 'vscode';
import type { ApiError } from '../api/errors';
import { Lifetime } from '../base/lifetime';
import type { Message, MessageId } from '../model/message';
import type { MessageList } from '../model/messageList';
import { MessageSearch } from '../model/messageSearch';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import { keepOrder } from './keepOrder';
import { firstLine } from './messageItem';
import { relativeTime } from './relativeTime';
import { shownMessage, type ShownMessage } from './shownMessage';

export interface MessageQuestion {
  readonly title: string;
  /** Said when no message applies. */
  readonly nothing: string;
  applies(message: Message): boolean;
}

export interface MessageRow extends vscode.QuickPickItem {
  readonly message?: Message;
  /** A row that is no message. */
  readonly act?: 'more' | 'search' | 'retry' | 'nothing';
}

/**
 * Asks for one of the recent messages of the room in hand; without one, for the room first. Undefined when the
 * person turns away. Typing filters what is loaded; the last rows load older messages, and search all of them.
 */
export async function pickMessage(
  session: Session,
  question: MessageQuestion,
  pickRoom: (title: string) => Promise<Room | undefined>,
): Promise<Message | undefined> {
  const inHand = session.inHand && session.rooms.get(session.inHand);
  const room = inHand ?? (await pickRoom(question.title));
  if (!room) return undefined;
  session.takeInHand(room.id);
  const picker = vscode.window.createQuickPick<MessageRow>();
  const picked = await new MessagePick({ session, room, question, picker }).picked;
  if (picked !== 'otherRoom') return picked;
  session.takeInHand(undefined);
  return pickMessage(session, question, pickRoom);
}

interface MessagePickOptions {
  readonly session: Session;
  readonly room: Room;
  readonly question: MessageQuestion;
  /** Owned from now on. */
  readonly picker: vscode.QuickPick<MessageRow>;
}

/**
 * Rows come once the newest page is there, keep their places, and more come only below: VS Code tells us a row by its
 * place, and a click may be under way while rows come.
 */
export class MessagePick {
  private readonly lifetime = new Lifetime();
  private readonly pick: vscode.QuickPick<MessageRow>;
  private readonly otherRoom: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('arrow-swap'),
    tooltip: vscode.l10n.t('Another Room'),
  };
  private readonly list: MessageList;
  private rows: readonly Message[] = [];
  private isFresh = false;
  /** Rows that the server found: what was typed need not stand in them. */
  private readonly found = new Set<MessageId>();
  private searched: { readonly text: string; readonly failed?: ApiError } | undefined;
  readonly picked: Promise<Message | 'otherRoom' | undefined>;

  constructor(private readonly options: MessagePickOptions) {
    const { session, room, question, picker } = options;
    this.list = session.recent(room.id);
    this.pick = this.lifetime.own(picker);
    keepOrder(picker);
    this.pick.title = vscode.l10n.t('{0} ({1})', question.title, room.name);
    this.pick.placeholder = vscode.l10n.t('Type to filter the recent messages of {0}', room.name);
    this.pick.matchOnDetail = true;
    this.pick.buttons = [this.otherRoom];
    this.lifetime.own(this.list.onDidChange(() => this.show()));
    this.lifetime.own(session.messages.onDidChange(() => this.show()));
    const hide = () => this.pick.hide();
    session.signal.addEventListener('abort', hide);
    this.lifetime.own({ dispose: () => session.signal.removeEventListener('abort', hide) });
    this.picked = this.ask();
    void this.begin();
  }

  private async begin(): Promise<void> {
    this.pick.busy = true;
    await this.list.reload();
    this.isFresh = true;
    this.show();
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
    if (item?.message) this.end(resolve, item.message);
    else if (item?.act) this.perform(item.act);
  }

  private perform(act: NonNullable<MessageRow['act']>): void {
    if (act === 'more') void this.list.more();
    if (act === 'search') void this.search();
    if (act === 'retry') void this.list.load();
  }

  private end<Value>(resolve: (value: Value) => void, value: Value): void {
    resolve(value);
    this.lifetime.dispose();
  }

  private show(): void {
    if (!this.isFresh || this.lifetime.signal.aborted) return;
    const active = this.pick.activeItems[0];
    const known = this.rows.length;
    this.rows = [
      ...this.rows.map((row) => this.options.session.messages.get(row.id) ?? row),
      ...this.newRows(),
    ];
    const { session } = this.options;
    const rows = this.rows.map((row) => item(shownMessage(session, row), this.found.has(row.id)));
    const items = [...rows, ...this.tail()];
    this.pick.busy = this.list.state === 'loading';
    this.pick.keepScrollPosition = true;
    this.pick.items = items;
    // Whoever asked for more goes on with the first that came.
    const kept = active?.message ? this.rows.findIndex(({ id }) => id === active.message?.id) : known;
    const next = active && items[kept];
    if (next) this.pick.activeItems = [next];
  }

  /** Looks for what was typed in all that was ever said there. */
  private async search(): Promise<void> {
    const { session, room, question } = this.options;
    const text = this.pick.value.trim();
    if (text === '') return;
    this.pick.busy = true;
    const search = new MessageSearch(session, [room], { text, isRegExp: false, matchesCase: false });
    await search.more(this.lifetime.signal);
    const shown = new Set(this.rows.map(({ id }) => id));
    const fresh = search.found.filter((one) => !shown.has(one.id) && question.applies(one));
    for (const { id } of search.found) this.found.add(id);
    this.rows = [...this.rows, ...fresh];
    this.searched = { text, failed: search.problem?.error };
    this.show();
  }

  /** What has come below the last row. */
  private newRows(): readonly Message[] {
    const { ids } = this.list;
    const last = this.rows.findLast(({ id }) => ids.includes(id));
    return ids
      .slice(last ? ids.indexOf(last.id) + 1 : 0)
      .filter((id) => !this.rows.some((row) => row.id === id))
      .map((id) => this.options.session.messages.get(id))
      .filter((message) => message !== undefined)
      .filter((message) => this.options.question.applies(message));
  }

  private tail(): MessageRow[] {
    const { error, state, hasMore } = this.list;
    if (error) {
      const label = vscode.l10n.t('Could not load. Try again');
      return [{ label, detail: explain(error), act: 'retry', alwaysShow: true }];
    }
    if (state === 'loading') return [{ label: vscode.l10n.t('Loading…'), act: 'nothing', alwaysShow: true }];
    if (hasMore)
      return [
        { label: vscode.l10n.t('Load older messages'), act: 'more', alwaysShow: true },
        this.searchRow(),
      ];
    return this.rows.length === 0
      ? [{ label: this.options.question.nothing, act: 'nothing', alwaysShow: true }]
      : [];
  }

  /** Says how the last search went. */
  private searchRow(): MessageRow {
    const { room } = this.options;
    const label = vscode.l10n.t('Search all messages of {0} for what you typed', room.name);
    const { text, failed } = this.searched ?? {};
    const said = failed === undefined ? text && vscode.l10n.t('Searched for {0}', text) : explain(failed);
    return {
      label: plainText(label),
      act: 'search',
      alwaysShow: true,
      ...(said && { detail: plainText(said) }),
    };
  }
}

function item(message: ShownMessage, isFound: boolean): MessageRow {
  return {
    message,
    alwaysShow: isFound,
    label: plainText(firstLine(message)),
    // Behind a long text it would be cut off.
    detail: plainText(`${message.author.name} · ${relativeTime(message.sentAt, Date.now())}`),
  };
}
