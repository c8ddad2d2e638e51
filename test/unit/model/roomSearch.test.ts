import assert from 'node:assert/strict';
import { membersOf, type FoundPage } from '../../../src/model/roomMembers';
import { roomId, type Room } from '../../../src/model/room';
import { findAnywhere, findChannels, findPeople } from '../../../src/model/roomSearch';
import type { Session } from '../../../src/model/session';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { room } from '../../support/makers/room';
import { eachWithSessions } from '../../support/serverSessions';
import { person, workspace } from '../../support/workspace';

const people = Array.from({ length: 120 }, (_, at) => person(`p${String(at).padStart(3, '0')}`));
const { signal } = new AbortController();

async function all<Item>(pages: AsyncGenerator<FoundPage<Item>>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const { items } of pages) found.push(...items);
  return found;
}

describe('Finding people and rooms over a server', () => {
  const { rooms, ...rest } = workspace(...people);
  const members = ['ann', ...people.map(({ username }) => username)];
  const { sessionOf } = eachWithSessions({
    data: { ...rest, rooms: rooms.map((general) => ({ ...general, members })) },
  });

  async function annInGeneral(): Promise<{ readonly ann: Session; readonly general: Room }> {
    const ann = sessionOf('ann');
    await ann.sync.refresh('person');
    return { ann, general: ann.rooms.get(roomId('GENERAL')) ?? assert.fail('Ann is not in GENERAL') };
  }

  it('lists all members, page by page, each once', async () => {
    const { ann, general } = await annInGeneral();

    const found = await all(membersOf(ann, general, { text: '', signal }));

    assert.equal(new Set(found.map(({ username }) => username)).size, members.length);
    assert.equal(found.length, members.length);
  });

  it('lists members with a text in their names', async () => {
    const { ann, general } = await annInGeneral();

    const found = await all(membersOf(ann, general, { text: 'p11', signal }));

    assert.equal(found.length, 10);
  });

  it('lists who is in a direct message', async () => {
    const ann = sessionOf('ann');
    const { room: made } = await ann.client.im.create({ username: 'bob' });
    const given = room(made._id, { kind: 'direct', type: 'd' });

    const found = await all(membersOf(ann, given, { text: '', signal }));

    assert.deepEqual(found.map(({ username }) => username).sort(), ['ann', 'bob']);
  });

  it('finds channels that I am not in', async () => {
    await sessionOf('bob').client.channels.create({ name: 'makers' });

    const found = await all(findChannels(sessionOf('ann'), { text: 'mak', signal }));

    assert.deepEqual(
      found.map(({ name, slug }) => [name, slug]),
      [['makers', 'makers']],
    );
  });

  it('finds people by a part of their name, with or without the sign', async () => {
    const ann = sessionOf('ann');

    const [bare, signed] = await Promise.all([
      findPeople(ann, { text: 'bob', signal }),
      findPeople(ann, { text: '@bob', signal }),
    ]);

    assert.deepEqual([bare[0]?.username, signed[0]?.username], ['bob', 'bob']);
  });

  it('finds people and channels at once', async () => {
    await sessionOf('bob').client.channels.create({ name: 'bobcats' });

    const found = await findAnywhere(sessionOf('ann'), { text: 'bob', signal });

    assert.deepEqual([found.people[0]?.username, found.channels[0]?.name], ['bob', 'bobcats']);
  });
});

describe('findAnywhere', () => {
  it('asks nothing for a sign alone', async () => {
    const { client, session } = sessionWith({});

    const found = await findAnywhere(session, { text: '#', signal });

    assert.deepEqual([found, argsOf(client, 'spotlight.search')], [{ people: [], channels: [] }, []]);
  });

  it('leaves out what the server sent wrong', async () => {
    const wrong: unknown[] = [null, { _id: 7, username: 'bob' }, { _id: 'x' }, 'bob'];
    const { session } = sessionWith({
      spotlight: { search: () => ({ users: wrong as never, rooms: [{ t: 'c' }] as never }) },
    });

    assert.deepEqual(await findAnywhere(session, { text: 'bob', signal }), { people: [], channels: [] });
  });
});
