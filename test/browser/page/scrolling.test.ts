import assert from 'node:assert/strict';
import type { MessageView } from '../../../src/webview/protocol/message';
import { author, atMinute, messageView, messageViews, placeView } from '../../support/makers/views';
import { openRoom, type RoomPage, sayRoom } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

/** Messages said before `m1`. */
function olderViews(many: number): MessageView[] {
  return Array.from({ length: many }, (_, at) =>
    messageView(`old${at + 1}`, { author: author('dana'), sentAt: atMinute(at - many) }),
  );
}

/** Wherever a test looks: nothing moved by a whole pixel. */
function assertStill(now: number, before: number): void {
  assert.ok(Math.abs(now - before) < 1, `moved from ${before} to ${now}`);
}

describe('Scrolling through a conversation', () => {
  const openPage = usePages();
  const messages = messageViews(60);

  const openAt = async (id: string): Promise<RoomPage> => {
    const room = await openRoom(openPage, { messages });
    await room.scrollToMessage(id);
    return room;
  };

  it('opens at the end when all is read', async () => {
    const room = await openRoom(openPage, { messages });

    assert.ok((await room.untilEnd()) < 1);
  });

  it('opens with the unread line a third from the top', async () => {
    const room = await openRoom(openPage, { messages, view: { firstUnread: { id: 'm20', count: 41 } } });

    const { y = 0 } = (await room.page.getByText('New messages', { exact: true }).boundingBox()) ?? {};
    const { y: top = 0, height = 0 } = (await room.viewport.boundingBox()) ?? {};
    assert.ok(Math.abs(y - top - height / 3) < 20, `at ${y - top} of ${height}`);
  });

  it('opens with the unread line where only a part was known at first, of which nothing is read', async () => {
    const room = await openRoom(openPage, { messages: messages.slice(50), view: { isPreliminary: true } });
    const early = (await room.opened.allTold()).filter(({ type }) => type === 'seen');

    await room.show(messages, { isFresh: false, firstUnread: { id: 'm30', count: 31 } });

    const { y: top = 0, height = 0 } = (await room.viewport.boundingBox()) ?? {};
    const { y = 0 } = (await room.list.locator('> .new').boundingBox()) ?? {};
    assert.ok(Math.abs(y - top - height / 3) < 2);
    assert.deepEqual([early, await room.page.locator('.jump.arrived').count()], [[], 0]);
    await room.opened.told('seen');
  });

  it('does not lead away who looked around in what was known at first', async () => {
    const room = await openRoom(openPage, { messages: messages.slice(20), view: { isPreliminary: true } });
    await room.scrollTo(100);
    const before = await room.top('m30');

    await room.show(messages, { isFresh: false, firstUnread: { id: 'm58', count: 3 } });

    assertStill(await room.top('m30'), before);
  });

  it('stays at the end when a message arrives', async () => {
    const room = await openRoom(openPage, { messages });

    await room.show([...messages, messageView('new', { sentAt: atMinute(61) })], { isFresh: false });

    assert.ok((await room.untilEnd()) < 1);
  });

  it('moves nothing when a message arrives below what is read', async () => {
    const room = await openAt('m18');
    const before = await room.top('m20');

    await room.show([...messages, messageView('new', { sentAt: atMinute(61) })], { isFresh: false });

    assertStill(await room.top('m20'), before);
  });

  it('asks for older messages near the top, once', async () => {
    const room = await openRoom(openPage, { messages, view: { hasOlder: true } });
    await room.scrollTo(10);
    await room.scrollTo(5);

    await room.opened.told('older');

    const asked = (await room.opened.allTold()).filter(({ type }) => type === 'older');
    assert.equal(asked.length, 1);
  });

  for (const top of [0, 100])
    it(`shows older messages without a jump, ${top} pixels from the top`, async () => {
      const room = await openRoom(openPage, { messages, view: { hasOlder: true } });
      await room.scrollTo(top);
      const before = await room.top('m4');

      await room.show([...olderViews(50), ...messages], { isFresh: false, hasOlder: true });

      assertStill(await room.top('m4'), before);
    });

  it('asks for no more once older messages fill the screen above', async () => {
    const room = await openRoom(openPage, { messages, view: { hasOlder: true } });
    await room.scrollTo(0);
    await room.opened.told('older');

    await room.show([...olderViews(50), ...messages], { isFresh: false, hasOlder: true });
    await room.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

    const asked = (await room.opened.allTold()).filter(({ type }) => type === 'older');
    assert.equal(asked.length, 1);
  });

  it('lets go of the far end without a jump', async () => {
    const room = await openAt('m43');
    const before = await room.top('m45');

    await room.show(messages.slice(20), { isFresh: false, hasOlder: true });

    assertStill(await room.top('m45'), before);
  });

  it('does not run to the end of what comes after a part of the conversation', async () => {
    const room = await openRoom(openPage, { messages: messages.slice(0, 40), view: { hasNewer: true } });
    const before = await room.top('m40');

    await room.show(messages, { isFresh: false });

    assertStill(await room.top('m40'), before);
  });

  it('holds what is read when something above it grows', async () => {
    const room = await openAt('m38');
    const before = await room.top('m40');

    await room.message('m10').evaluate((element) => element.style.setProperty('padding-bottom', '200px'));
    await room.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

    assertStill(await room.top('m40'), before);
  });

  it('stays at the end when the page becomes lower', async () => {
    const room = await openRoom(openPage, { messages });

    await room.page.setViewportSize({ width: 360, height: 400 });
    await room.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

    assert.ok((await room.untilEnd()) < 1);
  });

  it('goes to the end for what the person sends', async () => {
    const room = await openAt('m18');
    const sending = messageView('mine', {
      author: author('ann'),
      sentAt: atMinute(61),
      delivery: { state: 'sending' },
    });

    await room.show([...messages, sending], { isFresh: false });

    assert.ok((await room.untilEnd()) < 1);
  });

  it('comes back after a reload to where it was', async () => {
    const room = await openAt('m18');
    const before = await room.top('m20');

    await room.opened.reload();
    await sayRoom(room.opened, { messages });

    assertStill(await room.top('m20'), before);
  });

  it('comes back to where it was when a face is gone', async () => {
    const room = await openAt('m18');
    const before = await room.top('m20');

    await room.opened.say({ type: 'place', view: placeView({ face: { text: 'Signing in…' } }) });
    await room.opened.say({ type: 'place', view: placeView() });

    assertStill(await room.top('m20'), before);
  });

  it('comes back from a thread to where it was', async () => {
    const room = await openAt('m18');
    const before = await room.top('m20');

    await sayRoom(room.opened, {
      place: { place: { room: 'general', thread: 'm20' }, parent: 'general' },
      messages: [messages[19] ?? messageView('m20')],
      view: { place: { room: 'general', thread: 'm20' } },
    });
    await sayRoom(room.opened, { messages });

    assertStill(await room.top('m20'), before);
  });

  it('reveals a message in the middle, and lets it light up', async () => {
    const room = await openRoom(openPage, { messages });

    await room.opened.say({ type: 'reveal', message: 'm30', flashes: true });

    // For a moment.
    assert.notEqual(await room.message('m30').getAttribute('data-flash'), null);
    const { y: top = 0, height = 0 } = (await room.viewport.boundingBox()) ?? {};
    const { y = 0, height: own = 0 } = (await room.message('m30').boundingBox()) ?? {};
    assert.ok(Math.abs(y + own / 2 - top - height / 2) < 2);
  });

  it('says which message was seen last', async () => {
    const room = await openRoom(openPage, { messages });

    const seen = await room.opened.told('seen');

    assert.deepEqual(seen, { type: 'seen', place: { room: 'general' }, message: 'm60' });
  });
});
