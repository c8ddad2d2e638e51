import assert from 'node:assert/strict';
import { Emitter } from '../../../src/base/event';
import { Lifetime } from '../../../src/base/lifetime';
import type { Place } from '../../../src/model/place';
import { roomId } from '../../../src/model/room';
import type { Session } from '../../../src/model/session';
import { Unsent } from '../../../src/model/unsent';
import { eventually } from '../../support/eventually';
import { failure } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { sessionWith, type FakeSession } from '../../support/fakeSession';

const general: Place = { room: roomId('general') };
const said = (text: string) => ({ text, quotes: [], alsoToRoom: false });
const refused = { chat: { sendMessage: () => Promise.reject(failure('forbidden')) } };
const cutOff = {
  chat: {
    sendMessage: () => Promise.reject(failure('offline')),
    getMessage: () => Promise.reject(failure('offline')),
  },
};

describe('Unsent', () => {
  const changed = new Emitter<Session | undefined>();
  let lifetime: Lifetime;
  let current: Session | undefined;
  let unsent: Unsent;

  beforeEach(() => {
    lifetime = new Lifetime();
    use(undefined);
    unsent = lifetime.own(new Unsent({ get: () => current, onDidChange: changed.event }));
  });
  afterEach(() => lifetime.dispose());

  function use(session: Session | undefined): void {
    current = session;
    changed.fire(session);
  }

  function opened(...args: Parameters<typeof sessionWith>): FakeSession {
    const fake = sessionWith(...args);
    lifetime.own(fake.session);
    use(fake.session);
    return fake;
  }

  const texts = () => unsent.waiting().map(({ entry }) => entry.text);
  const listed = (count: number) => eventually('the list', () => unsent.waiting().length === count);

  it('lists what the server refused, the oldest first', async () => {
    const { session } = opened(refused);

    await session.sending.send(general, said('one'));
    await session.sending.send(general, said('two'));
    await listed(2);

    assert.deepEqual(texts(), ['one', 'two']);
  });

  it('does not list what is on its way', async () => {
    const { session } = opened({ chat: { sendMessage: () => new Promise(() => undefined) } });

    await session.sending.send(general, said('on its way'));

    assert.deepEqual(texts(), []);
  });

  it('keeps what waits on the list while it is tried again', async () => {
    const clock = new FakeClock();
    const { session, client } = opened(cutOff, { clock });
    await session.sending.send(general, said('waits'));
    await listed(1);

    client.answer({ chat: { getMessage: () => new Promise(() => undefined) } });
    await clock.advance(2_000);

    assert.deepEqual([session.sending.all()[0]?.state, texts()], ['sending', ['waits']]);
  });

  it('forgets what is sent again, until that fails', async () => {
    const { session } = opened(refused);
    const { id } = await session.sending.send(general, said('again'));
    await listed(1);

    const resending = session.sending.resend(id);
    const meanwhile = texts();
    await resending;

    assert.deepEqual([meanwhile, texts()], [[], ['again']]);
  });

  it('lists what belongs to the account in use', async () => {
    const { session } = opened(refused);
    await session.sending.send(general, said('of ann'));
    await listed(1);

    use(undefined);
    const signedOut = texts();
    use(session);

    assert.deepEqual([signedOut, texts()], [[], ['of ann']]);
  });

  it('tells when the list is another one, after it is', async () => {
    const { session } = opened(refused);
    const told: string[][] = [];
    unsent.onDidChange(() => told.push(texts()));

    const { id } = await session.sending.send(general, said('told'));
    await listed(1);
    await session.sending.discard(id);

    assert.deepEqual(told, [['told'], []]);
  });
});
