import assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('The extension in VS Code', () => {
  it('is found by its id and activates', async () => {
    const extension = extensions.getExtension('rocketchat-for-vscode.rocketchat');

    await extension?.activate();

    assert.equal(extension?.isActive, true);
  });
});
