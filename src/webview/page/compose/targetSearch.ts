import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TargetForm, TargetView } from '../../protocol/compose';
import type { After } from '../answer/tellers';

interface Sources {
  readonly after: After;
  readonly ask: (request: number, query: string) => void;
  readonly chosen: () => readonly TargetForm[];
  readonly take: (item: TargetView) => void;
}

export interface Answer {
  readonly request: number;
  readonly items: readonly TargetView[];
  readonly isWhole: boolean;
}

/** How long after a key the host is asked. */
const restMs = 80;

/** Rooms and people whose name is being typed. The latest question wins; an answer may come in parts. */
export class TargetSearch implements ReactiveController {
  active = 0;
  private stage: 'closed' | 'asked' | 'partly' | 'whole' = 'closed';
  private found: readonly TargetView[] = [];
  /** The active one was gone to: it stays active when more come. */
  private isChosen = false;
  /** The active one is to be taken as soon as it is known which fit. */
  private isWanted = false;
  private request = 0;
  private cancel: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly sources: Sources,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Who was added is not offered again. */
  get items(): readonly TargetView[] {
    const chosen = new Set(this.sources.chosen().map(({ entry }) => entry));
    return this.found.filter(({ entry }) => !chosen.has(entry));
  }

  get isOpen(): boolean {
    return this.items.length > 0;
  }

  /** More may come of the latest question. */
  get isPending(): boolean {
    return this.stage === 'asked' || this.stage === 'partly';
  }

  get isInVain(): boolean {
    return this.stage === 'whole' && !this.isOpen;
  }

  look(query: string): void {
    this.cancel?.();
    this.stage = 'asked';
    this.isWanted = false;
    // What was found for fewer letters serves until the answer comes, as far as it still fits.
    this.show(this.found.filter((item) => fits(item, query)));
    const request = ++this.request;
    this.cancel = this.sources.after(restMs, () => this.sources.ask(request, query));
  }

  /** Whether it is the answer to the latest question. */
  answer({ request, items, isWhole }: Answer): boolean {
    if (request !== this.request || this.stage === 'closed') return false;
    this.stage = isWhole ? 'whole' : 'partly';
    this.show(items);
    if (this.isWanted) this.take();
    return true;
  }

  /** Where the answer to what was typed is still to come, what fits best is not known yet. */
  take(): void {
    const item = this.items[this.active];
    const isKnown = this.stage !== 'asked' || this.isChosen;
    if (item && isKnown) this.sources.take(item);
    else this.isWanted = this.isPending;
  }

  move(by: number): void {
    this.isChosen = true;
    this.active = (this.active + by + this.items.length) % this.items.length;
    this.host.requestUpdate();
  }

  close(): void {
    this.cancel?.();
    this.request += 1;
    this.stage = 'closed';
    this.isWanted = false;
    this.show([]);
  }

  private show(found: readonly TargetView[]): void {
    const chosen = this.isChosen ? this.items[this.active]?.entry : undefined;
    this.found = found;
    const at = this.items.findIndex(({ entry }) => entry === chosen);
    this.isChosen = at >= 0;
    this.active = Math.max(0, at);
    this.host.requestUpdate();
  }
}

function fits({ entry, label, detail = '' }: TargetView, query: string): boolean {
  if (query.startsWith(entry.startsWith('@') ? '#' : '@')) return false;
  const name = query.replace(/^[#@]/, '').trim().toLowerCase();
  return `${entry} ${label} ${detail}`.toLowerCase().includes(name);
}
