import * as vscode from 'vscode';

const protocols: readonly string[] = ['http:', 'https:', 'mailto:'];

/** Opens an address outside of the editor. Whatever else it may start is not for a click in a chat. */
export async function openOutside(href: string): Promise<void> {
  const { protocol = '' } = URL.parse(href) ?? {};
  if (protocols.includes(protocol)) await vscode.env.openExternal(vscode.Uri.parse(href, true));
}
