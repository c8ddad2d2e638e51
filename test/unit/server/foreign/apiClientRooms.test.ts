import assert from 'node:assert/strict';
import { each, itemIn, listIn, textIn } from '../../../support/ask';
import { type ApiClient, apiClient, refusalOf, register } from '../../../support/foreign/apiClient';
import { eachWithUnusedServer } from '../../../support/foreign/unusedServer';

describe("Rocket.Chat's own client, among rooms", () => {
  const server = eachWithUnusedServer();
  let rita: ApiClient;
  let sam: ApiClient;
  let samId: string;
  beforeEach(async () => {
    rita = apiClient(server());
    sam = apiClient(server());
    await register(rita, 'rita');
    samId = await register(sam, 'sam');
  });

  const created = async (family: 'channels' | 'groups', name: string, more = {}) => {
    const answer = await rita.post(`/v1/${family}.create`, { name, ...more });
    return textIn(itemIn(answer, family === 'channels' ? 'channel' : 'group'), '_id');
  };
  const members = async (path: string, params: object) => {
    const answer = await rita.get(path, { ...params });
    return each(listIn(answer, 'members'), 'username');
  };

  it('makes a channel with members, and lists it by count and order', async () => {
    const rid = await created('channels', 'dev', { members: ['sam'] });

    const list = await sam.get('/v1/channels.list', { count: 1, sort: JSON.stringify({ name: 1 }) });

    assert.deepEqual(each(listIn(list, 'channels'), '_id'), [rid]);
    assert.deepEqual([list['count'], list['offset'], list['total']], [1, 0, 2]);
    assert.equal(server().world.rooms.byId(rid)?.usersCount, 2);
  });

  it('invites to a private group, makes an owner and leaves it', async () => {
    const rid = await created('groups', 'inner');
    const alone = await refusalOf(rita.post('/v1/groups.leave', { roomId: rid }));

    await rita.post('/v1/groups.invite', { roomId: rid, userIds: [samId] });
    await rita.post('/v1/groups.addOwner', { roomId: rid, userId: samId });
    await rita.post('/v1/groups.leave', { roomId: rid });

    assert.deepEqual([alone.status, alone.body['errorType']], [400, 'error-you-are-last-owner']);
    assert.deepEqual(server().world.subscriptions.of(samId, rid)?.roles, ['owner']);
    assert.equal(server().world.rooms.byId(rid)?.usersCount, 1);
  });

  it('asks for members by a list of states', async () => {
    const roomId = await created('channels', 'dev', { members: ['sam'] });
    await sam.post('/v1/users.setStatus', { status: 'busy', message: 'deep in it' });

    const busy = await members('/v1/channels.members', { roomId, status: ['busy', 'away'] });
    const both = await members('/v1/rooms.membersOrderedByRole', { roomId, status: ['busy', 'offline'] });

    assert.deepEqual([busy, both], [['sam'], ['rita', 'sam']]);
  });

  it('changes what a channel says of itself', async () => {
    const roomId = await created('channels', 'dev');

    const topic = await rita.post('/v1/channels.setTopic', { roomId, topic: 'builds' });
    await rita.post('/v1/rooms.saveRoomSettings', { rid: roomId, roomName: 'builds', readOnly: true });

    const room = server().world.rooms.byId(roomId);
    assert.equal(topic['topic'], 'builds');
    assert.deepEqual([room?.name, room?.topic, room?.ro], ['builds', 'builds', true]);
  });

  it('talks to one person, hides the talk and finds it again', async () => {
    const room = itemIn(await rita.post('/v1/im.create', { username: 'sam' }), 'room');
    const again = itemIn(await rita.post('/v1/dm.create', { username: 'sam' }), 'room');
    await rita.post('/v1/rooms.hide', { roomId: room['_id'] });

    const answer = await rita.get('/v1/subscriptions.getOne', { roomId: room['_id'] });

    assert.equal(again['_id'], room['_id']);
    assert.equal(itemIn(answer, 'subscription')['open'], false);
  });

  it('makes a team, puts a room and a person into it', async () => {
    const room = await created('channels', 'dev');

    const team = itemIn(await rita.post('/v1/teams.create', { name: 'heron', type: 0 }), 'team');
    await rita.post('/v1/teams.addRooms', { teamName: 'heron', rooms: [room] });
    await rita.post('/v1/teams.addMembers', {
      teamName: 'heron',
      members: [{ userId: samId, roles: ['member'] }],
    });

    const list = await sam.get('/v1/teams.listRooms', { teamId: team['_id'] });
    assert.deepEqual(each(listIn(list, 'rooms'), 'name'), ['dev']);
    assert.ok(server().world.subscriptions.of(samId, textIn(team, 'roomId')));
  });

  it('is told who may not, what is not there, and what is wrong', async () => {
    const rid = await created('groups', 'inner');

    const foreign = await refusalOf(sam.get('/v1/groups.info', { roomId: rid }));
    const taken = await refusalOf(rita.post('/v1/channels.create', { name: 'inner' }));
    const admin = await refusalOf(sam.get('/v1/settings/Site_Name'));
    const wrong = await refusalOf(rita.post('/v1/im.create', { user: 'sam' }));

    assert.deepEqual([foreign.status, foreign.body['errorType']], [400, 'error-room-not-found']);
    assert.equal(taken.body['errorType'], 'error-duplicate-channel-name');
    assert.equal(admin.status, 403);
    assert.deepEqual([wrong.status, wrong.body['errorType']], [400, 'invalid-params']);
  });

  it('leaves nothing of a channel that is deleted', async () => {
    const roomId = await created('channels', 'dev', { members: ['sam'] });

    await rita.post('/v1/channels.delete', { roomId });

    const gone = await refusalOf(rita.get('/v1/channels.info', { roomId }));
    assert.equal(gone.body['errorType'], 'error-room-not-found');
    assert.equal(server().world.subscriptions.of(samId, roomId), undefined);
  });
});
