/** Small texts that outlive the window, by name (`rooms.json`): of one account, and gone when it signs out. */
export interface Files {
  /** Undefined where there is none, or it cannot be read. */
  read(name: string): Promise<string | undefined>;
  /** As a whole or not at all. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** Files whose names need not be known before. */
export interface Folder extends Files {
  names(): Promise<readonly string[]>;
}

/** Where nothing can be kept: for as long as it is held. */
export class MemoryFolder implements Folder {
  private readonly texts = new Map<string, string>();

  read(name: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(name));
  }

  write(name: string, text: string): Promise<void> {
    this.texts.set(name, text);
    return Promise.resolve();
  }

  remove(name: string): Promise<void> {
    this.texts.delete(name);
    return Promise.resolve();
  }

  names(): Promise<readonly string[]> {
    return Promise.resolve([...this.texts.keys()]);
  }
}
