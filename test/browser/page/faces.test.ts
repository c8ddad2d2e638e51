import assert from 'node:assert/strict';
import { messageViews } from '../../support/makers/views';
import { openRoom } from '../../support/page/room';
import { usePages } from '../../support/page/usePages';

describe('What a conversation shows instead of messages', () => {
  const openPage = usePages();

  it('says why there are none, and does something about it', async () => {
    const { page, opened } = await openRoom(openPage, {
      place: {
        face: { text: 'You are signed out.', action: { label: 'Sign In', id: 'signIn' } },
        box: { state: 'none' },
      },
    });

    await page.getByText('You are signed out.').waitFor();
    await page.getByRole('button', { name: 'Sign In' }).click();

    assert.deepEqual(await opened.told('face'), { type: 'face', action: 'signIn' });
    assert.equal(await page.getByRole('textbox').count(), 0);
  });

  it('says that a room has no messages yet, where one can write the first', async () => {
    const { page } = await openRoom(openPage);

    await page.getByText('No messages yet.').waitFor();

    assert.equal(await page.getByRole('textbox').count(), 1);
  });

  it('says above the box what is in the way, while messages can be read', async () => {
    const { page, list } = await openRoom(openPage, {
      messages: messageViews(3),
      place: { notice: { text: 'Offline: showing what is kept.' } },
    });

    await page.getByText('Offline: showing what is kept.').waitFor();

    assert.equal(await list.getByRole('listitem').count(), 4);
  });

  it('says how long older messages take, and tries again when they fail', async () => {
    const messages = messageViews(3);
    const room = await openRoom(openPage, {
      messages,
      view: { hasOlder: true, older: { state: 'waiting', text: 'Older in 12 s' } },
    });
    await room.page.getByText('Older in 12 s').waitFor();

    await room.show(messages, { hasOlder: true, older: { state: 'failed', text: 'No answer.' } });
    await room.opened.forgetTold();
    await room.page.getByRole('button', { name: 'Retry' }).click();

    assert.deepEqual(await room.opened.told('older'), { type: 'older' });
  });
});

describe('The header of a conversation', () => {
  const openPage = usePages();

  it('names the room and its topic', async () => {
    const { page } = await openRoom(openPage, { width: 900, place: { topic: 'API and storage' } });

    await page.getByRole('heading', { name: 'general' }).waitFor();

    assert.ok(await page.getByText('API and storage').isVisible());
  });

  it('leads back from a thread', async () => {
    const { page, opened } = await openRoom(openPage, { place: { parent: 'general' } });

    await page.getByRole('button', { name: 'Back to general' }).click();

    assert.deepEqual(await opened.told('back'), { type: 'back' });
  });

  it('searches, and opens in an editor what is not in one', async () => {
    const { page, opened } = await openRoom(openPage);

    await page.getByRole('button', { name: 'Open in Editor' }).click();

    assert.deepEqual(await opened.told('header'), { type: 'header', action: 'openInEditor' });
  });

  it('does not offer an editor inside of one', async () => {
    const { page } = await openRoom(openPage, { setup: { home: 'editor' } });

    await page.getByRole('button', { name: 'Search Messages' }).waitFor();

    assert.equal(await page.getByRole('button', { name: 'Open in Editor' }).count(), 0);
  });
});
