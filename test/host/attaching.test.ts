import assert from 'node:assert/strict';
import { Emitter } from '../../src/base/event';
import type { Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import type { OpenPage } from '../../src/webview/part';
import type { ToPage } from '../../src/webview/protocol/conversation';
import { uploadsPart } from '../../src/webview/uploadsPart';
import { eventually } from '../support/eventually';
import { eachWithSessions } from '../support/serverSessions';

const general: Place = { room: roomId('GENERAL') };

describe('A file that a page hands over', () => {
  const { sessionOf } = eachWithSessions();
  let session: Session;
  let told: ToPage[];
  beforeEach(() => {
    session = sessionOf('ann');
    told = [];
  });

  async function attach(content: string) {
    const tell = (message: ToPage) => void told.push(message);
    const { event: onDidChangePlace } = new Emitter<Place | undefined>();
    const page: OpenPage = { session, place: general, onDidChangePlace, signal: session.signal, tell };
    const bytes = new TextEncoder().encode(content);
    const file = { name: 'a.png', mediaType: 'image/png', bytes };
    uploadsPart(page).heed({ type: 'attach', request: 7, place: general, ...file });
    await eventually('answered', () => told.at(-1)?.type === 'attached');
  }

  it('is shown, and then said to be there', async () => {
    await attach('bytes');

    assert.deepEqual(
      told.map(({ type }) => type),
      ['uploads', 'attached'],
    );
    assert.deepEqual(told.at(-1), { type: 'attached', place: general, request: 7, isTaken: true });
    assert.deepEqual(
      session.uploads.of(general).map(({ name }) => name),
      ['a.png'],
    );
  });

  it('is said not to be there where the server would not take it', async () => {
    await attach('');

    assert.deepEqual(told, [{ type: 'attached', place: general, request: 7, isTaken: false }]);
    assert.deepEqual(session.uploads.of(general), []);
  });
});
