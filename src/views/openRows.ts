import { isHolder, type Holder, type TreeNode } from './roomNode';

/** Which rows stand open. VS Code tells of changes only: sections begin open, all else closed. */
export class OpenRows {
  private readonly turned = new Set<TreeNode>();

  set(row: TreeNode, isOpen: boolean): void {
    if (isOpen === beginsOpen(row)) this.turned.delete(row);
    else this.turned.add(row);
  }

  /** Whether what is under a row can be seen: the row and all above it stand open. */
  has(row: TreeNode): boolean {
    const isOpen = beginsOpen(row) !== this.turned.has(row);
    return isOpen && (row.parent === undefined || this.has(row.parent));
  }

  /** Lists and threads whose messages can be seen, as far as they are in the tree still. */
  holders(): Holder[] {
    return [...this.turned].filter(isHolder).filter((row) => this.has(row));
  }
}

function beginsOpen(row: TreeNode): boolean {
  return row.type === 'section';
}
