import assert from 'node:assert/strict';
import type { Guard, Passage } from '../../src/model/guard/guard';
import type { Place } from '../../src/model/place';
import { roomId } from '../../src/model/room';
import type { Session } from '../../src/model/session';
import type { Draft, ToPage } from '../../src/webview/protocol/conversation';
import { sendingPart } from '../../src/webview/sendingPart';
import type { ReadingPage } from '../../src/webview/sessionPage';
import { eventually } from '../support/eventually';
import { eachWithSessions } from '../support/serverSessions';

const general: Place = { room: roomId('GENERAL') };

describe('The answer box with the guard before it', () => {
  const { server, sessionOf } = eachWithSessions();
  let session: Session;
  let told: ToPage[];
  let shown: (string | undefined)[];
  beforeEach(() => {
    session = sessionOf('ann');
    told = [];
    shown = [];
  });

  const masks: Guard['check'] = (passages) =>
    Promise.resolve(passages.map(({ text }) => text.replace('hush', 'masked')));
  const closes: Guard['check'] = () => Promise.resolve(undefined);

  function box(check: Guard['check']) {
    const guard: Guard = {
      check: (passages: readonly Passage[]) => {
        shown.push(...passages.map(({ label }) => label));
        return check(passages);
      },
    };
    // What the part uses of a page.
    const page = {
      session,
      place: general,
      signal: session.signal,
      tell: (message: ToPage) => told.push(message),
    } as unknown as ReadingPage;
    const part = sendingPart({ guard })(page);
    return (draft: Draft) => part.heed({ type: 'send', place: general, draft });
  }

  const posted = () => server().world.messages.inRoom('GENERAL');
  const attach = (content: string) => {
    const bytes = new Blob([content]);
    session.uploads.add(general, { name: '.env', type: 'text/plain', bytes });
  };

  it('sends what the guard makes of it', async () => {
    box(masks)({ text: 'it is hush' });

    await eventually('posted', () => posted().length > 0);
    assert.equal(posted()[0]?.msg, 'it is masked');
  });

  it('shows nothing as on its way before the person has answered', async () => {
    let answer: () => void = () => undefined;
    const asking = new Promise<void>((resolve) => (answer = resolve));
    box(async (passages) => {
      await asking;
      return masks(passages);
    })({ text: 'hush' });
    await eventually('asked', () => shown.length > 0);

    assert.deepEqual(session.sending.all(), []);

    answer();
    await eventually('posted', () => posted().length > 0);
  });

  it('gives the text back to who turns away', async () => {
    box(closes)({ text: 'hush' });

    await eventually('given back', () => told.length > 0);
    assert.deepEqual(told, [{ type: 'refused', place: general, draft: { text: 'hush' }, reason: '' }]);
    assert.equal((await session.drafts.read(general))?.text, 'hush');
    assert.deepEqual([posted(), session.sending.all()], [[], []]);
  });

  it('looks at files by their names, and posts masked copies', async () => {
    attach('KEY=hush');

    box(masks)({ text: 'look' });

    await eventually('posted', () => posted().length > 0);
    assert.deepEqual([...new Set(shown)], [undefined, '.env']);
    assert.equal(posted()[0]?.files?.[0]?.['size'], 'KEY=masked'.length);
  });

  it('leaves files where they are for who turns away', async () => {
    attach('KEY=hush');

    box(closes)({ text: 'look' });

    await eventually('given back', () => told.length > 0);
    assert.deepEqual(
      session.uploads.of(general).map(({ state, size }) => [state, size]),
      [['ready', 'KEY=hush'.length]],
    );
  });
});
