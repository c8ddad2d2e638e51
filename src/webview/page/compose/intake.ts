import { type FileLimits, readFile } from '../shared/readFile';
import type { FromCompose } from '../../protocol/compose';

export interface Desk extends FileLimits {
  readonly tell: (message: FromCompose) => void;
  /** One sentence, for the person to see. */
  readonly complain: (problem: string) => void;
}

/** Files that were pasted or dropped, one after the other: in their order, and never all in memory. */
export class Intake {
  private underWay = Promise.resolve();
  private refused = 0;

  take(files: readonly File[], desk: Desk): void {
    for (const file of files) this.underWay = this.underWay.then(() => this.takeOne(file, desk));
  }

  /** Once all were read: whether the host has all that were still on their way. */
  async finished(): Promise<boolean> {
    const { refused } = this;
    let awaited: Promise<void> | undefined;
    while (awaited !== this.underWay) {
      awaited = this.underWay;
      await awaited;
    }
    return this.refused === refused;
  }

  private async takeOne(file: File, { tell, complain, ...limits }: Desk): Promise<void> {
    const read = await readFile(file, limits);
    if (typeof read !== 'string') {
      tell({ type: 'addFile', name: file.name, mediaType: file.type, bytes: read });
      return;
    }
    this.refused += 1;
    complain(read);
  }
}
