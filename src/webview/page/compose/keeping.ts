import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { After } from '../answer/tellers';

/** From when on it is said that the draft is still being kept: with each key it is for a moment. */
const longMs = 1000;

/** Whether the draft is on the disk. */
export class Keeping implements ReactiveController {
  isKept = true;
  takesLong = false;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly after: After,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  take(isKept: boolean): void {
    this.isKept = isKept;
    if (isKept) this.stop();
    else this.cancel ??= this.after(longMs, () => this.saySo());
    this.host.requestUpdate();
  }

  private saySo(): void {
    this.takesLong = true;
    this.host.requestUpdate();
  }

  private stop(): void {
    this.cancel?.();
    this.cancel = undefined;
    this.takesLong = false;
  }
}
