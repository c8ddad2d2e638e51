import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { ConversationPage } from './conversationPage';
import { loadConversation, viewSurface, type WebviewSurface } from './webviewSurface';

export const conversationId = 'rocketchat.conversation';

/** Makes the host side of a page over where it stands. */
export type OpenOver = (surface: WebviewSurface) => ConversationPage;

/** The view in the secondary side bar. It has a page from when it is first seen. */
export class ConversationView implements vscode.WebviewViewProvider, Disposable {
  private readonly lifetime = new Lifetime();
  private open = new Lifetime();
  private shown: ConversationPage | undefined;
  private waiting: ((page: ConversationPage) => void)[] = [];

  constructor(
    private readonly extension: vscode.Uri,
    private readonly openOver: OpenOver,
  ) {
    this.lifetime.own({ dispose: () => this.open.dispose() });
    this.lifetime.own(vscode.window.registerWebviewViewProvider(conversationId, this));
  }

  get page(): ConversationPage | undefined {
    return this.shown;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.open.dispose();
    const open = new Lifetime();
    this.open = open;
    const surface = open.own(viewSurface(view));
    const page = open.own(this.openOver(surface));
    open.own(
      view.onDidDispose(() => {
        if (this.shown === page) this.shown = undefined;
        open.dispose();
      }),
    );
    this.shown = page;
    loadConversation(surface, this.extension);
    for (const go of this.waiting.splice(0)) go(page);
  }

  /** Opens the view, with the focus or without taking it. Resolves with its page. */
  async reveal(takesFocus: boolean): Promise<ConversationPage> {
    const resolved = new Promise<ConversationPage>((resolve) => {
      if (this.shown) resolve(this.shown);
      else this.waiting.push(resolve);
    });
    await vscode.commands.executeCommand(`${conversationId}.focus`, { preserveFocus: !takesFocus });
    return resolved;
  }

  dispose(): void {
    this.lifetime.dispose();
  }
}
