import type * as vscode from 'vscode';

/** A tree as indented text: `label | description` a line; rows of which `opens` says so are expanded. */
export async function treeText<Row>(
  tree: vscode.TreeDataProvider<Row>,
  opens: (item: vscode.TreeItem) => boolean,
): Promise<string> {
  const below = async (parent: Row | undefined, indent: string): Promise<string[]> => {
    const rows = (await tree.getChildren(parent)) ?? [];
    const lines: string[] = [];
    for (const row of rows) {
      const item = await tree.getTreeItem(row);
      lines.push(indent + words(item));
      if (item.collapsibleState && opens(item)) lines.push(...(await below(row, `${indent}  `)));
    }
    return lines;
  };
  return (await below(undefined, '')).join('\n');
}

function words(item: vscode.TreeItem): string {
  const { description } = item;
  const label = labelOf(item);
  return typeof description === 'string' && description !== '' ? `${label} | ${description}` : label;
}

export function labelOf({ label }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : (label?.label ?? '');
}
