import type * as vscode from 'vscode';

/** State in memory. Keeps text, as VS Code does, so that nobody shares an object with it. */
export class FakeMemento implements vscode.Memento {
  private readonly values = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, defaultValue?: T): T {
    const text = this.values.get(key);
    // What was put in under this key comes out again.
    return (text === undefined ? defaultValue : JSON.parse(text)) as T;
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  /** All that is kept, to look for a secret in it. */
  text(): string {
    return JSON.stringify([...this.values]);
  }
}
