import assert from 'node:assert/strict';
import { authentication, commands, extensions } from 'vscode';
import { commandIds, internalCommandIds } from '../../src/platform/ids';

describe('Activation', () => {
  before(() => extensions.getExtension('rocketchat-for-vscode.rocketchat')?.activate());

  it('registers every command', async () => {
    const registered = new Set(await commands.getCommands());

    const missing = [...commandIds, ...internalCommandIds].filter((id) => !registered.has(id));

    assert.deepEqual(missing, []);
  });

  it('takes its place in the Accounts menu, empty at first', async () => {
    assert.deepEqual(await authentication.getAccounts('rocketchat'), []);
  });
});
