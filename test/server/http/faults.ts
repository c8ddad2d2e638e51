/** What goes wrong. Unless `after` is set, the server does not even see the request. */
export type Trouble =
  /** The connection dies without an answer. */
  | { readonly kind: 'drop' }
  /** Nothing happens until the fault is released or removed. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** An upload is taken no faster than this, until the fault is released or removed: it lasts. */
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  | {
      readonly kind: 'status';
      readonly status: number;
      /** An object is sent as JSON. */
      readonly body?: string | object;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Bytes that are no text, said to be JSON. */
  | { readonly kind: 'garbage' }
  /** A page with status 200, as a captive portal sends. */
  | { readonly kind: 'html' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** The true answer, whole on the wire but half of its bytes. Always acts first. */
  | { readonly kind: 'truncate' }
  /** The true answer's head and half its body, then the connection dies. Always acts first. */
  | { readonly kind: 'cut' }
  /** The true answer under another content type. Always acts first. */
  | { readonly kind: 'contentType'; readonly type: string };

export type Fault = Trouble & {
  /** Absent: any. */
  readonly verb?: string;
  /** What follows the server's address, without the query; `*` stands for anything. */
  readonly path: string;
  /** Absent: until removed. */
  readonly times?: number;
  /** The request is carried out before the trouble starts. */
  readonly after?: boolean;
};

/** A fault in force. */
export class ActiveFault {
  private readonly reaching = new Gate();
  private readonly freeing = new Gate();
  private left: number;

  /** When the first request has met it. */
  readonly reached = this.reaching.opened;
  /** When it no longer holds anybody. */
  readonly released = this.freeing.opened;
  hits = 0;

  constructor(
    readonly id: number,
    readonly fault: Fault,
  ) {
    this.left = fault.times ?? Infinity;
  }

  matches(verb: string, path: string): boolean {
    const { fault } = this;
    return this.left > 0 && (fault.verb ?? verb) === verb && pattern(fault.path).test(path);
  }

  hit(): void {
    this.left -= 1;
    this.hits += 1;
    this.reaching.open();
  }

  /** Lets the requests go that it holds, and those to come. */
  release(): void {
    this.freeing.open();
  }

  remove(): void {
    this.left = 0;
    this.release();
  }
}

/** Opens once, for all who wait. */
class Gate {
  private resolve: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => (this.resolve = resolve));

  open(): void {
    this.resolve();
  }
}

/** What is to go wrong, oldest first. */
export class Faults {
  private active: ActiveFault[] = [];
  private count = 0;

  add(fault: Fault): ActiveFault {
    this.count += 1;
    const added = new ActiveFault(this.count, fault);
    this.active.push(added);
    return added;
  }

  all(): readonly ActiveFault[] {
    return this.active;
  }

  /** The first that concerns this request; counts as one of its times. */
  take(verb: string, path: string): ActiveFault | undefined {
    const found = this.active.find((candidate) => candidate.matches(verb, path));
    found?.hit();
    return found;
  }

  clear(): void {
    for (const fault of this.active) fault.remove();
    this.active = [];
  }
}

function pattern(path: string): RegExp {
  const escaped = path.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`);
}
