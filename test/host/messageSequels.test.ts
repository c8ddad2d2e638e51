import assert from 'node:assert/strict';
import type { Opening } from '../../src/commands/conversations';
import { attempt } from '../../src/commands/messageAction';
import { sequels } from '../../src/commands/messageSequels';
import type { Message } from '../../src/model/message';
import type { Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import { meanwhile } from '../support/meanwhile';
import { maskingGuard, openGuard } from '../support/openGuard';
import { eachWithSessions } from '../support/serverSessions';
import { workspace } from '../support/workspace';

const create = '/api/v1/rooms.createDiscussion';

describe('Start Discussion from Message', () => {
  const { server, sessionOf } = eachWithSessions({ data: workspace() });
  let session: Session;
  let asked: Message;
  let opened: { readonly place: Place; readonly how: Opening | undefined }[];

  beforeEach(async () => {
    opened = [];
    session = sessionOf('ann');
    await session.sync.refresh('person');
    asked = await said('Why does it leak?');
  });

  async function said(msg: string): Promise<Message> {
    const { message } = await sessionOf('bob').client.chat.sendMessage({ message: { rid: 'GENERAL', msg } });
    const [known] = session.receive([message]);
    return known ?? assert.fail('The message did not come');
  }

  async function discuss(message: Message, press: string, guard = openGuard): Promise<void> {
    const open = (place: Place, how?: Opening) => Promise.resolve(void opened.push({ place, how }));
    const [action] = sequels({ conversations: { open }, guard });
    assert.ok(action);
    await meanwhile(attempt(action, session, [message]), press);
  }

  const enter = 'quickInput.accept';

  it('opens one named after the message, and leads there', async () => {
    await discuss(asked, enter);

    const [{ place, how } = assert.fail('Nothing was opened')] = opened;
    const room = session.rooms.get(place.room);
    assert.deepEqual([room?.kind, room?.name, how?.focus], ['discussion', 'Why does it leak?', 'box']);
    assert.equal(server().requests.to('POST', create).length, 1);
  });

  it('takes as much of a long message as a title is', async () => {
    const long = await said('leak '.repeat(40));

    await discuss(long, enter);

    const [{ place } = assert.fail('Nothing was opened')] = opened;
    assert.equal(session.rooms.get(roomId(place.room))?.name.length, 'leak '.repeat(16).trim().length);
  });

  it('names it as the guard leaves it', async () => {
    const hush = await said('Why does hush leak?');

    await discuss(hush, enter, maskingGuard);

    const [{ place } = assert.fail('Nothing was opened')] = opened;
    assert.equal(session.rooms.get(place.room)?.name, 'Why does masked leak?');
  });

  it('opens none where the person turns away', async () => {
    await discuss(asked, 'workbench.action.closeQuickOpen');

    assert.deepEqual([opened, server().requests.to('POST', create)], [[], []]);
  });

  it('is offered, but not where the server has no discussions', async () => {
    const before = session.rights.offered(asked).includes('discuss');

    server().settings.set('Discussion_enabled', false);
    const later = sessionOf('ann');
    await later.sync.refresh('person');
    await later.settings();

    assert.deepEqual([before, later.rights.offered(asked).includes('discuss')], [true, false]);
  });
});
