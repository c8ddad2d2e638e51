import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ToCompose } from '../../protocol/compose';
import type { After } from '../answer/tellers';

/** From when on it is said that the draft is still being kept: with each key it is for a moment. */
const longMs = 1000;

type KeptState = Omit<Extract<ToCompose, { readonly type: 'draftState' }>, 'type'>;

/** Whether the draft is on the disk. */
export class Keeping implements ReactiveController {
  isKept = true;
  takesLong = false;
  private cancel: (() => void) | undefined;
  private edition = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly after: After,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** The form was changed, and the host does not know. Returns which change it is, counted from 1. */
  formChanged(): number {
    this.edition += 1;
    this.set(false);
    return this.edition;
  }

  /** Of the form as it was before the last change it says nothing any more. */
  take({ isKept, edition = this.edition }: KeptState): void {
    this.set(isKept && edition === this.edition);
  }

  private set(isKept: boolean): void {
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
