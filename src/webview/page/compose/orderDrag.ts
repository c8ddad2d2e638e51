import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Order {
  /** What is ordered has its id in `data-<kind>`. */
  readonly kind: 'attachment' | 'file';
  readonly move: (from: number, to: number) => void;
  /** What of it goes along under the pointer; otherwise all of it. */
  readonly handleOf?: (item: HTMLElement) => HTMLElement | null;
  /** The drag is under way: what is dragged may look otherwise from now on. */
  readonly began?: (item: HTMLElement) => void;
  /** Dropped, or given up. */
  readonly ended?: () => void;
}

/** In front of the item at that place, or behind all. */
interface Aim {
  readonly before: number;
}

/** Things in a list that are dragged to another place among themselves. */
export class OrderDrag implements ReactiveController {
  private dragged: string | undefined;
  private aim: Aim | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly order: Order,
  ) {
    host.addController(this);
    host.addEventListener('dragover', (event) => this.over(event));
    host.addEventListener('dragleave', (event) => this.left(event));
    host.addEventListener('drop', (event) => this.drop(event));
  }

  hostDisconnected(): void {
    this.end();
  }

  classOf({ id, at, count }: { readonly id: string; readonly at: number; readonly count: number }): string {
    if (id === this.dragged) return 'dragged';
    if (this.aim?.before === at) return 'aim-before';
    return this.aim?.before === count && at === count - 1 ? 'aim-after' : '';
  }

  start({ dataTransfer }: DragEvent, id: string): void {
    const item = this.items.find((one) => this.idOf(one) === id);
    if (!dataTransfer || !item) return;
    dataTransfer.effectAllowed = 'move';
    // Of this page alone: nobody else takes it, and the page takes nothing else for it.
    dataTransfer.setData(`application/x-rocketchat-${this.order.kind}`, id);
    dataTransfer.setDragImage(this.handleOf(item), 12, 12);
    this.dragged = id;
    // Browsers give up a drag if its source moves while it begins.
    setTimeout(() => this.begin(item));
  }

  end(): void {
    const item = this.items[this.from];
    this.dragged = this.aim = undefined;
    this.order.ended?.();
    this.host.requestUpdate();
    if (item)
      void this.host.updateComplete.then(() => this.handleOf(item).scrollIntoView({ block: 'nearest' }));
  }

  private begin(item: HTMLElement): void {
    if (this.dragged === undefined) return;
    this.order.began?.(item);
    this.host.requestUpdate();
  }

  private get items(): readonly HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>(`[data-${this.order.kind}]`)];
  }

  private get from(): number {
    return this.items.findIndex((one) => this.idOf(one) === this.dragged);
  }

  private idOf({ dataset }: HTMLElement): string | undefined {
    return dataset[this.order.kind];
  }

  private handleOf(item: HTMLElement): HTMLElement {
    return this.order.handleOf?.(item) ?? item;
  }

  private over(event: DragEvent): void {
    if (this.dragged === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move';
    this.aimAt(this.aimOf(event.clientY));
  }

  private left({ relatedTarget }: DragEvent): void {
    if (!(relatedTarget instanceof Node && this.host.contains(relatedTarget))) this.aimAt(undefined);
  }

  private drop(event: DragEvent): void {
    const { dragged, aim, from } = this;
    if (dragged === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.end();
    if (aim && from >= 0) this.order.move(from, aim.before > from ? aim.before - 1 : aim.before);
  }

  /** None where it would stay in its place. */
  private aimOf(y: number): Aim | undefined {
    const { items, from } = this;
    const below = items.findIndex((item) => y < middleOf(item));
    const before = below < 0 ? items.length : below;
    return before === from || before === from + 1 ? undefined : { before };
  }

  private aimAt(aim: Aim | undefined): void {
    if (aim?.before === this.aim?.before) return;
    this.aim = aim;
    this.host.requestUpdate();
  }
}

function middleOf(item: HTMLElement): number {
  const { top, height } = item.getBoundingClientRect();
  return top + height / 2;
}
