import { Emitter } from '../../src/base/event';
import type { FromCompose, ToCompose } from '../../src/webview/protocol/compose';
import type { Surface } from '../../src/webview/surface';

/** Where a composer would stand: records what it is told, and says what the test lets it say. */
export class FakeComposer implements Surface<ToCompose> {
  private readonly visibility = new Emitter<void>();
  private readonly received = new Emitter<unknown>();
  readonly home = 'editor';
  readonly onDidChangeVisibility = this.visibility.event;
  readonly onDidReceive = this.received.event;
  readonly told: ToCompose[] = [];
  isVisible = true;
  title = '';

  post(message: ToCompose): void {
    this.told.push(message);
  }

  name(title: string): void {
    this.title = title;
  }

  say(message: FromCompose): void {
    this.received.fire(message);
  }

  /** Whatever a page could send. */
  sayAnything(value: unknown): void {
    this.received.fire(value);
  }

  setVisible(isVisible: boolean): void {
    this.isVisible = isVisible;
    this.visibility.fire();
  }

  /** The latest that it was told under that tag. */
  last<Tag extends ToCompose['type']>(type: Tag): Extract<ToCompose, { type: Tag }> | undefined {
    return this.told.findLast(
      (message): message is Extract<ToCompose, { type: Tag }> => message.type === type,
    );
  }
}
