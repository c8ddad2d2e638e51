import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { ComposerWords } from '../../../src/webview/protocol/words';
import type { Theme } from '../host/settings';
import { PlainServer } from '../plainServer';

/** The body's classes and the file of each theme, as VS Code gives them to a page. */
const dress: Record<Theme, { readonly classes: string; readonly css: string }> = {
  dark: { classes: 'vscode-dark', css: 'dark-modern.css' },
  light: { classes: 'vscode-light', css: 'light-modern.css' },
  hcBlack: { classes: 'vscode-high-contrast', css: 'hc-black.css' },
  hcLight: { classes: 'vscode-high-contrast-light vscode-high-contrast', css: 'hc-light.css' },
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** Where a page's files are looked for; PAGE_FOLDER names a build of one's own. */
const folders = [
  ...(process.env['PAGE_FOLDER'] === undefined ? [] : [process.env['PAGE_FOLDER']]),
  join('dist', 'page'),
  join('test', 'support', 'page'),
  join('test', 'support', 'page', 'themes'),
];

/** Serves the built pages, `?page=compose` or a conversation, under the policy that VS Code's own host of them sets. */
export async function servePage(words: ComposerWords): Promise<PlainServer> {
  return PlainServer.start((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
    if (pathname === '/')
      sendPage(response, {
        words,
        name: searchParams.get('page') === 'compose' ? 'compose' : 'conversation',
        theme: themeOf(searchParams.get('theme')),
      });
    else void sendFile(response, pathname.slice(1));
  });
}

function themeOf(name: string | null): Theme {
  if (name === 'light' || name === 'hcBlack' || name === 'hcLight') return name;
  return 'dark';
}

interface Wanted {
  readonly words: ComposerWords;
  readonly name: 'conversation' | 'compose';
  readonly theme: Theme;
}

function sendPage(response: ServerResponse, { words, name, theme }: Wanted): void {
  const nonce = randomBytes(16).toString('base64');
  const { classes, css } = dress[theme];
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(nonce)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="stylesheet" href="vscode.css">
<link rel="stylesheet" href="${css}">
<link rel="stylesheet" href="codicon.css">
<link rel="stylesheet" href="${name}.css">
</head>
<body class="${classes}" data-vscode-theme-kind="${classes.split(' ')[0] ?? ''}">
<script type="application/json" nonce="${nonce}" id="words">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script>
<script type="module" nonce="${nonce}" src="${name}.js"></script>
</body>
</html>`);
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    'img-src data: blob:',
    'media-src data: blob:',
  ].join('; ');
}

async function sendFile(response: ServerResponse, name: string): Promise<void> {
  const folder = /^[\w.-]+$/.test(name) ? folders.find((one) => existsSync(join(one, name))) : undefined;
  if (folder === undefined) response.writeHead(404).end();
  else
    response
      .writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' })
      .end(await readFile(join(folder, name)));
}
