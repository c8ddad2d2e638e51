import * as vscode from 'vscode';
import type { Waiting } from '../api/client';
import { Lifetime } from '../base/lifetime';
import type { Session } from '../model/session';
import { explain } from '../platform/explain';

const second = 1000;
/** What the rows come from; others wait where they are asked for. */
const routes: ReadonlySet<string> = new Set([
  'GET rooms.get',
  'GET subscriptions.get',
  'GET chat.getThreadsList',
  'GET chat.getPinnedMessages',
  'GET chat.getStarredMessages',
  'GET chat.getMentionedMessages',
  'GET chat.getDiscussions',
  'GET chat.getThreadMessages',
]);

/** The line above the rows: why they are not up to date, and when they will be. Quiet while all is well. */
export class ViewNotice implements vscode.Disposable {
  private readonly lifetime = new Lifetime();
  private readonly waits = new Map<string, number>();
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly view: Pick<vscode.TreeView<unknown>, 'message'>,
    private readonly session: Session,
  ) {
    this.lifetime.own(session.client.onDidWait((waiting) => this.wait(waiting)));
    this.lifetime.own(session.sync.onDidChange(() => this.show()));
    this.show();
  }

  dispose(): void {
    this.lifetime.dispose();
    clearInterval(this.timer);
    this.view.message = undefined;
  }

  private wait({ route, until }: Waiting): void {
    if (!routes.has(route)) return;
    this.waits.set(route, until.getTime());
    this.timer ??= setInterval(() => this.show(), second);
    this.show();
  }

  private show(): void {
    const now = Date.now();
    for (const [route, until] of this.waits) if (until <= now) this.waits.delete(route);
    if (this.waits.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
    }
    this.view.message = this.slowedDown(now) ?? this.stale();
  }

  private slowedDown(now: number): string | undefined {
    if (this.waits.size === 0) return undefined;
    const seconds = Math.ceil((Math.max(...this.waits.values()) - now) / second);
    return vscode.l10n.t('The server asks to slow down: newer in {0} s', seconds);
  }

  private stale(): string | undefined {
    const { error, state } = this.session.sync;
    const hasRows = this.session.rooms.all().length > 0;
    return state === 'failed' && error && hasRows
      ? vscode.l10n.t('Not up to date. {0}', explain(error))
      : undefined;
  }
}
