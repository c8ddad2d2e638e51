import assert from 'node:assert/strict';
import { ApiError } from '../../../src/api/errors';
import { messageId, type Message } from '../../../src/model/message';
import { markUnreadFrom, pin } from '../../../src/model/messageActions';
import { ignoreAuthor, report } from '../../../src/model/messageAuthor';
import { edit, remove, TextTooLong } from '../../../src/model/messageEditing';
import { linkToMessage } from '../../../src/model/messageLink';
import { react } from '../../../src/model/messageReaction';
import { NeedsLicence, readersOf } from '../../../src/model/messageReaders';
import { roomId } from '../../../src/model/room';
import { Session } from '../../../src/model/session';
import type { SettingValue } from '../../server/settings';
import { ask } from '../../support/ask';
import { clientOf } from '../../support/clientOf';
import { account } from '../../support/makers/account';
import { eachWithServer } from '../../support/standIn';
import { teamRooms } from '../../support/teamRooms';

const dev = roomId('dev');

describe('a message on a server', () => {
  const server = eachWithServer({ data: teamRooms() });
  let session: Session;

  beforeEach(() => open());
  afterEach(() => session.dispose());

  function known(id: string): Message {
    return session.messages.get(messageId(id)) ?? assert.fail(`no message ${id}`);
  }

  async function open(): Promise<void> {
    session = new Session({ account: account({ server: server().url }), client: clientOf(server()) });
    await session.sync.refresh('person');
    await Promise.all([session.settings(), session.recent(dev).load()]);
  }

  /** Of a server that was so when ann came. */
  async function openWith(id: string, value: SettingValue): Promise<void> {
    session.dispose();
    server().settings.set(id, value);
    await open();
  }

  const stored = (id: string) => server().world.messages.byId(id);

  /** Ann says something in dev. */
  async function say(_id: string, msg: string): Promise<Message> {
    await session.client.chat.sendMessage({ message: { _id, rid: 'dev', msg } });
    await session.recent(dev).reload();
    return known(_id);
  }

  it('takes a reaction, and takes it back', async () => {
    await react(session, known('release'), ':tada:');
    const reacted = stored('release')?.reactions;
    await react(session, known('release'), 'tada');

    assert.deepEqual(reacted?.[':tada:']?.usernames, ['ann']);
    assert.equal(stored('release')?.reactions, undefined);
    assert.deepEqual(known('release').reactions, {});
  });

  it('takes no reaction that the server does not know', async () => {
    await assert.rejects(react(session, known('release'), ':no_such_emoji:'), ApiError);

    assert.deepEqual(known('release').reactions, {});
  });

  it('is edited', async () => {
    const said = await say('mine', 'typed to fast');

    await edit(session, said, 'typed **too** fast');

    assert.equal(stored('mine')?.msg, 'typed **too** fast');
    assert.equal(known('mine').editedBy, 'ann');
    assert.notEqual(known('mine').tree, undefined);
  });

  it('goes on quoting what it quoted when it is edited', async () => {
    const link = session.linkTo(session.rooms.get(dev) ?? assert.fail('no room'), known('thread'));
    const said = await say('mine', `[ ](${link})\nno`);

    await edit(session, said, 'yes');

    assert.equal(stored('mine')?.msg, `[ ](${link})\nyes`);
  });

  it('is not asked about when its text stays the same', async () => {
    const said = await say('mine', 'as it is');

    await edit(session, said, 'as it is');

    assert.deepEqual(server().requests.to('POST', '/api/v1/chat.update'), []);
  });

  it('does not become longer than the server shows', async () => {
    await openWith('Message_MaxAllowedSize', 20);
    const said = await say('mine', 'short');

    await assert.rejects(edit(session, said, 'long '.repeat(5)), TextTooLong);
  });

  it('shows its old text again when the server refuses the new one', async () => {
    const said = await say('mine', 'before');
    server().settings.set('Message_AllowEditing', false);

    await assert.rejects(edit(session, said, 'after'), ApiError);

    assert.equal(known('mine').text, 'before');
  });

  it('goes without a trace, also when somebody was faster', async () => {
    const said = await say('mine', 'oops');
    await ask(server(), 'POST chat.delete', { as: 'ann', body: { roomId: 'dev', msgId: 'mine' } });

    await remove(session, said);

    assert.equal(session.messages.get(said.id), undefined);
  });

  it('leaves its mark where the server keeps one', async () => {
    await openWith('Message_ShowDeletedStatus', true);
    const said = await say('mine', 'oops');

    await remove(session, said);
    const atOnce = known('mine');
    await session.recent(dev).reload();

    assert.deepEqual([atOnce.kind, atOnce.text], ['deleted', '']);
    assert.equal(known('mine').kind, 'deleted');
  });

  it('stays when the server does not let it go', async () => {
    const others = known('release');

    await assert.rejects(remove(session, others), ApiError);

    assert.equal(known('release').kind, 'said');
  });

  it('is pinned by those who may, and by nobody else', async () => {
    await assert.rejects(pin(session, known('release')), ApiError);

    assert.equal(known('release').isPinned, false);
    assert.deepEqual(
      [session.rights.offered(known('release')).includes('pin'), stored('release')?.pinned],
      [false, undefined],
    );
  });

  it('is reported with a reason', async () => {
    await report(session, known('release'), 'an advertisement');

    const reports = server().requests.to('POST', '/api/v1/chat.reportMessage');
    assert.deepEqual(
      reports.map(({ body }) => body),
      ['{"messageId":"release","description":"an advertisement"}'],
    );
  });

  it('has an author who can be ignored, and heard again', async () => {
    const release = known('release');
    await ignoreAuthor(session, release, true);
    const offered = session.rights.offered(release);
    await ignoreAuthor(session, release, false);

    assert.deepEqual([offered.includes('ignore'), offered.includes('unignore')], [false, true]);
    assert.deepEqual(session.rooms.get(dev)?.ignored, []);
  });

  it('has not been read by anybody as long as only its author has', async () => {
    server().world.licences.add('message-read-receipt');
    server().settings.set('Message_Read_Receipt_Enabled', true);
    server().settings.set('Message_Read_Receipt_Store_Users', true);
    const said = await say('mine', 'who is there?');

    assert.deepEqual(await readersOf(session, said), []);
  });

  it('tells its readers to nobody without a licence', async () => {
    await assert.rejects(readersOf(session, known('release')), NeedsLicence);
  });

  it('is unread again, with what came after it', async () => {
    await session.reading.room(dev, { threads: true });

    await markUnreadFrom(session, known('release'));
    const atOnce = session.rooms.get(dev)?.hasUnread;
    await session.sync.refresh('person');

    assert.deepEqual([atOnce, session.rooms.get(dev)?.hasUnread], [true, true]);
  });

  it('has an address of the server’s own, also in a room that is not mine', async () => {
    await openWith('Site_Url', 'https://team.example.org/');
    await ask(server(), 'POST channels.create', { as: 'bob', body: { name: 'open' } });
    const room = server().world.rooms.byName('open') ?? assert.fail('no room');
    const elsewhere = { ...known('release'), room: roomId(room._id) };

    assert.equal(
      await linkToMessage(session, elsewhere),
      'https://team.example.org/channel/open?msg=release',
    );
  });
});
