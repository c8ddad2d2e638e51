import type { Clock } from '../base/clock';
import type { Disposable, Event } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Notice } from './notice';
import { WaitingNotices, type Knowledge } from './toastsWaiting';

/** What comes within this time is told together. */
const momentMs = 1_500;
/** VS Code puts a notification away about then; from its list it can still be answered. */
const standMs = 20_000;

export interface ToastsOptions {
  readonly rooms: Knowledge['rooms'] & { readonly onDidChange: Event<unknown> };
  readonly messages: Knowledge['messages'] & { readonly onDidChange: Event<unknown> };
  /** My user name. */
  readonly username: string;
  readonly clock: Clock;
  /** Whether nothing is wanted just now: what comes meanwhile is left to the badge. */
  readonly isQuiet: () => boolean;
  readonly isOnScreen: (notice: Notice) => boolean;
  /** Whether it is up to this window to show anything. Never rejects. */
  readonly isMine: () => Promise<boolean>;
  /** Shows what came, at least one, the oldest first; resolves when it has been put away. Never rejects. */
  readonly show: (notices: readonly Notice[]) => Promise<void>;
}

/** Decides when what the server wants shown is shown: grouped, one at a time, and nothing that was seen anyway. */
export class Toasts implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly waiting: WaitingNotices;
  private timer: Disposable | undefined;
  private standing: Disposable | undefined;
  private isHeld = false;
  private isStanding = false;

  constructor(private readonly options: ToastsOptions) {
    this.waiting = new WaitingNotices(options);
    this.lifetime.own(options.rooms.onDidChange(() => this.waiting.look()));
    this.lifetime.own(options.messages.onDidChange(() => this.waiting.look()));
    this.lifetime.own({ dispose: () => this.timer?.dispose() });
    this.lifetime.own({ dispose: () => this.standing?.dispose() });
  }

  take(notice: Notice): void {
    const { username, isQuiet, isOnScreen } = this.options;
    if (this.lifetime.signal.aborted || notice.username === username) return;
    if (isQuiet() || isOnScreen(notice)) return;
    this.waiting.add(notice);
    this.schedule();
  }

  /** While held, nothing is shown, and nothing is lost. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    this.schedule();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private schedule(): void {
    const mayShow = !this.isHeld && !this.isStanding && !this.waiting.isEmpty;
    if (this.timer || !mayShow || this.lifetime.signal.aborted) return;
    this.timer = this.options.clock.after(momentMs, () => {
      this.timer = undefined;
      if (!this.isHeld) void this.showAll();
    });
  }

  private async showAll(): Promise<void> {
    this.isStanding = true;
    const isMine = await this.options.isMine();
    // A debug session may have begun meanwhile.
    if (!this.isHeld) await this.showUnless(!isMine || this.options.isQuiet());
    this.isStanding = false;
    this.schedule();
  }

  private async showUnless(isUnwanted: boolean): Promise<void> {
    const notices = this.waiting.take().filter((notice) => !this.options.isOnScreen(notice));
    const isOver = this.lifetime.signal.aborted;
    if (!isOver && !isUnwanted && notices.length > 0) await this.stand(notices);
  }

  /** It stands until it is put away, by the person or by VS Code. */
  private stand(notices: readonly Notice[]): Promise<void> {
    return new Promise((resolve) => {
      const timer = this.options.clock.after(standMs, resolve);
      this.standing = timer;
      void this.options.show(notices).then(() => {
        timer.dispose();
        resolve();
      });
    });
  }
}
