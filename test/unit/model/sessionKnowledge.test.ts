import assert from 'node:assert/strict';
import type { WirePreferences } from '../../../src/api/wirePeople';
import { roomId } from '../../../src/model/room';
import { failure, type Answers } from '../../support/fakeClient';
import { argsOf, sessionWith } from '../../support/fakeSession';
import { FakeClock } from '../../support/fakeClock';
import { message, wireMessage } from '../../support/makers/message';
import { delta, room, wireRoom, wireSubscription } from '../../support/makers/room';

function server(
  preferences: WirePreferences = {},
  settings: Readonly<Record<string, unknown>> = {},
): Answers {
  const list = Object.entries(settings).map(([_id, value]) => ({ _id, value }));
  return {
    rooms: { get: () => delta([wireRoom('general')]) },
    subscriptions: { get: () => delta([wireSubscription('general')]) },
    session: { me: () => ({ _id: 'ann-id', username: 'ann', settings: { preferences } }) },
    settings: { public: () => ({ settings: list, count: list.length, offset: 0, total: list.length }) },
  };
}

/** The session once its rooms have come, and what it learnt after that. */
async function learned(answers: Answers) {
  const clock = new FakeClock();
  const made = sessionWith(answers, { clock });
  const preferences: unknown[] = [];
  made.session.onDidChangePreferences((now) => preferences.push(now));
  await made.session.sync.refresh('person');
  await clock.advance(0);
  return { ...made, preferences };
}

describe('Session', () => {
  it('asks nothing until it is asked', () => {
    const { client } = sessionWith({});

    assert.deepEqual(client.calls, []);
  });

  it('renews the preferences after the first paint', async () => {
    const { client, session, preferences } = await learned(server({ sidebarSortby: 'alphabetical' }));

    assert.equal(session.preferences.sortBy, 'name');
    assert.deepEqual(preferences, [session.preferences]);
    assert.deepEqual(client.called.slice(0, 2), ['rooms.get', 'subscriptions.get']);
    assert.equal(client.calls.find(({ name }) => name === 'session.me')?.options.priority, 'background');
  });

  it('stays silent about preferences that are as before', async () => {
    const { preferences } = await learned(server());

    assert.deepEqual(preferences, []);
  });

  it('asks for them again when a person refreshes, never by itself', async () => {
    const { client, session, preferences } = await learned(server());
    await session.sync.refresh('background');
    const before = argsOf(client, 'session.me').length;
    client.answer(server({ sidebarSortby: 'alphabetical' }));

    await session.sync.refresh('person');
    await new Promise(setImmediate);

    assert.deepEqual([before, argsOf(client, 'session.me').length], [1, 2]);
    assert.equal(preferences.length, 1);
    assert.equal(session.preferences.sortBy, 'name');
  });

  it('asks for nothing more while the rooms cannot be had', async () => {
    const { client, session } = await learned(server());
    client.answer({ rooms: { get: () => Promise.reject(failure('offline')) } });

    await session.sync.refresh('person');

    assert.equal(argsOf(client, 'session.me').length, 1);
  });

  it('learns the settings in the background too, unless a person is first', async () => {
    const { client } = await learned(server());

    assert.equal(client.calls.find(({ name }) => name === 'settings.public')?.options.priority, 'background');
  });

  it('goes without what the server does not tell', async () => {
    const refuse = () => Promise.reject(failure('offline'));
    const { session, preferences } = await learned({
      ...server(),
      session: { me: refuse },
      settings: { public: refuse },
    });

    assert.deepEqual([session.sync.state, preferences], ['ready', []]);
  });

  it('shows real names where the server uses them, those already known as well', async () => {
    const made = sessionWith(server({}, { UI_Use_Real_Name: true }));
    made.session.receive([wireMessage('before')]);

    await made.session.settings();
    made.session.receive([wireMessage('after')]);

    const names = ['before', 'after'].map((id) => made.session.messages.get(message(id).id)?.author.name);
    assert.deepEqual(names, ['Bob Stone', 'Bob Stone']);
  });

  it('asks for the settings once, and again after a failure', async () => {
    const { client, session } = sessionWith({
      settings: { public: () => Promise.reject(failure('offline')) },
    });
    await assert.rejects(session.settings());

    client.answer(server());
    await Promise.all([session.settings(), session.settings()]);

    assert.equal(argsOf(client, 'settings.public').length, 2);
  });

  it('links by the address that the server gives itself, once that is known', async () => {
    const { session } = sessionWith(server({}, { Site_Url: 'https://team.example.org' }));
    const before = session.linkTo(room('general'));

    await session.settings();

    assert.equal(before, 'https://chat.example.org/channel/general');
    assert.equal(session.linkTo(room('general')), 'https://team.example.org/channel/general');
  });

  it('tells which room is in hand, once', () => {
    const { session } = sessionWith({});
    const told: unknown[] = [];
    session.onDidTakeInHand((id) => told.push(id));

    session.takeInHand(roomId('general'));
    session.takeInHand(roomId('general'));
    session.takeInHand(undefined);

    assert.deepEqual(told, ['general', undefined]);
    assert.equal(session.inHand, undefined);
  });

  it('ends with everything that it asked for', async () => {
    const { client, session } = await learned(server());

    session.dispose();

    assert.equal(session.signal.aborted, true);
    assert.deepEqual(
      client.calls.slice(2).map(({ options }) => options.signal?.aborted),
      [true, true, true],
    );
  });
});
