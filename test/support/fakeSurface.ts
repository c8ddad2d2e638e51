import { Emitter } from '../../src/base/event';
import type { FromPage, ToPage } from '../../src/webview/protocol/conversation';
import type { Surface } from '../../src/webview/surface';

/** Where a page would stand: records what it is told, and says what the test lets it say. */
export class FakeSurface implements Surface {
  private readonly visibility = new Emitter<void>();
  private readonly received = new Emitter<unknown>();
  readonly home = 'sideBar';
  readonly onDidChangeVisibility = this.visibility.event;
  readonly onDidReceive = this.received.event;
  isVisible = true;
  told: ToPage[] = [];

  post(message: ToPage): void {
    this.told.push(message);
  }

  name(): void {
    // The page itself says what it is called.
  }

  say(message: FromPage): void {
    this.received.fire(message);
  }

  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.visibility.fire();
  }

  /** What it was told since the last time. */
  news(): readonly ToPage[] {
    return this.told.splice(0);
  }
}
