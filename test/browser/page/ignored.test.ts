import assert from 'node:assert/strict';
import { messageView, messageViews } from '../../support/makers/views';
import { openRoom } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

describe('A message of somebody who is ignored', () => {
  const openPage = usePages();
  const ignored = messageView('m1', { text: 'not now', isIgnored: true });

  it('is folded until one wants to read it after all', async () => {
    const { page, list } = await openRoom(openPage, { messages: [ignored] });
    const button = page.getByRole('button', { name: 'Message from a person you ignore' });
    const before = await list.getByText('not now').count();

    await button.click();

    assert.deepEqual([before, await list.getByText('not now').count()], [0, 1]);
    assert.equal(await button.getAttribute('aria-expanded'), 'true');
  });

  it('is not counted among what arrives below the screen', async () => {
    const former = messageViews(40);
    const room = await openRoom(openPage, { messages: former });
    await room.scrollTo(0);

    await room.show([...former, messageView('m41'), messageView('m42', { isIgnored: true })], {
      isFresh: false,
    });

    await room.page.getByRole('button', { name: '1 new message', exact: true }).waitFor();
  });
});
