/** Files that are being read: nothing is whole before they are there. */
export class ComingFiles {
  private readonly coming = new Set<Promise<unknown>>();

  expect(files: Promise<unknown>): void {
    const forget = () => this.coming.delete(files);
    this.coming.add(files);
    files.then(forget, forget);
  }

  /** Resolves once those that are being added are there: false where one of them could not be. */
  async areThere(): Promise<boolean> {
    let areThere = true;
    while (this.coming.size > 0) {
      const ends = await Promise.allSettled(this.coming);
      if (ends.some(({ status }) => status === 'rejected')) areThere = false;
    }
    return areThere;
  }
}
