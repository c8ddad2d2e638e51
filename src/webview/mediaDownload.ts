import * as vscode from 'vscode';
import { Lifetime } from '../base/lifetime';
import type { Session } from '../model/session';
import type { Shelf } from '../model/shelf';
import { inWords } from '../platform/command';
import { plainText } from '../platform/plainText';
import { labelOf } from './mediaNames';
import { homesOf, mediaSource } from './mediaSource';

const shelfKey = 'downloadFolder';

export type AskWhere = (options?: vscode.SaveDialogOptions) => Thenable<vscode.Uri | undefined>;

type Saving = Pick<Session, 'account' | 'knownSettings' | 'signal'> & {
  readonly client: Pick<Session['client'], 'download'>;
};

/** Saves files where the person says; begins where the last one went. */
export class Downloads {
  constructor(
    private readonly shelf: Shelf,
    private readonly askWhere: AskWhere = (options) => vscode.window.showSaveDialog(options),
  ) {}

  /** Asks where to. What lies with somebody else opens in the browser. */
  async save(session: Saving, source: string, name: string): Promise<void> {
    const place = mediaSource(source, homesOf(session));
    if (place.kind === 'foreign') {
      await vscode.env.openExternal(vscode.Uri.parse(place.url.href, true));
      return;
    }
    if (place.kind !== 'own') throw new Error(vscode.l10n.t('There is no file behind this link.'));
    const label = labelOf(name);
    const target = await this.ask(label);
    if (target) await this.fetch(session, place.path, { label, target });
  }

  private async ask(label: string): Promise<vscode.Uri | undefined> {
    const folder = this.folder();
    const target = await this.askWhere({
      title: plainText(vscode.l10n.t('Save {0}', label)),
      ...(folder && { defaultUri: vscode.Uri.joinPath(folder, label) }),
    });
    if (target) await this.shelf.update(shelfKey, vscode.Uri.joinPath(target, '..').toString());
    return target;
  }

  private folder(): vscode.Uri | undefined {
    const kept = this.shelf.get(shelfKey);
    if (typeof kept === 'string') return vscode.Uri.parse(kept, true);
    return vscode.workspace.workspaceFolders?.[0]?.uri;
  }

  private async fetch(session: Saving, path: string, { label, target }: Target): Promise<void> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: plainText(vscode.l10n.t('Saving {0}…', label)),
      cancellable: true,
    };
    const work = vscode.window.withProgress(options, async (_progress, token) => {
      const running = new Lifetime();
      running.own(token.onCancellationRequested(() => running.dispose()));
      const { signal } = running;
      session.signal.addEventListener('abort', () => running.dispose(), { signal });
      try {
        // A page in place of any other file is that of a sign-in.
        const accept = /\.html?$/i.test(label) ? { accept: '' } : {};
        const file = await session.client.download(path, { signal, ...accept });
        await vscode.workspace.fs.writeFile(target, new Uint8Array(await file.arrayBuffer()));
      } finally {
        running.dispose();
      }
    });
    await inWords(Promise.resolve(work), (why) => vscode.l10n.t('{0} was not saved. {1}', label, why));
    vscode.window.setStatusBarMessage(plainText(vscode.l10n.t('Saved {0}', label)), 5_000);
  }
}

interface Target {
  readonly label: string;
  readonly target: vscode.Uri;
}
