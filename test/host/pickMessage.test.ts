import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { connect } from '../../src/api/connect';
import { Lifetime } from '../../src/base/lifetime';
import type { Message } from '../../src/model/message';
import type { RoomId } from '../../src/model/room';
import { Session } from '../../src/model/session';
import { MessagePick, type MessageRow } from '../../src/views/pickMessage';
import { ask } from '../support/ask';
import { credentialsOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { account } from '../support/makers/account';
import { room } from '../support/makers/room';
import { eachWithServer } from '../support/standIn';
import { teamRooms } from '../support/teamRooms';

const dev = 'dev' as RoomId;

describe('MessagePick', () => {
  const server = eachWithServer({ data: teamRooms() });
  let lifetime: Lifetime;
  let session: Session;
  let picker: vscode.QuickPick<MessageRow>;
  let picked: MessagePick['picked'];

  beforeEach(() => {
    lifetime = new Lifetime();
    const client = connect(server().url, { credentials: credentialsOf('ann') });
    session = lifetime.own(new Session({ account: account({ server: server().url }), client }));
  });
  afterEach(() => lifetime.dispose());

  it('shows who wrote a message below what it says', async () => {
    open();

    const [newest] = await rows();

    assert.deepEqual([newest?.label, newest?.detail?.replace(/ · .*/, '')], ['Version 2.1', 'bob']);
  });

  it('offers only messages that apply', async () => {
    open((message) => message.isPinned);

    const found = await rows();

    assert.deepEqual(labels(found), ['Should we really retry POST?']);
  });

  it('says so when none applies of all that there are', async () => {
    open(() => false);
    await rows();

    await session.recent(dev).more();

    assert.deepEqual(labels(picker.items), ['Nothing here']);
  });

  it('waits for the newest messages, also where older ones are known', async () => {
    await session.recent(dev).load();
    await say('news');

    open();
    const early = picker.items.length;
    const found = await rows();

    assert.equal(early, 0);
    assert.equal(found[0]?.label, 'news');
  });

  it('keeps rows in the order of time while somebody types, whichever VS Code finds to match best', async () => {
    await say('Version 2.10 beta');
    open();
    await rows();
    const told = new Promise((resolve) => picker.onDidChangeValue(resolve));
    picker.value = 'Version';
    await told;

    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await eventually('the row below', () => picker.activeItems[0]?.label !== 'Version 2.10 beta');

    assert.equal(picker.activeItems[0]?.label, 'Version 2.1');
  });

  it('leaves every row in its place while something new is said', async () => {
    open();
    const before = labels(await rows());

    const { message } = await say('news');
    session.receive([message]);

    assert.equal(session.recent(dev).ids[0], message._id);
    assert.deepEqual(labels(picker.items), before);
  });

  it('finds what was said long ago, whatever else applies', async () => {
    for (let at = 0; at < 60; at++) await say(`chatter ${at}`);
    open();
    await rows();
    picker.value = 'doubt';
    await eventually('the filter', () => picker.activeItems[0]?.act === 'more');
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    await eventually('the row to search by', () => picker.activeItems[0]?.act === 'search');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    const found = await eventually('the message', () =>
      picker.items.find(({ message }) => message?.id === 'thread'),
    );

    assert.equal(found.alwaysShow, true);
  });

  it('offers to try again what could not be loaded', async () => {
    server().faults.add({ kind: 'status', status: 500, path: '/api/v1/channels.history', times: 1 });

    open();
    const found = await rows();

    assert.deepEqual(labels(found), ['Could not load. Try again']);
  });

  it('answers nothing when the person leaves', async () => {
    open();
    await rows();

    picker.hide();

    assert.equal(await picked, undefined);
  });

  function open(applies: (message: Message) => boolean = () => true): void {
    picker = vscode.window.createQuickPick<MessageRow>();
    const question = { title: 'Pick', nothing: 'Nothing here', applies };
    lifetime.own(picker);
    picked = new MessagePick({ session, room: room('dev'), question, picker }).picked;
  }

  function rows(): Promise<readonly MessageRow[]> {
    return eventually('rows', () => picker.items.length > 0 && picker.items);
  }

  async function say(text: string) {
    const { body } = await ask(server(), 'POST chat.postMessage', {
      as: 'bob',
      body: { roomId: dev, text },
    });
    // The stand-in's answer, whose shape the unit floor checks.
    return body as { message: Parameters<Session['receive']>[0][number] };
  }
});

function labels(rows: readonly MessageRow[]): string[] {
  return rows.map(({ label }) => label);
}
