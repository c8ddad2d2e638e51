import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Lifetime } from '../../src/base/lifetime';
import { facesOf } from '../../src/webview/faces';
import { showPage } from '../../src/webview/page';
import { panelSurface } from '../../src/webview/webviewSurface';
import { account } from '../support/makers/account';
import { eventually } from '../support/eventually';

const extension = vscode.Uri.file('/extension');

describe('A page', () => {
  let lifetime: Lifetime;
  let panel: vscode.WebviewPanel;
  beforeEach(() => {
    lifetime = new Lifetime();
    panel = lifetime.own(
      vscode.window.createWebviewPanel('test.page', 'Page', vscode.ViewColumn.Active, {
        enableFindWidget: true,
      }),
    );
  });
  afterEach(() => lifetime.dispose());

  it('may run our own script and nothing else', () => {
    showPage(panel.webview, extension, 'conversation');

    const { html } = panel.webview;
    const [, nonce] = /script-src 'nonce-(\w+)'/.exec(html) ?? [];
    assert.ok(nonce);
    assert.match(html, /default-src 'none'/);
    assert.doesNotMatch(html, /unsafe|https?:[^"]*script-src/);
    assert.equal(
      html.match(/<script /g)?.length,
      html.match(new RegExp(`<script [^>]*nonce="${nonce}"`, 'g'))?.length,
    );
  });

  it('has another nonce each time', () => {
    const nonce = () => {
      showPage(panel.webview, extension, 'conversation');
      return /nonce-(\w+)/.exec(panel.webview.html)?.[1];
    };

    assert.notEqual(nonce(), nonce());
  });

  it('reads only what we ship', () => {
    showPage(panel.webview, extension, 'conversation');

    const roots = panel.webview.options.localResourceRoots?.map(({ path }) => path);
    assert.deepEqual(roots, ['/extension/dist', '/extension/media']);
  });

  it('carries its words where nothing in them ends the element', () => {
    showPage(panel.webview, extension, 'conversation');

    const [, words = ''] = /id="words">([^]*?)<\/script>/.exec(panel.webview.html) ?? [];
    assert.equal(typeof JSON.parse(words), 'object');
    assert.equal(words.includes('<'), false);
  });

  it('is seen until its tab is hidden or closed', async () => {
    const surface = lifetime.own(panelSurface(panel));
    assert.equal(surface.isVisible, true);
    const other = lifetime.own(
      vscode.window.createWebviewPanel('test.page', 'Other', vscode.ViewColumn.Active),
    );
    await eventually('hidden', () => !surface.isVisible);

    other.dispose();
    await eventually('shown again', () => surface.isVisible);
    surface.dispose();
    panel.dispose();
    assert.equal(surface.isVisible, false);
  });

  it('names its tab', () => {
    lifetime.own(panelSurface(panel)).name('general', 'symbol-numeric');

    assert.equal(panel.title, 'general');
  });
});

describe('A page without its account', () => {
  it('offers to sign in', () => {
    const { face, box } = facesOf({ account: undefined }, 'sideBar', undefined).view({
      face: 'signedOut',
      box: 'none',
    });

    assert.deepEqual([face?.action?.id, box.state], ['signIn', 'none']);
  });

  it('says which server no longer accepts the sign-in', () => {
    const current = { account: account({ server: 'https://chat.example.org' }) };
    const { face } = facesOf(current, 'sideBar', undefined).view({ face: 'expired', box: 'none' });

    assert.equal(face?.text, 'chat.example.org no longer accepts your sign-in.');
  });

  it('says whose it is while another account is in use', () => {
    const { id } = account({ server: 'https://chat.example.org' });
    const { face } = facesOf({ account: undefined }, 'editor', id).view({ face: 'elsewhere', box: 'none' });

    assert.deepEqual(
      [face?.text, face?.action?.id],
      ['This conversation belongs to chat.example.org.', 'switchAccount'],
    );
  });
});

describe('The view of conversations', () => {
  before(() => vscode.extensions.getExtension('rocketchat-for-vscode.rocketchat')?.activate());
  after(() => vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar'));

  it('opens when it is asked for, whoever is signed in', async () => {
    await assert.doesNotReject(async () => {
      await vscode.commands.executeCommand('rocketchat.focusConversation');
    });
  });
});
