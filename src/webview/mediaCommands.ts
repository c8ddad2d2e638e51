import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { command } from '../platform/command';
import { plainText } from '../platform/plainText';
import type { ImageHosts } from './mediaHosts';

/** Takes back that pictures of some hosts are loaded without asking. */
export function registerImageHosts(hosts: ImageHosts): Disposable {
  return command('rocketchat.forgetImageHosts', () => forgetHosts(hosts));
}

async function forgetHosts(hosts: ImageHosts): Promise<void> {
  const all = hosts.all();
  if (all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No host loads its pictures without asking.'));
    return;
  }
  const items = all.map((host) => ({ label: plainText(host), host }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Stop Loading Images'),
    placeHolder: vscode.l10n.t('Select the hosts whose pictures ask again'),
    canPickMany: true,
  });
  if (picked) await hosts.forget(picked.map(({ host }) => host));
}
