import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Whisper } from '../model/live';
import { sameValue } from '../model/sameValue';
import { handle } from './handlers';
import type { Part } from './part';
import { placeLook, type RoomIcons } from './placeLook';
import type { FromPage, PlaceView } from './protocol/conversation';
import type { ReadingPage } from './sessionPage';

/** How long what the server says to me alone stands there. */
const whisperMs = 20_000;

/** All around the messages: header, faces, notices, who types, and whether one can write. */
export class PlacePart implements Part {
  private readonly lifetime = new Lifetime();
  private followed = new Lifetime();
  private told: PlaceView | undefined;
  private timer: Disposable | undefined;
  private whisper: Whisper | undefined;
  private forgetting: Disposable | undefined;

  constructor(
    private readonly page: ReadingPage,
    private readonly icons: RoomIcons,
  ) {
    const { live, rights, messages } = page.session;
    const later = () => this.later();
    this.lifetime.own({ dispose: () => this.followed.dispose() });
    this.lifetime.own({ dispose: () => this.timer?.dispose() });
    this.lifetime.own({ dispose: () => this.forgetting?.dispose() });
    this.lifetime.own(page.onDidChangePlace(() => this.follow()));
    this.lifetime.own(live.onDidChange(later));
    this.lifetime.own(rights.onDidChange(later));
    this.lifetime.own(page.waits.onDidChange(later));
    this.lifetime.own(live.onDidChangeTyping((room) => room === page.place?.room && later()));
    this.lifetime.own(live.onDidWhisper((whisper) => this.hear(whisper)));
    this.lifetime.own(
      messages.onDidChange((ids) => page.place?.thread && ids.has(page.place.thread) && later()),
    );
    this.follow();
  }

  begin(): void {
    this.told = undefined;
    this.tellNow();
  }

  heed(message: FromPage): boolean {
    return handle(message, {
      typing: ({ isTyping }) => this.tellTyping(isTyping),
    });
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private tellTyping(isTyping: boolean): void {
    const { session, place } = this.page;
    const { username, name = username } = session.account;
    const shown = session.knownSettings?.usesRealNames === true ? name : username;
    if (place) session.live.tellTyping(place.room, { name: shown, isTyping });
  }

  private follow(): void {
    const { timeline, room } = this.page;
    this.followed.dispose();
    this.followed = new Lifetime();
    this.whisper = undefined;
    if (timeline) this.followed.own(timeline.onDidChange(() => this.later()));
    if (room) this.followed.own(room.onDidChange(() => this.later()));
  }

  private later(): void {
    this.timer ??= this.page.clock.after(0, () => this.tellNow());
  }

  private tellNow(): void {
    this.timer?.dispose();
    this.timer = undefined;
    const view = placeLook(this.page, this.icons, this.whisper);
    this.page.name(view.title, view.icon);
    if (!this.page.isReady || sameValue(view, this.told)) return;
    this.told = view;
    this.page.tell({ type: 'place', view });
  }

  private hear(whisper: Whisper): void {
    const { place, clock } = this.page;
    if (whisper.room !== place?.room) return;
    this.whisper = whisper;
    this.forgetting?.dispose();
    this.forgetting = clock.after(whisperMs, () => {
      this.whisper = undefined;
      this.later();
    });
    this.later();
  }
}
