import type { ApiError } from '../api/errors';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Message } from '../model/message';
import { messageContext } from '../model/messageContext';
import type { Place } from '../model/place';
import { sameValue } from '../model/sameValue';
import type { Outgoing } from '../model/sendingItems';
import { messageView, type Beholder, type Standing } from './messageView';
import { outgoingView } from './outgoingView';
import type { Action, MessageView } from './protocol/message';
import type { ReadingPage } from './sessionPage';

/** What the host says within messages. */
export interface RowWords extends Pick<Beholder, 'you' | 'systemText'> {
  explain(error: ApiError): string;
}

interface Shown {
  readonly standing: Standing;
  readonly view: MessageView;
}

/** Messages as the page shows them; the same object as long as a person could not tell the difference. */
export class MessageViews implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly beholder: Beholder;
  private readonly shown = new WeakMap<Message, Shown>();
  private readonly outgoing = new WeakMap<Outgoing, MessageView>();

  /** `heed` is called when views may have become others without a change of their messages. */
  constructor(
    private readonly page: ReadingPage,
    private readonly words: RowWords,
    heed: () => void,
  ) {
    const { session } = page;
    const { userId, username } = session.account;
    this.beholder = {
      me: { id: userId, username },
      you: words.you,
      systemText: words.systemText,
    };
    this.lifetime.own(session.rights.onDidChange(heed));
    this.lifetime.own(session.rooms.onDidChange((ids) => page.place && ids.has(page.place.room) && heed()));
  }

  /** The oldest first, those that are being sent last: unless what is newer is not here. */
  of(messages: readonly Message[], place: Place, hasNewer: boolean): readonly MessageView[] {
    const views = messages.map((message) => this.view(message));
    if (hasNewer) return views;
    const arrived = new Set<string>(messages.map(({ id }) => id));
    const entries = this.page.session.sending.entries(place).filter(({ id }) => !arrived.has(id));
    return [...views, ...entries.map((entry) => this.sendingView(entry))];
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private view(message: Message): MessageView {
    const known = this.shown.get(message);
    const standing = this.standing(message);
    if (known && sameValue(known.standing, standing)) return known.view;
    const view = messageView(message, standing, this.beholder);
    this.shown.set(message, { standing, view });
    return view;
  }

  private standing(message: Message): Standing {
    const { rooms, knownSettings } = this.page.session;
    const offers = this.offers(message);
    const room = rooms.get(message.room);
    const isUnread = room?.unreadThreads.includes(message.id) === true;
    return {
      offers,
      isUnread,
      isIgnored: room?.ignored.includes(message.author.id) === true,
      contextValue: messageContext(message, isUnread, offers),
      keepsReceipts: knownSettings?.hasReceipts === true,
    };
  }

  /** Who reads a message in its room need not be led there. */
  private offers(message: Message): readonly Action[] {
    const { place, session } = this.page;
    const offers = session.rights.offered(message);
    return place?.thread === undefined ? offers.filter((action) => action !== 'show') : offers;
  }

  private sendingView(entry: Outgoing): MessageView {
    const known = this.outgoing.get(entry);
    if (known) return known;
    const view = outgoingView(entry, this.beholder, entry.error && this.words.explain(entry.error));
    this.outgoing.set(entry, view);
    return view;
  }
}
