import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { AccountId } from '../model/account';
import type { DraftOwner } from './composePage';
import { showPage } from './page';
import type { ToCompose } from './protocol/compose';
import { ownerFrom } from './protocol/composeGuards';
import { panelSurface, type WebviewSurface } from './webviewSurface';

export const composeId = 'rocketchat.compose';

/** Where a composer stands, and how it is left. */
export interface ComposeTab {
  readonly surface: WebviewSurface<ToCompose>;
  readonly owner: DraftOwner;
  readonly close: () => void;
}

/** What writes a draft in its tab. */
export interface TabPage extends Disposable {
  readonly owner: DraftOwner;
}

export interface ComposePanelsOptions<Page extends TabPage> {
  readonly extension: vscode.Uri;
  readonly openOver: (tab: ComposeTab) => Page;
  /** The person has closed the tab; not where the window ends. */
  readonly onDidClose: (page: Page) => void;
}

interface Tab<Page> {
  readonly panel: vscode.WebviewPanel;
  readonly page: Page;
}

/** Composers in tabs of the editor: one for each draft, and there again after a reload. */
export class ComposePanels<Page extends TabPage> implements vscode.WebviewPanelSerializer, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly tabs = new Set<Tab<Page>>();

  constructor(private readonly options: ComposePanelsOptions<Page>) {
    // VS Code keeps the tabs themselves, and brings them back.
    this.lifetime.own({ dispose: () => [...this.tabs].forEach(({ page }) => page.dispose()) });
  }

  get pages(): readonly Page[] {
    return [...this.tabs].map(({ page }) => page);
  }

  /** Turns to the tab of that draft, or opens one. */
  open(owner: DraftOwner): Page {
    const known = [...this.tabs].find(({ page }) => isSame(page.owner, owner));
    if (known) {
      known.panel.reveal();
      return known.page;
    }
    const panel = vscode.window.createWebviewPanel(
      composeId,
      vscode.l10n.t('Compose Message'),
      vscode.ViewColumn.Active,
      { enableFindWidget: true },
    );
    return this.add(panel, owner);
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = ownerFrom(state);
    // Was told to the page as one.
    if (kept) this.add(panel, { account: kept.account as AccountId, draft: kept.draft });
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private add(panel: vscode.WebviewPanel, owner: DraftOwner): Page {
    const lifetime = new Lifetime();
    panel.iconPath = new vscode.ThemeIcon('edit');
    const surface = lifetime.own(panelSurface<ToCompose>(panel));
    const close = () => void panel.dispose();
    const page = lifetime.own(this.options.openOver({ surface, owner, close }));
    const tab: Tab<Page> = { panel, page };
    this.tabs.add(tab);
    panel.onDidDispose(() => {
      this.tabs.delete(tab);
      this.options.onDidClose(page);
      lifetime.dispose();
    });
    showPage(surface.webview, this.options.extension, 'compose');
    return page;
  }
}

function isSame(one: DraftOwner, other: DraftOwner): boolean {
  return one.account === other.account && one.draft === other.draft;
}
