import type { Folder } from '../../../src/model/files';

/** Texts in memory, and a record of what was done to them. */
export class FakeFiles implements Folder {
  readonly texts = new Map<string, string>();
  /** `write rooms.json`, in order. */
  readonly calls: string[] = [];

  read(name: string): Promise<string | undefined> {
    this.calls.push(`read ${name}`);
    return Promise.resolve(this.texts.get(name));
  }

  write(name: string, text: string): Promise<void> {
    this.calls.push(`write ${name}`);
    this.texts.set(name, text);
    return Promise.resolve();
  }

  remove(name: string): Promise<void> {
    this.calls.push(`remove ${name}`);
    this.texts.delete(name);
    return Promise.resolve();
  }

  names(): Promise<readonly string[]> {
    return Promise.resolve([...this.texts.keys()]);
  }
}
