import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/event';
import { Lifetime } from '../../src/base/lifetime';
import { Delivery } from '../../src/commands/delivery';
import { followDeliveries, reply } from '../../src/commands/reply';
import { messageId } from '../../src/model/message';
import { roomId, type Room } from '../../src/model/room';
import { Session } from '../../src/model/session';
import type { OneMessage } from '../../src/model/toastContent';
import { ask } from '../support/ask';
import { clientOf } from '../support/clientOf';
import { eventually } from '../support/eventually';
import { account } from '../support/makers/account';
import { notice } from '../support/makers/notice';
import { eachWithServer } from '../support/standIn';
import { meanwhile } from '../support/meanwhile';
import { openGuard } from '../support/openGuard';

const send = '/api/v1/chat.sendMessage';
const accept = 'workbench.action.acceptSelectedQuickOpenItem';
const putAway = 'notifications.clearAll';

describe('Replying to a notification', () => {
  const server = eachWithServer();
  let lifetime: Lifetime;
  let session: Session;
  let delivery: Delivery;
  let general: Room;
  let shared: string[];

  beforeEach(async () => {
    lifetime = new Lifetime();
    session = lifetime.own(
      new Session({ account: account({ server: server().url }), client: clientOf(server()) }),
    );
    await session.sync.refresh('person');
    general = session.rooms.get(roomId('GENERAL')) ?? assert.fail('There is no room');
    const sessions = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    const conversations = { open: () => Promise.resolve() };
    delivery = lifetime.own(new Delivery({ sessions, conversations }));
    shared = [];
    const memory = {
      add: (id: string) => {
        shared.push(id);
        return Promise.resolve();
      },
    };
    lifetime.own(followDeliveries(delivery, sessions, memory));
  });
  afterEach(() => lifetime.dispose());

  const answer = (text: string, thread?: string) =>
    delivery.reply(session, {
      room: general,
      thread: thread === undefined ? undefined : messageId(thread),
      text,
    });
  const posted = () => server().world.messages.inRoom('GENERAL');

  it('goes to the room', async () => {
    await answer('on my way');

    assert.deepEqual(
      posted().map(({ msg, tmid }) => [msg, tmid]),
      [['on my way', undefined]],
    );
    assert.deepEqual(shared, []);
  });

  it('marks the room as read', async () => {
    const read = () => server().requests.to('POST', '/api/v1/subscriptions.read');
    const message = { rid: 'GENERAL', msg: 'are you coming?' };
    await ask(server(), 'POST chat.sendMessage', { as: 'bob', body: { message } });
    await session.sync.refresh('person');
    assert.deepEqual(read(), []);

    await answer('on my way');

    await eventually('the call', () => read().length > 0);
    await eventually('a room without unread messages', () => !session.rooms.get(general.id)?.hasUnread);
  });

  it('goes to the thread that it was about', async () => {
    await answer('why?');
    const [question] = posted();
    await answer('because', question?._id);

    assert.equal(posted().find(({ msg }) => msg === 'because')?.tmid, question?._id);
  });

  it('is kept when it cannot be sent, also whose thread it is for', async () => {
    server().faults.add({ kind: 'drop', path: send });
    await meanwhile(answer('kept', 'thread'), putAway);

    const [entry] = session.sending.all();
    assert.deepEqual([entry?.kind, entry?.text, entry?.place.thread], ['reply', 'kept', 'thread']);
  });

  it('sends nothing when nothing was typed', async () => {
    const message: OneMessage = {
      kind: 'message',
      notice: notice('m'),
      sender: 'bob',
      place: '#general',
      text: 'hi',
      room: general,
    };

    await meanwhile(reply({ delivery, guard: openGuard }, session, message), accept);

    assert.deepEqual(server().requests.to('POST', send), []);
  });

  it('is no shared code: only that is remembered', async () => {
    await meanwhile(delivery.send(session, general, 'code'), putAway);

    await eventually('the memory', () => shared.length > 0);
    assert.deepEqual(
      shared,
      posted().map(({ _id }) => _id),
    );
  });
});
