import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import { latestRooms, MessageSearch, type SearchTerms } from '../model/messageSearch';
import type { Room } from '../model/room';
import type { Session } from '../model/session';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import { foundRow, searchWords, type SearchRow } from './searchRows';

/** How far *Search my latest rooms* goes: the server searches one room with each call, and allows ten a minute. */
const roomsAtOnce = 10;

export interface SearchOptions {
  readonly session: Session;
  readonly room: Room;
  /** Owned from now on. */
  readonly picker: vscode.QuickPick<SearchRow>;
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
  /** What was searched last, and what for. */
  private run:
    { readonly search: MessageSearch; readonly typed: string; readonly lifetime: Lifetime } | undefined;
  readonly picked: Promise<Message | undefined>;

  constructor(private readonly options: SearchOptions) {
    const { session, room, picker } = options;
    this.pick = this.lifetime.own(picker);
    this.pick.title = plainText(vscode.l10n.t('Search Messages in {0}', room.name));
    this.pick.placeholder = vscode.l10n.t('What to look for; Enter searches');
    this.pick.buttons = [this.matchCase, this.regExp];
    this.lifetime.own({ dispose: () => this.stop() });
    const hide = () => this.pick.hide();
    session.signal.addEventListener('abort', hide);
    this.lifetime.own({ dispose: () => session.signal.removeEventListener('abort', hide) });
    this.lifetime.own(this.pick.onDidChangeValue(() => this.show()));
    this.lifetime.own(this.pick.onDidTriggerButton(() => this.toggled()));
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
    const [row] = this.pick.activeItems;
    if (row?.message) return row.message;
    if (row?.insert !== undefined) this.insert(row.insert);
    else this.act(row);
    return undefined;
  }

  private act(row: SearchRow | undefined): void {
    if (row?.act === 'more') void this.more();
    else if (row?.act === 'everywhere') this.search(this.everywhere());
    else if (this.pick.value.trim() !== '') this.search([this.options.room]);
  }

  private insert(word: string): void {
    const typed = this.pick.value.trimEnd();
    this.pick.value = typed === '' ? word : `${typed} ${word}`;
    this.show();
  }

  /** Another question from now on. */
  private toggled(): void {
    const { run } = this;
    if (run) this.search(run.search.rooms);
    else this.show();
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
  }

  private stop(): void {
    this.run?.lifetime.dispose();
    this.run = undefined;
  }

  private everywhere(): readonly Room[] {
    return latestRooms(this.options.session.rooms.all(), roomsAtOnce);
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
    const go: SearchRow[] = value.trim() === '' ? [] : [{ label, iconPath: searchIcon, alwaysShow: true }];
    return [...go, ...searchWords()];
  }

  private found(search: MessageSearch): SearchRow[] {
    const { rooms } = this.options.session;
    const nameOf = (message: Message) =>
      search.rooms.length > 1 ? rooms.get(message.room)?.name : undefined;
    return search.found.map((message) => foundRow(message, this.pick.value, nameOf(message)));
  }

  private tail(search: MessageSearch): SearchRow[] {
    const { problem } = search;
    const rows: SearchRow[] = [];
    if (problem)
      rows.push({
        label: vscode.l10n.t('Could not search. Try again'),
        detail: explain(problem.error),
        act: 'more',
      });
    else if (this.pick.busy) rows.push({ label: vscode.l10n.t('Searching…') });
    else if (search.hasMore) rows.push({ label: vscode.l10n.t('Load more'), act: 'more' });
    else if (search.found.length === 0) rows.push({ label: vscode.l10n.t('Nothing found') });
    if (search.rooms.length === 1)
      rows.push({
        label: vscode.l10n.t('Search my {0} latest rooms', roomsAtOnce),
        iconPath: searchIcon,
        act: 'everywhere',
      });
    return rows.map((row) => ({ ...row, alwaysShow: true }));
  }
}

/** A room that may not be searched is passed over; any other trouble is the person's to know first. */
function isStuck({ problem }: MessageSearch): boolean {
  return problem !== undefined && problem.error.failure.kind !== 'forbidden';
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
