import assert from 'node:assert/strict';
import type { ToPage } from '../../../src/webview/protocol/conversation';
import { addresses, hostileMessages } from '../../support/hostile';
import { messagesView, messageView } from '../../support/makers/views';
import { openRoom, type RoomPage } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

/** Says of each thing that can be seen to stand out at the side, what it is. */
async function sticksOut({ page }: RoomPage): Promise<readonly string[]> {
  return page.evaluate(() => {
    const clips = (element: Element | null): boolean =>
      element !== null &&
      !element.matches('.viewport') &&
      (getComputedStyle(element).overflowX !== 'visible' || clips(element.parentElement));
    return [...document.querySelectorAll('.viewport *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !clips(one.parentElement))
      .map((one) => `${one.tagName}.${one.className} of ${one.closest('li')?.dataset['message'] ?? ''}`);
  });
}

/** A room with all of it; as text, because what is nested so deep gets through to a browser in no other way. */
async function openHostile(openPage: Parameters<typeof openRoom>[0], width: number): Promise<RoomPage> {
  const room = await openRoom(openPage, { width });
  const message: ToPage = { type: 'messages', view: messagesView(hostileMessages()) };
  await room.page.evaluate(async (text) => {
    globalThis.postMessage(JSON.parse(text), '*');
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  }, JSON.stringify(message));
  return room;
}

describe('What a server sends to do harm', () => {
  // Ends with a look at what went wrong in the page: errors, the policy, requests to elsewhere.
  const openPage = usePages();

  for (const width of [240, 900])
    it(`does none, ${width} pixels wide`, async () => {
      const room = await openHostile(openPage, width);

      assert.equal(await room.list.locator('> [data-message]').count(), hostileMessages().length);
      assert.deepEqual(await sticksOut(room), []);
      assert.equal(
        await room.viewport.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
        0,
      );
      assert.equal(await room.page.evaluate(() => 'stolen' in globalThis), false);
      assert.equal(await room.page.evaluate(() => document.title), 'conversation');
    });

  it('leads nowhere but to the web', async () => {
    const room = await openHostile(openPage, 360);

    const protocols = await room.page.locator('.viewport a').evaluateAll((all) =>
      all
        .map((link) => link.getAttribute('href') ?? '')
        .filter((href) => href !== '#')
        .map((href) => new URL(href).protocol),
    );
    assert.deepEqual(new Set(protocols), new Set(['https:']));
  });

  for (const address of addresses.filter((one) => !/^(https?:|\/\/)/.test(one) && one !== ''))
    it(`has nothing to press where a link should lead to ${JSON.stringify(address).slice(0, 40)}`, async () => {
      const link = { type: 'LINK', value: { src: { value: address }, label: [{ value: 'label' }] } };
      const tree = [{ type: 'PARAGRAPH', value: [link] }];
      const room = await openRoom(openPage, { messages: [messageView('m', { tree })] });

      assert.equal(await room.message('m').locator('.text a').count(), 0);
    });

  it('ends quotes in quotes at some depth', async () => {
    const { page } = await openHostile(openPage, 360);

    await page.getByText('More is quoted than is shown here.').first().waitFor();
  });
});
