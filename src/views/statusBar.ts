import * as vscode from 'vscode';
import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Account, SignedOut } from '../model/account';
import type { WaitingElsewhere } from '../model/otherAccounts';
import { wantsMe } from '../model/sections';
import type { CurrentSession, Session } from '../model/session';
import type { Snooze } from '../model/snooze';
import type { Unsent } from '../model/unsent';
import { statusShown, SteadyState } from './statusBarState';
import { statusCommand, statusLabel, statusText, statusTooltip } from './statusBarText';

export interface StatusServices {
  readonly current: CurrentSession & {
    readonly account: Account | undefined;
    signedOut(): SignedOut | undefined;
  };
  readonly unsent: Pick<Unsent, 'waiting' | 'onDidChange'>;
  readonly snooze: Pick<Snooze, 'end' | 'onDidChange'>;
  readonly elsewhere: WaitingElsewhere;
  readonly clock: Clock;
}

/** The part of a status bar item that is written. */
export type StatusItem = Pick<
  vscode.StatusBarItem,
  'text' | 'tooltip' | 'command' | 'accessibilityInformation' | 'show' | 'hide'
>;

/** The one item of the extension in the status bar. */
export function showStatus(services: StatusServices): Disposable {
  const lifetime = new Lifetime();
  const item = lifetime.own(vscode.window.createStatusBarItem('rocketchat.status'));
  item.name = 'Rocket.Chat';
  lifetime.own(new StatusBar(item, services));
  return lifetime;
}

export class StatusBar implements Disposable {
  private readonly lifetime = new Lifetime();
  private ofSession = new Lifetime();
  private steady: SteadyState | undefined;

  constructor(
    private readonly item: StatusItem,
    private readonly services: StatusServices,
  ) {
    const { current, unsent, snooze, elsewhere } = services;
    this.lifetime.own({ dispose: () => this.ofSession.dispose() });
    this.lifetime.own(current.onDidChange((session) => this.follow(session)));
    const events: readonly Event<void>[] = [unsent.onDidChange, snooze.onDidChange, elsewhere.onDidChange];
    for (const event of events) this.lifetime.own(event(() => this.show()));
    this.follow(current.get());
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private follow(session: Session | undefined): void {
    this.ofSession.dispose();
    this.ofSession = new Lifetime();
    this.steady = undefined;
    if (session) this.watch(session);
    this.show();
  }

  private watch(session: Session): void {
    const steady = this.ofSession.own(new SteadyState(session.live, this.services.clock));
    this.steady = steady;
    this.ofSession.own(steady.onDidChange(() => this.show()));
    this.ofSession.own(session.rooms.onDidChange(() => this.show()));
    this.ofSession.own(
      session.sync.onDidRefresh(() => {
        if (session.sync.state === 'ready') steady.refreshed();
      }),
    );
  }

  private show(): void {
    const { current, unsent, snooze, elsewhere } = this.services;
    const session = current.get();
    const facts = {
      account: current.account,
      hasAccount: current.account !== undefined,
      signedOut: current.signedOut(),
      live: this.steady?.state ?? { mode: 'off' as const },
      upToDateAt: this.steady?.upToDateAt,
      unsent: unsent.waiting().length,
      waiting: session ? wantsMe(session.rooms.all()) : 0,
      snoozedUntil: snooze.end,
      isSnoozed: snooze.end !== undefined,
      elsewhere: elsewhere.waiting(),
    };
    const shown = statusShown(facts);
    if (shown.kind === 'nothing') {
      this.item.hide();
      return;
    }
    this.item.text = statusText(shown);
    this.item.tooltip = statusTooltip(shown, facts);
    this.item.command = statusCommand(shown);
    this.item.accessibilityInformation = { label: statusLabel(shown) };
    this.item.show();
  }
}
