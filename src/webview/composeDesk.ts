import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Session } from '../model/session';
import type { ComposeDraft } from './composeDraft';
import type { ComposePart, MakeComposePart, OpenComposer } from './composePart';
import type { FromCompose, ToCompose } from './protocol/compose';
import type { Surface } from './surface';

export interface DeskOptions {
  readonly session: Session;
  readonly draft: ComposeDraft;
  readonly surface: Surface<ToCompose>;
  /** In the order in which the page is told. */
  readonly parts: readonly MakeComposePart[];
  readonly close: () => void;
}

/** One composer as long as its account is in use: the draft in hand, and the parts of its host side. */
export class ComposeDesk implements OpenComposer, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly parts: readonly ComposePart[];
  private hasBegun = false;

  readonly session: Session;
  readonly draft: ComposeDraft;
  readonly signal = this.lifetime.signal;

  constructor(private readonly options: DeskOptions) {
    this.session = options.session;
    this.draft = this.lifetime.own(options.draft);
    this.parts = options.parts.map((make) => this.lifetime.own(make(this)));
  }

  /** The page knows nothing yet. */
  begin(): void {
    this.hasBegun = true;
    for (const part of this.parts) part.begin();
  }

  /** The page has gone; what it missed it is told when it is back. */
  pause(): void {
    this.hasBegun = false;
  }

  /** False where it was for no part. */
  heed(message: FromCompose): boolean {
    return this.parts.filter((part) => part.heed(message)).length > 0;
  }

  tell(message: ToCompose): void {
    const { surface } = this.options;
    if (this.hasBegun && surface.isVisible && !this.signal.aborted) surface.post(message);
  }

  name(title: string, icon: string): void {
    if (!this.signal.aborted) this.options.surface.name(title, icon);
  }

  close(): void {
    this.options.close();
  }

  dispose(): void {
    this.lifetime.dispose();
  }
}
