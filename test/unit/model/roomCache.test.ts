import assert from 'node:assert/strict';
import type { WireMessage, WireRoom, WireSubscription } from '../../../src/api/wire';
import { RoomCache } from '../../../src/model/roomCache';
import { roomId } from '../../../src/model/room';
import { Session } from '../../../src/model/session';
import { fakeClient, type FakeClient } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { argsOf } from '../../support/fakeSession';
import { FakeFiles } from '../../support/fakes/files';
import { account } from '../../support/makers/account';
import { minute, wireMessage } from '../../support/makers/message';
import { delta, wireRoom, wireSubscription } from '../../support/makers/room';

const second = 1000;
const day = 86_400_000;

interface Window {
  readonly client: FakeClient;
  readonly session: Session;
  readonly cache: RoomCache;
}

describe('RoomCache', () => {
  let clock: FakeClock;
  let files: FakeFiles;
  const open: Window[] = [];

  /** A window as it is before it asks the server. */
  function window(): Window {
    const client = fakeClient({
      rooms: { get: () => delta([]) },
      subscriptions: { get: () => delta([]) },
      session: { me: () => Promise.reject(new Error('Not asked here')) },
    });
    const session = new Session({ account: account(), client, clock, random: () => 0.5 });
    const opened = { client, session, cache: new RoomCache({ files, session, clock }) };
    open.push(opened);
    return opened;
  }

  /** A window that the server has told of these rooms and messages. */
  async function told(
    rooms: readonly (readonly [WireRoom, WireSubscription])[],
    messages: readonly WireMessage[] = [],
  ): Promise<Window> {
    const opened = window();
    await opened.cache.restore();
    take(opened.session, rooms);
    opened.session.receive(messages);
    return opened;
  }

  function take(session: Session, rooms: readonly (readonly [WireRoom, WireSubscription])[]): void {
    session.sync.restore({
      rooms: rooms.map(([room]) => room),
      subscriptions: rooms.map(([, subscription]) => subscription),
      since: Date.parse(minute(0)),
    });
  }

  async function restarted(): Promise<Window> {
    const opened = window();
    await opened.cache.restore();
    return opened;
  }

  function close(): void {
    for (const { session, cache } of open.splice(0)) {
      cache.dispose();
      session.dispose();
    }
  }

  const general = [wireRoom('general'), wireSubscription('general')] as const;
  const said = (session: Session) => session.messages.ofRoom(roomId('general')).map(({ id }) => id as string);
  const kept = () => files.texts.get('rooms.json') ?? '';
  const writes = () => files.calls.filter((call) => call.startsWith('write'));

  beforeEach(() => {
    clock = new FakeClock();
    files = new FakeFiles();
  });

  afterEach(close);

  it('shows after a restart what was known before, and asks nothing', async () => {
    await told([general], [wireMessage('m1')]);
    close();

    const { client, session } = await restarted();

    assert.deepEqual(
      session.rooms.all().map(({ name }) => name),
      ['general'],
    );
    assert.deepEqual(said(session), ['m1']);
    assert.deepEqual(client.called, []);
  });

  it('lets the first refresh ask only for what has changed since', async () => {
    await told([general]);
    close();
    const { client, session } = await restarted();

    await session.sync.refresh('person').catch(() => undefined);

    const [asked] = argsOf(client, 'rooms.get');
    assert.deepEqual(Object.keys(asked ?? {}), ['updatedSince']);
  });

  describe('drops without a word', () => {
    beforeEach(async () => {
      await told([general]);
      close();
    });

    const damage: [string, (text: string) => string][] = [
      ['half a file', (text) => text.slice(0, text.length / 2)],
      ['a file with another letter in it', (text) => text.replace('"general"', '"General"')],
      ['a file of another version', (text) => text.replace('"version":1', '"version":99')],
      ['a text that is none of ours', () => 'rooms'],
      ['an empty file', () => ''],
    ];
    for (const [what, spoil] of damage)
      it(what, async () => {
        files.texts.set('rooms.json', spoil(kept()));

        const { cache, session } = window();

        assert.equal(await cache.restore(), 'unusable');
        assert.deepEqual(session.rooms.all(), []);
      });

    it('what is older than two weeks', async () => {
      await clock.advance(14 * day + 1);

      assert.deepEqual((await restarted()).session.rooms.all(), []);
    });

    it('nothing that is younger', async () => {
      await clock.advance(14 * day);

      assert.equal((await restarted()).session.rooms.all().length, 1);
    });
  });

  describe('writes', () => {
    it('nothing while nothing has changed', async () => {
      await told([general]);
      close();
      files.calls.length = 0;

      await restarted();
      await clock.advance(60 * second);
      close();

      assert.deepEqual(writes(), []);
    });

    it('some seconds after a change, once for several', async () => {
      const { session } = await told([general]);

      session.receive([wireMessage('m1')]);
      await clock.advance(5 * second);

      assert.deepEqual(writes(), ['write rooms.json']);
      assert.match(kept(), /m1/);
    });

    it('at most every thirty seconds', async () => {
      const { session } = await told([general]);

      for (let at = 0; at < 60; at += 1) {
        session.receive([wireMessage(`m${at}`)]);
        await clock.advance(second);
      }

      assert.equal(writes().length, 2);
    });

    it('at the end what it still had to write', async () => {
      await told([general], [wireMessage('m1')]);

      close();

      assert.match(kept(), /m1/);
      assert.deepEqual(clock.pending, []);
    });

    it('nothing before the rooms have come', async () => {
      const { session } = await restarted();

      session.receive([wireMessage('m1')]);
      close();

      assert.deepEqual(writes(), []);
    });
  });
});
