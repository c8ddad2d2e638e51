import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { setStatus, statusItems, writeMessage } from '../../src/commands/status';
import type { OwnStatus } from '../../src/model/ownStatus';
import { Session } from '../../src/model/session';
import { clientOf } from '../support/clientOf';
import { account } from '../support/makers/account';
import { maskingGuard, openGuard } from '../support/openGuard';
import { eachWithServer } from '../support/standIn';

const path = '/api/v1/users.setStatus';

describe('Set Status', () => {
  const server = eachWithServer();
  let session: Session;

  beforeEach(() => {
    session = new Session({ account: account({ server: server().url }), client: clientOf(server()) });
  });
  afterEach(async () => {
    session.dispose();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('offers what Rocket.Chat does, the present one checked', async () => {
    assert.deepEqual(await offered({ chosen: 'busy', message: 'lunch' }), [
      'Online',
      'Away',
      'Busy | $(check) now',
      'Invisible',
      '',
      'Status Message… | lunch',
      'Clear Status Message',
    ]);
  });

  it('offers neither what the workspace forbids, nor to clear nothing', async () => {
    server().settings.set('Accounts_AllowInvisibleStatusOption', false);

    assert.deepEqual(await offered({ message: '' }), ['Online', 'Away', 'Busy', '', 'Status Message… | ']);
  });

  it('offers no words where the workspace wants none', async () => {
    server().settings.set('Accounts_AllowUserStatusMessageChange', false);

    assert.deepEqual(await offered({ message: 'lunch' }), ['Online', 'Away', 'Busy', 'Invisible']);
  });

  it('draws no icon of a text from the server', async () => {
    const rows = await offered({ message: '$(flame)' });

    assert.ok(rows.includes('Status Message… | $\u200b(flame)'));
  });

  it('sets the status that was chosen, and leaves the words; the present one is in focus at first', async () => {
    await session.client.users.setStatus({ status: 'busy' });

    await whileAccepting(setStatus(session, openGuard));

    assert.deepEqual(sent(), [{ status: 'busy' }, { status: 'busy' }]);
  });

  it('says why the server refused', async () => {
    server().faults.add({
      kind: 'status',
      status: 400,
      body: { success: false, error: 'Invisible status is disabled [error-status-not-allowed]' },
      path,
    });

    await assert.rejects(
      whileAccepting(setStatus(session, openGuard)),
      /Your status was not set\. The server refused: Invisible status is disabled/,
    );
  });

  it('says that it does not know the present one, and why', async () => {
    server().faults.add({ kind: 'status', status: 500, path: '*/me' });

    await assert.rejects(
      setStatus(session, openGuard),
      /Your status is not known here, so it cannot be set\. The server has/,
    );
  });

  it('sets the words by one call', async () => {
    await whileAccepting(writeMessage(session, 'in a meeting', openGuard));

    assert.deepEqual(sent(), [{ message: 'in a meeting' }]);
  });

  it('sets the words as the guard leaves them', async () => {
    await whileAccepting(writeMessage(session, 'hush', maskingGuard));

    assert.deepEqual(sent(), [{ message: 'masked' }]);
  });

  it('brings back what was typed until the server takes it', async () => {
    server().faults.add({ kind: 'status', status: 500, path, times: 1 });

    await whileAccepting(writeMessage(session, 'in a meeting', openGuard));

    assert.deepEqual(sent(), [{ message: 'in a meeting' }, { message: 'in a meeting' }]);
  });

  it('sends nothing when the person leaves', async () => {
    await whileDoing('workbench.action.closeQuickOpen', writeMessage(session, 'in a meeting', openGuard));

    assert.deepEqual(sent(), []);
  });

  /** `label | description` of each row. */
  async function offered(own: OwnStatus): Promise<string[]> {
    const items = statusItems(own, await session.settings());
    return items.map(({ label, description }) => [label, description].filter(isSaid).join(' | '));
  }

  const isSaid = (text: string | undefined) => text !== undefined;

  function sent(): unknown[] {
    return server()
      .requests.to('POST', path)
      .map(({ body }) => JSON.parse(body) as unknown);
  }

  function whileAccepting(work: Promise<void>): Promise<void> {
    return whileDoing('workbench.action.acceptSelectedQuickOpenItem', work);
  }

  /** Until the work is over, the person does the same again and again. */
  async function whileDoing(what: string, work: Promise<void>): Promise<void> {
    const state = { isOver: false };
    const over = work.finally(() => (state.isOver = true));
    // Its failure is heard below.
    over.catch(() => undefined);
    while (!state.isOver) await Promise.all([vscode.commands.executeCommand(what), setTimeout(20)]);
    await over;
  }
});
