import * as vscode from 'vscode';

/** How a keychain can fail. */
export type Trouble = 'storingThrows' | 'losesWhatItStores' | 'readingThrows' | 'deletingThrows';

/** A keychain in memory. Several stores may share one, as the windows of one person do. */
export class RecordingSecrets implements vscode.SecretStorage {
  private readonly changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
  readonly values = new Map<string, string>();
  /** `get account:1`, in order. */
  readonly calls: string[] = [];
  trouble: Trouble | undefined;

  readonly onDidChange = this.changed.event;

  keys(): Promise<string[]> {
    return Promise.resolve([...this.values.keys()]);
  }

  get(key: string): Promise<string | undefined> {
    this.calls.push(`get ${key}`);
    return this.answer('readingThrows', () => this.values.get(key));
  }

  store(key: string, value: string): Promise<void> {
    this.calls.push(`store ${key}`);
    return this.answer('storingThrows', () => {
      if (this.trouble !== 'losesWhatItStores') this.values.set(key, value);
      this.changed.fire({ key });
    });
  }

  delete(key: string): Promise<void> {
    this.calls.push(`delete ${key}`);
    return this.answer('deletingThrows', () => {
      this.values.delete(key);
      this.changed.fire({ key });
    });
  }

  /** All that is kept, to look for a secret in it. */
  text(): string {
    return JSON.stringify([...this.values]);
  }

  private answer<T>(trouble: Trouble, run: () => T): Promise<T> {
    if (this.trouble === trouble) return Promise.reject(new Error('The keychain is locked'));
    return Promise.resolve(run());
  }
}
