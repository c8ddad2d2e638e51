import assert from 'node:assert/strict';
import { ask, type Item } from '../../support/ask';
import { signedIn } from '../../support/socket';
import { eachWithServer } from '../../support/standIn';
import { noon, said, seenBy, town } from './town';

const data = town({
  messages: [said('main', 50), said('r1', 40, { thread: 'main', from: 'bob' }), said('own', 30)],
});
const usual = 'Accounts_Default_User_Preferences_desktopNotifications';

/** Bob listens, ann says something in `dev`. */
describe('a notification', () => {
  const server = eachWithServer({ data, now: noon });

  interface Situation {
    /** What bob has chosen for the room. */
    readonly bob?: Item;
    /** Of the workspace, `all` if not told. */
    readonly rule?: string;
    /** `dev`, if not told. */
    readonly rid?: string;
    readonly message?: Item;
    readonly status?: string;
  }

  async function told({ bob = {}, rule = 'all', rid = 'dev', message, status }: Situation): Promise<Item[]> {
    const { world } = server();
    const socket = await signedIn(server(), 'bob');
    await socket.listen('stream-notify-user', 'bob-id/notification');
    world.changeSetting(usual, rule);
    Object.assign(seenBy(world, 'bob', rid), bob);
    if (status !== undefined) await socket.call('UserPresence:setDefaultStatus', status);
    await ask(server(), 'POST chat.sendMessage', {
      as: 'ann',
      body: { message: { rid, msg: 'hi', ...message } },
    });
    return ((await socket.heard('stream-notify-user', 'bob-id/notification')) as [Item][]).map(
      ([item]) => item,
    );
  }

  const mention = { msg: 'hi @bob' };
  const toAll = { msg: 'hi @all' };
  const direct = 'ann-bob';
  const onlyMentions = { desktopNotifications: 'mentions' };
  const situations: readonly [what: string, situation: Situation, comes: boolean][] = [
    ['where the workspace tells of everything', {}, true],
    ['where the workspace tells of mentions alone', { rule: 'mentions' }, false],
    ['where the workspace tells of nothing', { rule: 'nothing', message: mention }, false],
    ['for a mention', { rule: 'mentions', message: mention }, true],
    ['for a call to all', { rule: 'mentions', message: toAll }, true],
    ['for a call to who is here', { rule: 'mentions', message: { msg: '@here' } }, true],
    ['for a call to all that was muted', { bob: { muteGroupMentions: true }, message: toAll }, false],
    [
      'for a muted call that names the person too',
      { bob: { muteGroupMentions: true }, message: { msg: '@all @bob' } },
      true,
    ],
    ['between two', { rule: 'mentions', rid: direct }, true],
    ['where the person wants mentions alone', { bob: onlyMentions }, false],
    ['where the person wants everything', { rule: 'nothing', bob: { desktopNotifications: 'all' } }, true],
    ['where the person wants nothing', { bob: { desktopNotifications: 'nothing' }, message: mention }, false],
    ['where the room was silenced', { bob: { disableNotifications: true }, message: mention }, false],
    ['of who is ignored', { bob: { ignored: ['ann-id'] }, message: mention }, false],
    [
      'for a word that is watched',
      { bob: { userHighlights: ['tea'] }, rule: 'mentions', message: { msg: 'Tea?' } },
      true,
    ],
    ['for a reply in a thread that is followed', { rule: 'mentions', message: { tmid: 'main' } }, true],
    ['for a reply in another thread', { message: { tmid: 'own' } }, false],
    ['for a reply that the room shows', { message: { tmid: 'own', tshow: true } }, true],
    ['while busy', { status: 'busy', message: mention }, false],
  ];
  for (const [what, situation, comes] of situations) {
    it(`${comes ? 'comes' : 'does not come'} ${what}`, async () => {
      assert.equal((await told(situation)).length, comes ? 1 : 0);
    });
  }

  it('says who said what, and where that is', async () => {
    const [notification] = await told({ message: { _id: 'new', tmid: 'main', msg: 'yes' } });

    assert.deepEqual(notification, {
      title: '#dev',
      text: 'ann: yes',
      payload: {
        _id: 'new',
        rid: 'dev',
        tmid: 'main',
        sender: { _id: 'ann-id', username: 'ann', name: 'Ann' },
        type: 'c',
        name: 'dev',
        message: { msg: 'yes' },
      },
    });
  });

  it('names the person where two talk', async () => {
    const [{ title, text } = {}] = await told({ rid: direct });

    assert.deepEqual([title, text], ['ann', 'hi']);
  });

  it('shows real names where the workspace does', async () => {
    server().world.changeSetting('UI_Use_Real_Name', true);

    const [{ title } = {}] = await told({ rid: direct });

    assert.equal(title, 'Ann');
  });

  it('never comes for one’s own words', async () => {
    const ann = await signedIn(server(), 'ann');
    await ann.listen('stream-notify-user', 'ann-id/notification');

    await ask(server(), 'POST chat.sendMessage', { as: 'ann', body: { message: { rid: 'dev', msg: 'x' } } });

    assert.deepEqual(await ann.heard('stream-notify-user', 'ann-id/notification'), []);
  });

  it('never comes for changes, nor for what the server itself says', async () => {
    const bob = await signedIn(server(), 'bob');
    await bob.listen('stream-notify-user', 'bob-id/notification');

    await ask(server(), 'POST chat.update', {
      as: 'ann',
      body: { roomId: 'dev', msgId: 'own', text: '@bob' },
    });
    await ask(server(), 'POST chat.pinMessage', { as: 'ann', body: { messageId: 'own' } });

    assert.deepEqual(await bob.heard('stream-notify-user', 'bob-id/notification'), []);
  });
});
