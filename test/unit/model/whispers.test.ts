import assert from 'node:assert/strict';
import { roomId } from '../../../src/model/room';
import { Whispers } from '../../../src/model/whispers';
import { FakeClock } from '../../support/fakeClock';

const general = roomId('general');
const whisper = { room: general, text: 'You have been muted' };

describe('Whispers', () => {
  let clock: FakeClock;
  let shown: string[];
  let whispers: Whispers;
  beforeEach(() => {
    clock = new FakeClock();
    shown = [];
    whispers = new Whispers({ clock, show: ({ text }) => shown.push(text) });
  });

  it('shows what the server says of what I sent from here, whichever is heard of first', async () => {
    whispers.take(whisper);
    await clock.advance(500);
    whispers.noteDelivery(general);
    whispers.take({ room: general, text: 'Ben is not in this room' });
    await clock.advance(3_000);

    assert.deepEqual(shown, ['You have been muted', 'Ben is not in this room']);
  });

  it('leaves to other clients what was done there, or long ago, or in another room', async () => {
    whispers.take(whisper);
    await clock.advance(3_000);
    whispers.noteDelivery(general);
    whispers.take({ room: roomId('elsewhere'), text: 'another room' });
    await clock.advance(60_000);
    whispers.take(whisper);
    await clock.advance(3_000);

    assert.deepEqual(shown, []);
  });

  it('does not repeat why a message of mine was refused, whichever is heard of first', async () => {
    whispers.noteFailure(general);
    whispers.take(whisper);
    await clock.advance(60_000);
    whispers.noteDelivery(general);
    whispers.take(whisper);
    await clock.advance(500);
    whispers.noteFailure(general);
    await clock.advance(3_000);

    assert.deepEqual(shown, []);
  });

  it('shows what comes long after a failure', async () => {
    whispers.noteFailure(general);
    await clock.advance(60_000);
    whispers.noteDelivery(general);
    whispers.take({ room: general, text: 'later' });
    await clock.advance(3_000);

    assert.deepEqual(shown, ['later']);
  });

  it('says nothing more when it has ended', async () => {
    whispers.noteDelivery(general);
    whispers.take(whisper);
    whispers.dispose();
    await clock.advance(3_000);

    assert.deepEqual(shown, []);
  });
});
