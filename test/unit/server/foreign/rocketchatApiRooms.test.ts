import assert from 'node:assert/strict';
import type RocketChatClient from 'rocketchat-api';
import { each, itemIn, listIn, textIn } from '../../../support/ask';
import { refusalOf, rocketchatApi } from '../../../support/foreign/rocketchatApi';
import { eachWithServer } from '../../../support/standIn';

describe('the community client among rooms', () => {
  const server = eachWithServer();
  let root: RocketChatClient;
  beforeEach(async () => {
    root = rocketchatApi(server());
    await root.login('root', 'root-password');
  });

  const channel = async (name: string) => textIn(itemIn(await root.channels.create(name), 'channel'), '_id');
  const room = (id: string) => server().world.rooms.byId(id) ?? assert.fail(`no room ${id}`);
  const rolesOfBob = (rid: string) => server().world.subscriptions.of('bob-id', rid)?.roles;

  it('lists channels a page at a time, whatever fields and query it sends along', async () => {
    for (const name of ['b', 'c', 'd']) await channel(name);

    const query = { name: { $regex: 'nothing' } };
    const list = await root.channels.list({
      offset: 1,
      count: 2,
      sort: { name: 1 },
      fields: { name: 1 },
      query,
    });
    const joined = await root.channels.listJoined({ sort: { name: -1 } });

    assert.deepEqual([each(listIn(list, 'channels'), 'name'), list['total']], [['c', 'd'], 4]);
    assert.deepEqual(each(listIn(joined, 'channels'), 'name'), ['d', 'c', 'b']);
  });

  it('invites, gives offices, takes them and sends away', async () => {
    const rid = await channel('dev');
    await root.channels.invite(rid, 'bob-id');
    await root.channels.addModerator(rid, 'bob-id');
    await root.channels.addOwner(rid, 'bob-id');
    const offices = [...(rolesOfBob(rid) ?? [])];

    await root.channels.removeModerator(rid, 'bob-id');
    const left = [...(rolesOfBob(rid) ?? [])];
    const kicked = itemIn(await root.channels.kick(rid, 'bob-id'), 'channel');

    assert.deepEqual([offices, left], [['moderator', 'owner'], ['owner']]);
    assert.deepEqual([kicked['_id'], kicked['usersCount']], [rid, 1]);
    assert.equal(rolesOfBob(rid), undefined);
  });

  it('changes all that a channel has to say, and its kind', async () => {
    const rid = await channel('dev');

    await root.channels.setTopic(rid, 'builds');
    await root.channels.setDescription(rid, 'what is built');
    await root.channels.setReadOnly(rid, true);
    await root.channels.rename(rid, 'builds');
    const { channel: turned } = await root.channels.setType(rid, 'p');

    const { name, topic, description, ro } = room(rid);
    assert.deepEqual([name, topic, description, ro], ['builds', 'builds', 'what is built', true]);
    assert.equal(itemIn({ turned }, 'turned')['t'], 'p');
    assert.equal(itemIn(await root.groups.info(rid), 'group')['_id'], rid);
  });

  it('archives, hides and finds again', async () => {
    const rid = await channel('dev');

    await root.channels.archive(rid);
    const archived = room(rid).archived;
    await root.channels.unarchive(rid);
    await root.channels.close(rid);
    const twice = await refusalOf(root.channels.close(rid));
    await root.channels.open(rid);

    assert.deepEqual([archived, room(rid).archived ?? false], [true, false]);
    assert.deepEqual(twice, [400, 'The channel, dev, is already closed to the sender']);
    assert.equal(server().world.subscriptions.of('root-id', rid)?.open, true);
  });

  it('makes a group with members, and tells who has an office in it', async () => {
    const rid = textIn(itemIn(await root.groups.create('inner', ['ann', 'bob']), 'group'), '_id');
    await root.groups.addModerator(rid, 'bob-id');

    const members = await root.groups.listMembers(rid);
    const roles = await root.groups.roles(rid);
    await root.groups.kick(rid, 'bob-id');

    assert.deepEqual(each(listIn(members, 'members'), 'username'), ['ann', 'bob', 'root']);
    assert.deepEqual(
      new Map(listIn(roles, 'roles').map((entry) => [itemIn(entry, 'u')['username'], entry['roles']])),
      new Map([
        ['root', ['owner']],
        ['bob', ['moderator']],
      ]),
    );
    assert.equal(rolesOfBob(rid), undefined);
  });

  it('reads the server’s reasons, and its own for what is not there', async () => {
    const ann = rocketchatApi(server());
    await ann.login('ann', 'ann-password');
    const rid = textIn(itemIn(await root.groups.create('inner'), 'group'), '_id');
    const noOne = rocketchatApi(server());

    assert.deepEqual(await refusalOf(root.groups.leave(rid)), [
      400,
      'You are the last owner. Please set new owner before leaving the room. [error-you-are-last-owner]',
    ]);
    assert.deepEqual(await refusalOf(ann.groups.info(rid)), [
      400,
      'The required "roomId" or "roomName" param provided does not match any group [error-room-not-found]',
    ]);
    assert.deepEqual(await refusalOf(noOne.channels.info('GENERAL')), [
      401,
      'Requested method requires an authentication',
    ]);
  });
});
