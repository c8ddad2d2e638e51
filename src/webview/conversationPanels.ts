import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { AccountId } from '../model/account';
import { isRecord } from '../model/parse';
import { placeFrom, samePlace, type Place } from '../model/place';
import type { ConversationPage } from './conversationPage';
import { conversationId } from './conversationView';
import { loadConversation, panelSurface, type WebviewSurface } from './webviewSurface';

/** Whose page it is, and where it begins. */
export interface Owner {
  readonly account: AccountId;
  readonly place: Place;
}

export interface PanelsOptions {
  readonly extension: vscode.Uri;
  readonly openOver: (surface: WebviewSurface, owner: Owner) => ConversationPage;
  /** The person has turned to a tab. */
  readonly onDidActivate: (page: ConversationPage) => void;
}

interface Tab {
  readonly panel: vscode.WebviewPanel;
  readonly page: ConversationPage;
  readonly account: AccountId;
}

/** Conversations in tabs of the editor: one for each room or thread, and there again after a reload. */
export class ConversationPanels implements vscode.WebviewPanelSerializer, Disposable {
  private readonly lifetime = new Lifetime();
  private readonly tabs = new Set<Tab>();

  constructor(private readonly options: PanelsOptions) {
    this.lifetime.own(vscode.window.registerWebviewPanelSerializer(conversationId, this));
    // VS Code keeps the tabs themselves, and brings them back.
    this.lifetime.own({ dispose: () => [...this.tabs].forEach(({ page }) => page.dispose()) });
  }

  get pages(): readonly ConversationPage[] {
    return [...this.tabs].map(({ page }) => page);
  }

  /** The tab that has the focus of its group. */
  get active(): ConversationPage | undefined {
    return [...this.tabs].find(({ panel }) => panel.active)?.page;
  }

  /** Turns to the tab of that place, or opens one. */
  open(owner: Owner, column: vscode.ViewColumn, preserveFocus: boolean): ConversationPage {
    const known = this.find(owner);
    if (known) {
      known.panel.reveal(undefined, preserveFocus);
      return known.page;
    }
    const panel = vscode.window.createWebviewPanel(
      conversationId,
      vscode.l10n.t('Conversation'),
      { viewColumn: column, preserveFocus },
      { enableFindWidget: true },
    );
    return this.add(panel, owner);
  }

  /** Brings the tab of a page to the front. */
  reveal(page: ConversationPage, preserveFocus: boolean): boolean {
    const tab = [...this.tabs].find((one) => one.page === page);
    tab?.panel.reveal(undefined, preserveFocus);
    return tab !== undefined;
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const owner = ownerFrom(state);
    if (owner) this.add(panel, owner);
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  private find({ account, place }: Owner): Tab | undefined {
    return [...this.tabs].find((tab) => tab.account === account && samePlace(tab.page.place, place));
  }

  private add(panel: vscode.WebviewPanel, owner: Owner): ConversationPage {
    const lifetime = new Lifetime();
    const surface = lifetime.own(panelSurface(panel));
    const page = lifetime.own(this.options.openOver(surface, owner));
    const tab: Tab = { panel, page, account: owner.account };
    this.tabs.add(tab);
    lifetime.own(
      panel.onDidChangeViewState(() => {
        if (panel.active) this.options.onDidActivate(page);
      }),
    );
    panel.onDidDispose(() => {
      this.tabs.delete(tab);
      lifetime.dispose();
    });
    loadConversation(surface, this.options.extension);
    return page;
  }
}

/** As the page keeps it. */
function ownerFrom(state: unknown): Owner | undefined {
  if (!isRecord(state) || typeof state['account'] !== 'string') return undefined;
  const place = placeFrom(state['place']);
  // Was told to the page as one.
  return place && { account: state['account'] as AccountId, place };
}
