import { Emitter } from '../../../src/base/event';
import type { FocusState } from '../../../src/platform/focus';

/** A window that has the focus when the test says so. */
export class FakeFocus implements FocusState {
  private readonly changed = new Emitter<boolean>();
  private hasFocus = false;
  readonly onDidChange = this.changed.event;

  isFocused(): boolean {
    return this.hasFocus;
  }

  set(hasFocus: boolean): void {
    this.hasFocus = hasFocus;
    this.changed.fire(hasFocus);
  }
}
