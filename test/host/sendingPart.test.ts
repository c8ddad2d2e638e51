import assert from 'node:assert/strict';
import { messageId } from '../../src/model/message';
import { samePlace, type Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { ToPage } from '../../src/webview/protocol/conversation';
import { sendingPart } from '../../src/webview/sendingPart';
import type { ReadingPage } from '../../src/webview/sessionPage';
import { eventually } from '../support/eventually';
import { failure } from '../support/fakeClient';
import { sessionWith } from '../support/fakeSession';

const general: Place = { room: roomId('general') };
const thread: Place = { ...general, thread: messageId('m1') };

describe('Editing a message that failed', () => {
  /** A page that shows the room, and a reply in a thread of it that the server refused. */
  async function refusedReply() {
    const { session } = sessionWith({ chat: { sendMessage: () => Promise.reject(failure('forbidden')) } });
    const told: ToPage[] = [];
    const went: Place[] = [];
    // What the part uses of a page.
    const page = {
      session,
      place: general,
      signal: session.signal,
      tell: (message: ToPage) => told.push(message),
      go: (place: Place) => Promise.resolve(went.push(place)),
    } as unknown as ReadingPage;
    const { id } = await session.sending.send(thread, { text: 'because', quotes: [], alsoToRoom: true });
    await eventually('refused', () => session.sending.get(id)?.state === 'failed');
    return { session, told, went, id, part: sendingPart(page) };
  }

  it('leads from the room to the thread that it belongs in', async () => {
    const { session, told, went, id, part } = await refusedReply();

    part.heed({ type: 'takeBack', message: id });
    await eventually('gone there', () => went.length > 0);

    assert.ok(samePlace(went[0], thread));
    assert.deepEqual(told, []);
    assert.equal((await session.drafts.read(thread))?.text, 'because');
    session.dispose();
  });
});
