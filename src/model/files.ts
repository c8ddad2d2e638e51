/** Small texts that outlive the window, by name (`rooms.json`): of one account, and gone when it signs out. */
export interface Files {
  /** Undefined where there is none, or it cannot be read. */
  read(name: string): Promise<string | undefined>;
  /** As a whole or not at all. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}
