import { setTimeout } from 'node:timers/promises';

type Seen<T> = T | undefined | false;

/** Waits for a state that VS Code reaches in its own time, and says which one never came. */
export async function eventually<T>(state: string, look: () => Seen<T> | Promise<Seen<T>>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > deadline) throw new Error(`Never came: ${state}`);
    await setTimeout(20);
  }
}
