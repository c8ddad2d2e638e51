import { Emitter } from '../../src/base/event';
import type { Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import type { OpenPage } from '../../src/webview/part';
import type { ToPage } from '../../src/webview/protocol/conversation';

/** A page that records what it is told. */
export class FakePage implements OpenPage {
  private readonly placeChanged = new Emitter<Place | undefined>();
  private readonly ending = new AbortController();
  readonly told: ToPage[] = [];
  readonly onDidChangePlace = this.placeChanged.event;
  readonly signal = this.ending.signal;

  constructor(
    readonly session: Session,
    public place: Place | undefined = { room: roomId('GENERAL') },
  ) {}

  tell(message: ToPage): void {
    this.told.push(message);
  }

  /** What it was told under that tag. */
  of<Tag extends ToPage['type']>(type: Tag): Extract<ToPage, { type: Tag }>[] {
    return this.told.filter((message): message is Extract<ToPage, { type: Tag }> => message.type === type);
  }

  go(place: Place): void {
    this.place = place;
    this.placeChanged.fire(place);
  }

  close(): void {
    this.ending.abort();
  }
}
