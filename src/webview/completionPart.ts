import * as vscode from 'vscode';
import { ApiError } from '../api/errors';
import type { Clock } from '../base/clock';
import { Lifetime } from '../base/lifetime';
import {
  commandsFor,
  groupsFor,
  peopleAtHand,
  peopleFound,
  roomsAtHand,
  roomsFound,
  type CompletedPerson,
  type CompletedRoom,
} from '../model/completion';
import { readable } from '../model/completionText';
import type { Place } from '../model/place';
import type { SlashCommand } from '../model/slashCommands';
import type { MakePart, OpenPage, Part } from './part';
import type { CompletionView, FromPage } from './protocol/conversation';

/** While somebody types, the server is not asked at each key. */
const pauseMs = 200;

/** Names of people, rooms and commands for the box: those at hand at once, those that the server finds after a pause. */
export function completionPart(clock: Clock): MakePart {
  return (page) => new CompletionPart(page, clock);
}

type Asked = Extract<FromPage, { type: 'complete' }>;

class CompletionPart implements Part {
  private run: Lifetime | undefined;

  constructor(
    private readonly page: OpenPage,
    private readonly clock: Clock,
  ) {}

  begin(): void {
    this.run?.dispose();
  }

  /** The latest wins: what an earlier one still finds is not told. */
  heed(message: FromPage): boolean {
    if (message.type !== 'complete') return false;
    this.run?.dispose();
    const { place } = this.page;
    if (!place) return true;
    this.run = new Lifetime();
    void this.complete(message, place, this.run);
    return true;
  }

  dispose(): void {
    this.run?.dispose();
  }

  private async complete(asked: Asked, place: Place, run: Lifetime): Promise<void> {
    const { session } = this.page;
    const { query, kind } = asked;
    const tell = (items: readonly CompletionView[]) => {
      if (!run.signal.aborted) this.page.tell({ type: 'completions', request: asked.request, items });
    };
    if (kind === 'command') {
      tell(commandsFor(await this.commands(), query).map(commandView));
      return;
    }
    const search = { query, signal: run.signal };
    if (kind === 'room') {
      tell(roomsAtHand(session, query).map(roomView));
      this.later(run, async () => tell((await roomsFound(session, search)).map(roomView)));
      return;
    }
    const groups = groupsFor(session, place, query).map(groupView);
    tell([...peopleAtHand(session, place, query).map(personView), ...groups]);
    this.later(run, async () =>
      tell([...(await peopleFound(session, place, search)).map(personView), ...groups]),
    );
  }

  private later(run: Lifetime, work: () => Promise<void>): void {
    run.own(this.clock.after(pauseMs, () => void work()));
  }

  private async commands(): Promise<readonly SlashCommand[]> {
    try {
      return await this.page.session.slashCommands.list();
    } catch (error) {
      // Sending says why.
      if (error instanceof ApiError) return [];
      throw error;
    }
  }
}

function personView({ username, name, avatarTag }: CompletedPerson): CompletionView {
  const tag = avatarTag === undefined ? '' : `?etag=${encodeURIComponent(avatarTag)}`;
  return {
    insert: `@${username}`,
    label: name ?? username,
    ...(name !== undefined && name !== username && { detail: `@${username}` }),
    image: `/avatar/${encodeURIComponent(username)}${tag}`,
  };
}

function groupView(group: 'all' | 'here'): CompletionView {
  const detail =
    group === 'all'
      ? vscode.l10n.t('Everybody in the room')
      : vscode.l10n.t('Everybody in the room who is online');
  return { insert: `@${group}`, label: group, detail, icon: 'organization' };
}

function roomView({ slug, name, isPublic }: CompletedRoom): CompletionView {
  return {
    insert: `#${slug}`,
    label: name,
    ...(name !== slug && { detail: `#${slug}` }),
    icon: isPublic ? 'symbol-number' : 'lock',
  };
}

function commandView({ name, params, description }: SlashCommand): CompletionView {
  const [after, detail] = [readable(params), readable(description)];
  return {
    insert: `/${name}`,
    label: after === undefined ? `/${name}` : `/${name} ${after}`,
    ...(detail !== undefined && { detail }),
    icon: 'terminal',
  };
}
