export interface Disposable {
  dispose(): void;
}

/** Subscribes a listener until the returned disposable is disposed. */
export type Event<T> = (listener: (value: T) => void) => Disposable;

/**
 * Fires to those listening when it fires; a listener added meanwhile waits for the next time. One that throws
 * stops neither the others nor the one who fires: its error goes where the host finds those nobody catches.
 */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<{ readonly call: (value: T) => void }>();

  readonly event: Event<T> = (listener) => {
    const entry = { call: listener };
    this.listeners.add(entry);
    return { dispose: () => void this.listeners.delete(entry) };
  };

  fire(value: T): void {
    for (const entry of [...this.listeners]) if (this.listeners.has(entry)) tell(entry.call, value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}

function tell<T>(listener: (value: T) => void, value: T): void {
  try {
    listener(value);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
