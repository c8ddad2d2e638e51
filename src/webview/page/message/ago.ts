import { LitElement, type PropertyValues } from 'lit';
import { agoText, type Clock, whenText } from './times';

const minute = 60_000;

/** How long ago something was, as long as somebody looks. */
export class Ago extends LitElement {
  static override readonly properties = {
    at: { attribute: false },
    clock: { attribute: false },
    isRelative: { attribute: false },
  };

  declare at: number;
  declare clock: Clock;
  /** However long ago it was; else a day is named as such. */
  declare isRelative: boolean;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => this.requestUpdate(), minute);
  }

  override disconnectedCallback(): void {
    clearInterval(this.timer);
    super.disconnectedCallback();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(_changed: PropertyValues<this>): boolean {
    return Number.isFinite(this.at);
  }

  protected override render(): string {
    const { at, clock, isRelative } = this;
    return isRelative ? agoText(at, Date.now(), clock) : whenText(at, Date.now(), clock);
  }
}

customElements.define('rc-ago', Ago);
