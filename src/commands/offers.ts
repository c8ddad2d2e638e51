import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { usualSettings, type ServerSettings } from '../model/serverSettings';
import type { CurrentSession, Session } from '../model/session';
import { setContext } from '../platform/contextKey';

/** What the palette offers: nothing that the server has switched off. Until that is known, what a new one has. */
export class Offers implements Disposable {
  private readonly lifetime = new Lifetime();
  private watched = new Lifetime();

  constructor(current: CurrentSession) {
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
    const tell = () => show(session && (session.knownSettings ?? usualSettings));
    if (session) this.watched.own(session.rights.onDidChange(tell));
    tell();
  }
}

/** To somebody signed out it offers none of these. */
function show(settings: ServerSettings | undefined): void {
  setContext('rocketchat.offersPins', settings?.allowsPinning === true);
  setContext('rocketchat.offersStars', settings?.allowsStarring === true);
  setContext('rocketchat.offersThreads', settings?.allowsThreads === true);
  setContext('rocketchat.offersFavorites', settings?.allowsFavorites === true);
  setContext('rocketchat.offersDiscussions', settings?.allowsDiscussions === true);
  setContext('rocketchat.offersReceipts', settings?.hasReceipts === true && settings.namesReaders);
}
