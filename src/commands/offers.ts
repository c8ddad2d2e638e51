import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { failureOf } from '../api/errors';
import type { ServerSettings } from '../model/serverSettings';
import type { CurrentSession, Session } from '../model/session';
import { setContext } from '../platform/contextKey';

/** Which marks the server has: what it switched off is not offered. Until it is known, all are. */
export class Offers implements Disposable {
  private readonly lifetime = new Lifetime();
  private watched = new Lifetime();

  constructor(private readonly current: CurrentSession) {
    this.lifetime.own({ dispose: () => this.watched.dispose() });
    this.lifetime.own(current.onDidChange((session) => this.follow(session)));
    this.follow(current.get());
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private follow(session: Session | undefined): void {
    this.watched.dispose();
    this.watched = new Lifetime();
    showAll(session !== undefined);
    // The session asks for its settings by then: this makes no request of its own.
    if (session) this.watched.own(session.sync.onDidChange(() => void this.learn(session)));
  }

  private async learn(session: Session): Promise<void> {
    if (session.sync.state !== 'ready') return;
    try {
      const settings = await session.settings();
      if (this.current.get() === session) show(settings);
    } catch (error) {
      if (!failureOf(error)) throw error;
    }
  }
}

type Offered = Pick<ServerSettings, 'allowsPinning' | 'allowsStarring' | 'allowsThreads'>;

function show({ allowsPinning, allowsStarring, allowsThreads }: Offered): void {
  setContext('rocketchat.offersPins', allowsPinning);
  setContext('rocketchat.offersStars', allowsStarring);
  setContext('rocketchat.offersThreads', allowsThreads);
}

function showAll(isOffered: boolean): void {
  show({ allowsPinning: isOffered, allowsStarring: isOffered, allowsThreads: isOffered });
}
