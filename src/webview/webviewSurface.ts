import * as vscode from 'vscode';
import { Emitter, type Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { showPage } from './page';
import type { ToPage } from './protocol/conversation';
import type { Surface } from './surface';

/** A surface in VS Code; listens to it until it is disposed. */
export interface WebviewSurface<Message = ToPage> extends Surface<Message>, Disposable {
  readonly webview: vscode.Webview;
}

/** The view in the side bar. */
export function viewSurface(view: vscode.WebviewView): WebviewSurface {
  return surfaceOver(view, {
    home: 'sideBar',
    follow: (heed) => view.onDidChangeVisibility(heed),
    // The header of the page says it.
    name: () => undefined,
  });
}

/** A tab of the editor. */
export function panelSurface<Message = ToPage>(panel: vscode.WebviewPanel): WebviewSurface<Message> {
  return surfaceOver<Message>(panel, {
    home: 'editor',
    follow: (heed) => panel.onDidChangeViewState(heed),
    name: (title, icon) => {
      if (panel.title !== title) panel.title = title;
      panel.iconPath = new vscode.ThemeIcon(icon);
    },
  });
}

/** Loads the page: from then on it may speak at any time, so whoever listens does so before. */
export function loadConversation({ webview }: WebviewSurface, extension: vscode.Uri): void {
  showPage(webview, extension, 'conversation');
}

interface Manner extends Pick<Surface, 'home' | 'name'> {
  /** Calls back when it may have become visible, or hidden. */
  readonly follow: (heed: () => void) => Disposable;
}

function surfaceOver<Message = ToPage>(
  host: { readonly webview: vscode.Webview; readonly visible: boolean },
  { home, name, follow }: Manner,
): WebviewSurface<Message> {
  const lifetime = new Lifetime();
  const visibility = lifetime.own(new Emitter<void>());
  let wasVisible = host.visible;
  lifetime.own(
    follow(() => {
      if (host.visible === wasVisible) return;
      wasVisible = host.visible;
      visibility.fire();
    }),
  );
  const { webview } = host;
  return {
    webview,
    home,
    name,
    get isVisible() {
      // VS Code throws for a tab that was closed.
      return !lifetime.signal.aborted && host.visible;
    },
    onDidChangeVisibility: visibility.event,
    onDidReceive: (listener) => lifetime.own(webview.onDidReceiveMessage(listener)),
    // Who is hidden is told nothing, so nothing is lost where it is not delivered.
    post: (message) => void webview.postMessage(message),
    dispose: () => lifetime.dispose(),
  };
}
