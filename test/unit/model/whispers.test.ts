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

  it('shows what the server says to me alone', async () => {
    whispers.take(whisper);
    await clock.advance(3_000);

    assert.deepEqual(shown, ['You have been muted']);
  });

  it('does not repeat why a message of mine was refused, whichever is heard of first', async () => {
    whispers.noteFailure(general);
    whispers.take(whisper);
    await clock.advance(60_000);
    whispers.take(whisper);
    await clock.advance(500);
    whispers.noteFailure(general);
    await clock.advance(3_000);

    assert.deepEqual(shown, []);
  });

  it('shows what comes long after, or from another room', async () => {
    whispers.noteFailure(general);
    whispers.take({ room: roomId('elsewhere'), text: 'another room' });
    await clock.advance(60_000);
    whispers.take({ room: general, text: 'later' });
    await clock.advance(3_000);

    assert.deepEqual(shown, ['another room', 'later']);
  });

  it('says nothing more when it has ended', async () => {
    whispers.take(whisper);
    whispers.dispose();
    await clock.advance(3_000);

    assert.deepEqual(shown, []);
  });
});
