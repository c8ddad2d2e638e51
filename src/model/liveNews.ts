import type { WireCleaning, WireNotification } from '../api/realtime/streams';
import type { WireMessage } from '../api/wire';
import type { Clock } from '../base/clock';
import type { Disposable } from '../base/event';
import type { RoomNews } from './roomHalves';

/** What was told within one turn of the loop, in the order of arrival of each kind. */
export interface News {
  readonly rooms: RoomNews[];
  readonly messages: WireMessage[];
  readonly deleted: { readonly room: string; readonly id: unknown }[];
  readonly cleanings: WireCleaning[];
  readonly notifications: WireNotification[];
  readonly whispers: WireMessage[];
}

/** Collects what is told, so that a burst is taken in at once. */
export class Newsbox implements Disposable {
  private news: News | undefined;
  private timer: Disposable | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly take: (news: News) => void,
  ) {}

  /** To be added to within this turn. */
  get open(): News {
    if (this.news) return this.news;
    this.timer = this.clock.after(0, () => this.empty());
    this.news = { rooms: [], messages: [], deleted: [], cleanings: [], notifications: [], whispers: [] };
    return this.news;
  }

  dispose(): void {
    this.timer?.dispose();
    this.news = undefined;
  }

  private empty(): void {
    const { news } = this;
    this.news = undefined;
    if (news) this.take(news);
  }
}
