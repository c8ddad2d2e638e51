import * as vscode from 'vscode';
import type { ApiError } from '../api/errors';
import { systemClock, type Clock } from '../base/clock';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import { latestRooms, MessageSearch, type SearchTerms } from '../model/messageSearch';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import { Waits } from '../model/waits';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import { keepOrder } from './keepOrder';
import { foundRow, searchWords, type SearchRow } from './searchRows';
import { shownMessage } from './shownMessage';

/** How far *Search my latest rooms* goes: the server searches one room with each call, and allows ten a minute. */
const roomsAtOnce = 10;

export interface SearchOptions {
  readonly session: Session;
  readonly room: Room;
  /** Owned from now on. */
  readonly picker: vscode.QuickPick<SearchRow>;
  readonly clock?: Clock;
}

/** Asks what to look for in a room, and which of the messages found is meant. Undefined when the person turns away. */
export function searchMessages(session: Session, room: Room): Promise<Message | undefined> {
  return new SearchPick({ session, room, picker: vscode.window.createQuickPick<SearchRow>() }).picked;
}

/** Enter searches what is typed; once that is found, it picks a row. */
export class SearchPick {
  private readonly lifetime = new Lifetime();
  private readonly pick: vscode.QuickPick<SearchRow>;
  private readonly regExp = toggle('regex', vscode.l10n.t('Use Regular Expression'));
  private readonly matchCase = toggle('case-sensitive', vscode.l10n.t('Match Case'));
  private readonly waits: Waits;
  /** What was searched last, and what for. */
  private run:
    { readonly search: MessageSearch; readonly typed: string; readonly lifetime: Lifetime } | undefined;
  readonly picked: Promise<Message | undefined>;

  constructor(private readonly options: SearchOptions) {
    const { session, room, picker, clock = systemClock } = options;
    this.pick = this.lifetime.own(picker);
    this.waits = this.lifetime.own(new Waits(session.client, clock, /^GET chat\.search$/));
    keepOrder(picker);
    picker.title = plainText(vscode.l10n.t('Search Messages in {0}', room.name));
    picker.placeholder = vscode.l10n.t('What to look for; Enter searches');
    picker.buttons = [this.matchCase, this.regExp];
    this.lifetime.own({ dispose: () => this.stop() });
    this.lifetime.own(picker.onDidChangeValue(() => this.show()));
    this.lifetime.own(picker.onDidTriggerButton(() => this.toggled()));
    this.lifetime.own(this.waits.onDidChange(() => this.showWait()));
    session.signal.addEventListener('abort', () => picker.hide(), { signal: this.lifetime.signal });
    this.show();
    this.picked = this.ask();
  }

  private ask(): Promise<Message | undefined> {
    return new Promise((resolve) => {
      this.lifetime.own(
        this.pick.onDidHide(() => {
          resolve(undefined);
          this.lifetime.dispose();
        }),
      );
      this.lifetime.own(
        this.pick.onDidAccept(() => {
          const message = this.accept();
          if (!message) return;
          resolve(message);
          this.lifetime.dispose();
        }),
      );
      this.pick.show();
    });
  }

  /** The message that was meant, if one was. */
  private accept(): Message | undefined {
    const [active] = this.pick.activeItems;
    // Whoever types fast presses Enter before the rows have become others.
    const isShown = active && this.pick.items.includes(active);
    const row: Omit<SearchRow, 'label'> = isShown ? active : { act: 'search' };
    if (row.message) return row.message;
    if (row.insert !== undefined) this.insert(row.insert);
    else this.act(row.act);
    return undefined;
  }

  private act(act: SearchRow['act']): void {
    if (act === 'more') void this.more();
    else if (act === 'everywhere') this.search(this.everywhere());
    else if (act === 'search' && this.pick.value.trim() !== '') this.search([this.options.room]);
  }

  private insert(word: string): void {
    const typed = this.pick.value.trimEnd();
    this.pick.value = typed === '' ? word : `${typed} ${word}`;
    this.show();
  }

  /** What was found is another question from now on; what was only typed waits for Enter. */
  private toggled(): void {
    const { run } = this;
    if (run?.typed === this.pick.value) this.search(run.search.rooms);
    else this.stop();
  }

  private terms(): SearchTerms {
    const { checked: isRegExp } = this.regExp.toggle;
    return { text: this.pick.value, isRegExp, matchesCase: this.matchCase.toggle.checked };
  }

  private search(rooms: readonly Room[]): void {
    this.run?.lifetime.dispose();
    const search = new MessageSearch(this.options.session, rooms, this.terms());
    this.run = { search, typed: this.pick.value, lifetime: new Lifetime() };
    void this.more(rooms.length);
  }

  /** So many pages more, shown one by one. */
  private async more(pages = 1): Promise<void> {
    const { run } = this;
    if (!run) return;
    this.pick.busy = true;
    this.show();
    for (let page = 0; page < pages && run.search.hasMore; page += 1) {
      await run.search.more(run.lifetime.signal);
      if (run !== this.run) return;
      if (isStuck(run.search)) break;
      this.show();
    }
    this.pick.busy = false;
    this.show();
    this.showWait();
  }

  private showWait(): void {
    const { seconds } = this.waits;
    const isWaiting = this.pick.busy && seconds !== undefined;
    this.pick.prompt = isWaiting
      ? vscode.l10n.t('The server asks to slow down. More in {0} s.', seconds)
      : undefined;
  }

  private stop(): void {
    this.run?.lifetime.dispose();
    this.run = undefined;
    this.pick.busy = false;
  }

  private everywhere(): readonly Room[] {
    const { rooms } = this.options.session;
    // No server finds what it cannot read.
    const readable = rooms.all().filter(({ isEncrypted }) => !isEncrypted);
    return latestRooms(readable, roomsAtOnce);
  }

  /** Whoever asked for more goes on where they were. */
  private show(): void {
    const [active] = this.pick.activeItems;
    this.pick.keepScrollPosition = true;
    this.pick.items = this.rows();
    const kept =
      active && this.pick.items.find((row) => row.message && row.message.id === active.message?.id);
    if (kept) this.pick.activeItems = [kept];
  }

  private rows(): SearchRow[] {
    const { value } = this.pick;
    const { run } = this;
    if (run?.typed === value) return [...this.found(run.search), ...this.tail(run.search)];
    const label = plainText(vscode.l10n.t('Search for {0}', value.trim()));
    const go: SearchRow[] =
      value.trim() === '' ? [] : [{ label, iconPath: searchIcon, act: 'search', alwaysShow: true }];
    return [...go, ...searchWords()];
  }

  private found(search: MessageSearch): SearchRow[] {
    const { session } = this.options;
    const nameOf = (message: Message) =>
      search.rooms.length > 1 ? session.rooms.get(message.room)?.name : undefined;
    const rowOf = (message: Message) =>
      foundRow(shownMessage(session, message), this.pick.value, nameOf(message));
    return search.found.map(rowOf);
  }

  private tail(search: MessageSearch): SearchRow[] {
    const state = this.stateRow(search);
    const everywhere: SearchRow = {
      label: vscode.l10n.t('Search my {0} latest rooms', roomsAtOnce),
      iconPath: searchIcon,
      act: 'everywhere',
    };
    const rows = [...(state ? [state] : []), ...(search.rooms.length === 1 ? [everywhere] : [])];
    return rows.map((row) => ({ ...row, alwaysShow: true }));
  }

  private stateRow(search: MessageSearch): SearchRow | undefined {
    const { next, problem, found, hasMore } = search;
    if (this.pick.busy) return { label: searchingText(search.rooms.length > 1 ? next : undefined) };
    if (problem && isStuck(search)) return problemRow(problem.error, hasMore);
    if (hasMore) return { label: vscode.l10n.t('Load more'), act: 'more' };
    return found.length === 0 ? { label: vscode.l10n.t('Nothing found') } : undefined;
  }
}

/** Of several rooms, one that may not be searched is passed over; any other trouble is the person's to know first. */
function isStuck({ problem, rooms }: MessageSearch): boolean {
  return problem !== undefined && (rooms.length === 1 || problem.error.failure.kind !== 'forbidden');
}

function problemRow(error: ApiError, canTryAgain: boolean): SearchRow {
  const detail = explain(error);
  return canTryAgain
    ? { label: vscode.l10n.t('Could not search. Try again'), detail, act: 'more' }
    : { label: vscode.l10n.t('Could not search'), detail };
}

function searchingText(room: Room | undefined): string {
  return plainText(room ? vscode.l10n.t('Searching {0}…', room.name) : vscode.l10n.t('Searching…'));
}

const searchIcon = new vscode.ThemeIcon('search');

function toggle(icon: string, tooltip: string) {
  return {
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
    location: vscode.QuickInputButtonLocation.Input,
    toggle: { checked: false },
  };
}
