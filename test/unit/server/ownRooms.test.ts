import assert from 'node:assert/strict';
import { itemIn } from '../../support/ask';
import { eachWithServer } from '../../support/standIn';
import { person } from '../../support/workspace';
import { asking, refuses } from './refusals';
import { noon, room, roomIn, seenBy, town } from './town';

const base = town({ rooms: [room('two', { members: ['ann', 'bob', 'carol'] })] });
const quiet = person('quinn', { preferences: { desktopNotifications: 'nothing' } });
const data = { ...base, users: [...base.users, quiet] };
const archived = 'The channel, old, is archived [error-room-archived]';
const unknown =
  'The required "roomId" or "roomName" param provided does not match any channel [error-room-not-found]';

describe('rooms.join', () => {
  const server = eachWithServer({ data, now: noon });

  it('lets into a channel by its id or its name', async () => {
    const byId = await asking(server(), 'POST rooms.join', 'carol', { roomId: 'dev' });
    const byName = await asking(server(), 'POST rooms.join', 'carol', { roomName: 'open' });

    assert.deepEqual([itemIn(byId.body, 'room')['_id'], itemIn(byName.body, 'room')['_id']], ['dev', 'open']);
    assert.equal(seenBy(server().world, 'carol').open, true);
  });

  it('takes the code of a room that has one', async () => {
    server().world.rooms.setJoinCode(roomIn(server().world, 'dev'), 'sesame');

    const { status } = await asking(server(), 'POST rooms.join', 'carol', {
      roomId: 'dev',
      joinCode: 'sesame',
    });

    assert.equal(status, 200);
  });

  refuses(server, [
    ['a private group', 'POST rooms.join', 'carol', { roomId: 'secret' }, 'Not allowed [error-not-allowed]'],
    ['an archived room', 'POST rooms.join', 'carol', { roomId: 'old' }, archived],
    ['a room that is not there', 'POST rooms.join', 'carol', { roomName: 'nowhere' }, unknown],
  ]);
});

describe('rooms.join on a release that has it not', () => {
  const server = eachWithServer({ data, now: noon, version: '8.5.0' });

  it('is unknown', async () => {
    const { status } = await asking(server(), 'POST rooms.join', 'carol', { roomId: 'dev' });

    assert.equal(status, 404);
  });
});

describe('rooms.leave', () => {
  const server = eachWithServer({ data, now: noon });

  it('ends a membership, and says so in the room', async () => {
    const { body } = await asking(server(), 'POST rooms.leave', 'bob', { roomName: 'dev' });

    const { world } = server();
    assert.deepEqual(body, { success: true });
    assert.equal(world.subscriptions.of('bob-id', 'dev'), undefined);
    assert.equal(world.messages.inRoom('dev').at(-1)?.t, 'ul');
  });

  refuses(server, [
    [
      'a room that one is not in',
      'POST rooms.leave',
      'carol',
      { roomId: 'dev' },
      'You are not in this room [error-user-not-in-room]',
    ],
    [
      'the last owner',
      'POST rooms.leave',
      'ann',
      { roomId: 'dev' },
      'You are the last owner. Please set new owner before leaving the room. [error-you-are-last-owner]',
    ],
    ['a direct message', 'POST rooms.leave', 'ann', { roomId: 'ann-bob' }, 'Not allowed [error-not-allowed]'],
    ['an archived room', 'POST rooms.leave', 'bob', { roomId: 'old' }, archived],
  ]);
});

describe('rooms.favorite', () => {
  const server = eachWithServer({ data, now: noon });

  it('marks a room and takes the mark away', async () => {
    const marks: unknown[] = [];
    for (const favorite of [true, false]) {
      await asking(server(), 'POST rooms.favorite', 'bob', { roomName: 'dev', favorite });
      marks.push(seenBy(server().world, 'bob').f);
    }

    assert.deepEqual(marks, [true, false]);
  });

  refuses(server, [
    [
      'who is not in the room',
      'POST rooms.favorite',
      'carol',
      { roomId: 'dev', favorite: true },
      'You must be part of a room to favorite it [error-invalid-subscription]',
    ],
    [
      'a room that is not there',
      'POST rooms.favorite',
      'bob',
      { roomId: 'nowhere', favorite: true },
      unknown,
    ],
  ]);
});

describe('rooms.saveNotification', () => {
  const server = eachWithServer({ data, now: noon });

  const save = (notifications: object, as = 'bob', roomId = 'dev') =>
    asking(server(), 'POST rooms.saveNotification', as, { roomId, notifications });

  it('turns texts into what the room is to be', async () => {
    await save({ disableNotifications: '1', hideUnreadStatus: '0', desktopNotifications: 'mentions' });

    const { disableNotifications, hideUnreadStatus, ...own } = seenBy(server().world, 'bob');
    assert.deepEqual([disableNotifications, hideUnreadStatus], [true, false]);
    assert.deepEqual([own.desktopNotifications, own.desktopPrefOrigin], ['mentions', 'subscription']);
  });

  it('forgets what is to be as everywhere', async () => {
    await save({ desktopNotifications: 'all', audioNotificationValue: 'beep' });

    await save({ desktopNotifications: 'default', audioNotificationValue: 'default' });

    const own = seenBy(server().world, 'bob');
    assert.deepEqual(
      [own.desktopNotifications, own.desktopPrefOrigin, own.audioNotificationValue],
      [undefined, undefined, undefined],
    );
  });

  it('takes over what a person wants everywhere', async () => {
    await asking(server(), 'POST rooms.join', 'quinn', { roomId: 'dev' });

    await save({ desktopNotifications: 'default' }, 'quinn');

    const own = seenBy(server().world, 'quinn');
    assert.deepEqual([own.desktopNotifications, own.desktopPrefOrigin], ['nothing', 'user']);
  });

  const of = (notifications: object, roomId = 'dev') => ({ roomId, notifications });
  const method = 'POST rooms.saveNotification';
  refuses(server, [
    [
      'what it does not know',
      method,
      'bob',
      of({ loud: '1' }),
      'Invalid settings field [error-invalid-settings]',
    ],
    [
      'a level that there is not',
      method,
      'bob',
      of({ emailNotifications: 'some' }),
      'Invalid settings value [error-invalid-settings]',
    ],
    [
      'who is not in the room',
      method,
      'carol',
      of({ disableNotifications: '1' }),
      'Invalid subscription [error-invalid-subscription]',
    ],
    ['nothing to save', method, 'bob', of({}), 'must NOT have fewer than 1 properties'],
  ]);
});

describe('rooms.hide and rooms.open', () => {
  const server = eachWithServer({ data, now: noon });

  it('take a room off the list, and put it back', async () => {
    const shown: boolean[] = [];
    for (const method of ['POST rooms.hide', 'POST rooms.open']) {
      await asking(server(), method, 'bob', { roomId: 'dev' });
      shown.push(seenBy(server().world, 'bob').open);
    }

    assert.deepEqual(shown, [false, true]);
  });

  it('let nobody be called by a room that is hidden', async () => {
    const own = seenBy(server().world, 'bob');
    own.alert = true;

    await asking(server(), 'POST rooms.hide', 'bob', { roomId: 'dev' });

    assert.equal(own.alert, false);
  });

  it('say nothing of a room to open that one is not in', async () => {
    const { body } = await asking(server(), 'POST rooms.open', 'carol', { roomId: 'secret' });

    assert.deepEqual(body, { success: true });
  });

  it('refuse to hide what is hidden', async () => {
    await asking(server(), 'POST rooms.hide', 'bob', { roomId: 'dev' });

    const { body } = await asking(server(), 'POST rooms.hide', 'bob', { roomId: 'dev' });

    assert.deepEqual(body, { success: false, error: 'error-room-already-hidden' });
  });

  refuses(server, [
    ['who may not see the room', 'POST rooms.hide', 'carol', { roomId: 'secret' }, 'unauthorized', 401],
    ['a stranger', 'POST rooms.hide', 'carol', { roomId: 'dev' }, 'error-room-already-hidden'],
  ]);
});

describe('rooms.saveDraft', () => {
  const server = eachWithServer({ data, now: noon });

  it('keeps what one has begun to write, until it is empty', async () => {
    const drafts: unknown[] = [];
    for (const draft of ['Dear all', '']) {
      await asking(server(), 'POST rooms.saveDraft', 'bob', { rid: 'dev', draft });
      drafts.push(seenBy(server().world, 'bob').draft);
    }

    assert.deepEqual(drafts, ['Dear all', undefined]);
  });

  it('keeps what one writes in threads apart', async () => {
    const drafts: unknown[] = [];
    for (const draft of ['Me too', '']) {
      await asking(server(), 'POST rooms.saveDraft', 'bob', { rid: 'dev', draft, tmid: 'main' });
      drafts.push(seenBy(server().world, 'bob').threadDrafts);
    }

    assert.deepEqual(drafts, [{ main: 'Me too' }, {}]);
  });

  refuses(server, [
    [
      'who is not in the room',
      'POST rooms.saveDraft',
      'carol',
      { rid: 'dev', draft: 'x' },
      'Invalid subscription [error-invalid-subscription]',
    ],
    [
      'more than a message may hold',
      'POST rooms.saveDraft',
      'bob',
      { rid: 'dev', draft: 'x'.repeat(5001) },
      'error-message-size-exceeded',
    ],
  ]);
});
