import * as vscode from 'vscode';
import { ApiError } from '../api/errors';
import type { Clock } from '../base/clock';
import { Lifetime } from '../base/lifetime';
import type { Session } from '../model/session';
import { foundTargets, targetsAtHand, type FoundTarget } from './composeTargetSearch';
import type { ComposePart, MakeComposePart, OpenComposer } from './composePart';
import { handle } from './handlers';
import type { RoomIcons } from './placeLook';
import type { FromCompose, TargetView } from './protocol/compose';

/** While somebody types, the server is not asked at each key. */
const pauseMs = 200;

export interface TargetsOptions {
  readonly clock: Clock;
  /** As the rows of the trees show rooms. */
  readonly icons: RoomIcons;
}

/** Rooms and people to send to: those at hand at once, those that the server finds after a pause. */
export function targetsPart(options: TargetsOptions): MakeComposePart {
  return (composer) => new TargetsPart(composer, options);
}

type Asked = Extract<FromCompose, { type: 'findTargets' }>;

class TargetsPart implements ComposePart {
  private run: Lifetime | undefined;

  constructor(
    private readonly composer: OpenComposer,
    private readonly options: TargetsOptions,
  ) {}

  begin(): void {
    this.run?.dispose();
  }

  /** The latest wins: what an earlier one still finds is not told. */
  heed(message: FromCompose): boolean {
    return handle(message, { findTargets: (asked) => this.find(asked) });
  }

  dispose(): void {
    this.run?.dispose();
  }

  private find({ request, query }: Asked): void {
    this.run?.dispose();
    const run = new Lifetime();
    this.run = run;
    const { session } = this.composer;
    const tell = (found: readonly FoundTarget[], isWhole: boolean) => {
      const items = found.map((target) => this.view(target));
      if (!run.signal.aborted) this.composer.tell({ type: 'targets', request, items, isWhole });
    };
    tell(targetsAtHand(session, query), false);
    const later = async () => tell(await search(session, query, run.signal), true);
    run.own(this.options.clock.after(pauseMs, () => void later()));
  }

  private view({ room, username, topic, ...target }: FoundTarget): TargetView {
    if (username !== undefined) {
      const detail = username === target.label ? undefined : `@${username}`;
      return { ...target, detail, image: `/avatar/${encodeURIComponent(username)}` };
    }
    const icon = this.options.icons[room?.kind ?? 'channel'];
    return { ...target, icon, detail: room ? topic : vscode.l10n.t('You have not joined it yet') };
  }
}

/** Those at hand stay where the server does not answer. */
async function search(session: Session, query: string, signal: AbortSignal): Promise<readonly FoundTarget[]> {
  try {
    return await foundTargets(session, { text: query, signal });
  } catch (error) {
    if (error instanceof ApiError) return targetsAtHand(session, query);
    throw error;
  }
}
