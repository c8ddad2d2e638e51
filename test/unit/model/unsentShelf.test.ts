import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event';
import { Lifetime } from '../../../src/base/lifetime';
import { messageId } from '../../../src/model/message';
import type { Session } from '../../../src/model/session';
import { emptyUnsentShelf } from '../../../src/model/unsentShelf';
import { eventually } from '../../support/eventually';
import { sessionWith } from '../../support/fakeSession';
import { FakeFiles } from '../../support/fakes/files';
import { FakeMemento } from '../../support/fakes/memento';
import { account } from '../../support/makers/account';

const ann = account();
const carl = account({ userId: 'carl-id', username: 'carl' });

describe('What an earlier version could not send', () => {
  let lifetime: Lifetime;
  let shelf: FakeMemento;
  let folder: FakeFiles;
  beforeEach(() => {
    lifetime = new Lifetime();
    shelf = new FakeMemento();
    folder = new FakeFiles();
  });
  afterEach(() => lifetime.dispose());

  /** As that version kept it. */
  const parcel = (id: string, over: object = {}) => ({
    account: ann.id,
    accountLabel: 'ann @ chat.example.org',
    room: { id: 'general', name: 'general', type: 'channel' },
    entry: { id, room: 'general', text: `text of ${id}` },
    ...over,
  });
  const left = () => shelf.get<readonly object[] | undefined>('unsent');

  function opened(over: Partial<ConstructorParameters<typeof Session>[0]> = {}): Session {
    const { session } = sessionWith({}, { account: ann, writing: folder, ...over });
    lifetime.own(session);
    const dropped = (error: unknown) => assert.fail(String(error));
    const sessions = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    lifetime.own(emptyUnsentShelf(shelf, sessions, dropped));
    return session;
  }

  it('is among the messages of its account, under its id, and waits for the person', async () => {
    await shelf.update('unsent', [parcel('one'), parcel('two')]);

    const { sending } = opened();
    await eventually('an empty shelf', () => left() === undefined);

    assert.deepEqual(
      sending.all().map(({ id, state, text, place, kind }) => [id, state, text, place.room, kind]),
      [
        ['one', 'failed', 'text of one', 'general', 'share'],
        ['two', 'failed', 'text of two', 'general', 'share'],
      ],
    );
  });

  it('keeps the thread of a reply', async () => {
    const entry = { id: 'one', room: 'general', text: 'because', thread: 'm1', isShownInRoom: true };
    await shelf.update('unsent', [parcel('one', { entry, kind: 'reply' })]);

    const { sending } = opened();
    await eventually('an empty shelf', () => left() === undefined);

    const kept = sending.get(messageId('one'));
    assert.deepEqual([kept?.place.thread, kept?.alsoToRoom, kept?.kind], ['m1', true, 'reply']);
  });

  it('is a file, found by the next window as it was', async () => {
    await shelf.update('unsent', [parcel('one')]);
    opened();
    await eventually('an empty shelf', () => left() === undefined);

    const { sending } = opened();
    await sending.resume();

    const [found] = sending.all();
    assert.deepEqual([found?.id, found?.state, found?.error?.failure.kind], ['one', 'failed', 'cancelled']);
  });

  it('leaves there what belongs to other accounts', async () => {
    await shelf.update('unsent', [parcel('one'), parcel('two', { account: carl.id })]);

    const { sending } = opened();
    await eventually('one left', () => left()?.length === 1);

    assert.deepEqual([sending.all().length, left()], [1, [parcel('two', { account: carl.id })]]);
  });

  it('passes over what is not its own', async () => {
    const broken = [parcel('x', { entry: {} }), parcel('y', { entry: 7 }), { account: ann.id }];
    await shelf.update('unsent', [7, null, ...broken, parcel('one')]);

    const { sending } = opened();
    await eventually('an empty shelf', () => left() === undefined);

    assert.deepEqual(
      sending.all().map(({ id }) => id as string),
      ['one'],
    );
  });

  it('writes nothing where there is nothing', async () => {
    const { sending } = opened();
    await new Promise(setImmediate);

    assert.deepEqual([sending.all(), shelf.keys(), folder.calls], [[], [], []]);
  });
});
