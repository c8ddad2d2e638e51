import * as vscode from 'vscode';
import type { ComposerWords, Words } from './protocol/words';
import { answerWords } from './words/answerWords';
import { composeAttachmentWords } from './words/composeAttachmentWords';
import { composeWords } from './words/composeWords';
import { listWords } from './words/listWords';
import { messageWords } from './words/messageWords';

/** A program of its own under `dist/page`, by the name of its files. */
export type PageName = 'conversation' | 'compose';

/** Loads a page into a webview. It may read what we ship, and talk to nobody but us. */
export function showPage(webview: vscode.Webview, extension: vscode.Uri, name: PageName): void {
  const roots = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extension, folder));
  webview.options = { enableScripts: true, localResourceRoots: roots };
  webview.html = pageHtml({
    name,
    cspSource: webview.cspSource,
    nonce: newNonce(),
    language: vscode.env.language,
    addressOf: (file) =>
      webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'page', file)).toString(),
    words: wordsOf[name](),
  });
}

const wordsOf: Readonly<Record<PageName, () => Words>> = {
  conversation: conversationWords,
  compose: (): ComposerWords => ({
    ...conversationWords(),
    compose: composeWords(),
    composeAttachment: composeAttachmentWords(),
  }),
};

function conversationWords(): Words {
  return { message: messageWords(), list: listWords(), answer: answerWords() };
}

interface PageParts {
  readonly name: PageName;
  readonly cspSource: string;
  readonly nonce: string;
  readonly language: string;
  readonly addressOf: (file: string) => string;
  readonly words: Words;
}

function pageHtml({ name, nonce, language, addressOf, words, cspSource }: PageParts): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy(cspSource, nonce)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Rocket.Chat</title>
    <link rel="stylesheet" href="${addressOf('codicon.css')}" />
    <link rel="stylesheet" href="${addressOf(`${name}.css`)}" />
    <script type="application/json" nonce="${nonce}" id="words">${inScript(words)}</script>
  </head>
  <body>
    <script type="module" nonce="${nonce}" src="${addressOf(`${name}.js`)}"></script>
  </body>
</html>`;
}

function policy(cspSource: string, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    'img-src data: blob:',
    'media-src data: blob:',
  ].join('; ');
}

/** Nothing in it ends the element that it stands in. */
function inScript(words: Words): string {
  return JSON.stringify(words).replaceAll('<', String.raw`\u003c`);
}

function newNonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}
