import assert from 'node:assert/strict';
import { messageId } from '../../src/model/message';
import { samePlace, type Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import type { Written } from '../../src/model/sendingFile';
import type { ToPage } from '../../src/webview/protocol/conversation';
import { sendingPart, type SendingServices } from '../../src/webview/sendingPart';
import type { ReadingPage } from '../../src/webview/sessionPage';
import { eventually } from '../support/eventually';
import { failure } from '../support/fakeClient';
import { sessionWith } from '../support/fakeSession';
import { openGuard } from '../support/openGuard';

const general: Place = { room: roomId('general') };
const extras = { attachments: [{ title: 'Build 7' }] };
const thread: Place = { ...general, thread: messageId('m1') };

interface Situation {
  readonly written?: Partial<Written>;
  readonly services?: Partial<SendingServices>;
}

describe('Editing a message that failed', () => {
  /** A page that shows the room, and a reply in a thread of it that the server refused. */
  async function refusedReply({ written, services = {} }: Situation = {}) {
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
    const reply = { text: 'because', quotes: [], alsoToRoom: true, ...written };
    const { id } = await session.sending.send(thread, reply);
    await eventually('refused', () => session.sending.get(id)?.state === 'failed');
    return { session, told, went, id, part: sendingPart({ guard: openGuard, ...services })(page) };
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

  it('goes on with its attachments where they can be edited', async () => {
    const composed: Written[] = [];
    const compose = (_session: Session, _place: Place, written: Written) =>
      Promise.resolve(void composed.push(written));
    const { session, id, part } = await refusedReply({ written: { extras }, services: { compose } });

    part.heed({ type: 'takeBack', message: id });
    await eventually('taken back', () => session.sending.get(id) === undefined);

    assert.deepEqual(composed, [{ text: 'because', quotes: [], alsoToRoom: true, extras }]);
    session.dispose();
  });

  it('stays where it is while the composer that has sent it still has it', async () => {
    const asked: string[] = [];
    const showComposer = (message: string) => Promise.resolve(asked.push(message) > 0);
    const { session, told, id, part } = await refusedReply({ services: { showComposer } });

    part.heed({ type: 'takeBack', message: id });
    await new Promise(setImmediate);

    assert.deepEqual([asked, told, session.sending.get(id)?.state], [[id], [], 'failed']);
    session.dispose();
  });

  it('keeps a message with attachments that nobody could take', async () => {
    const compose = () => Promise.reject(failure('cancelled'));
    const { session, id, part } = await refusedReply({ written: { extras }, services: { compose } });

    part.heed({ type: 'takeBack', message: id });
    await new Promise(setImmediate);

    assert.deepEqual(session.sending.get(id)?.extras, extras);
    session.dispose();
  });

  it('keeps a message with attachments where only texts can be edited', async () => {
    const { session, told, id, part } = await refusedReply({ written: { extras } });

    part.heed({ type: 'takeBack', message: id });
    await new Promise(setImmediate);

    assert.deepEqual([told, session.sending.get(id)?.extras], [[], extras]);
    session.dispose();
  });
});
