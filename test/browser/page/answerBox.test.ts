import assert from 'node:assert/strict';
import { placeView } from '../../support/makers/views';
import { answerPages, general } from '../../support/page/answerBox';
import { seriousFindings } from '../../support/page/axe';
import { usePages } from '../../support/page/usePages';

const quote = { id: 'm1', author: 'bob', text: 'Is this on purpose?' };

describe('the answer box', () => {
  const open = answerPages(usePages());

  it('tells what stands in it', async () => {
    const box = await open();

    await box.type('hel');

    const { place, draft } = await box.opened.told('draft');
    assert.deepEqual([place, draft.text.startsWith('h')], [general, true]);
  });

  it('tells it at once when it is left', async () => {
    const box = await open();
    await box.type('hello');

    await box.area.blur();

    assert.equal((await box.opened.told('draft')).draft.text, 'hello');
  });

  it('holds what was kept of it', async () => {
    const box = await open({ draft: { text: 'half a thought', quotes: [quote] } });

    await box.opened.page.getByText('Is this on purpose?').waitFor();
    assert.equal(await box.text(), 'half a thought');
  });

  it('is another one in another room', async () => {
    const box = await open({ draft: { text: 'half a thought' } });

    await box.opened.say(
      { type: 'place', view: placeView({ place: { room: 'release' } }) },
      { type: 'draft', place: { room: 'release' }, draft: { text: 'about the release' } },
    );

    assert.equal(await box.text(), 'about the release');
  });

  it('tells that somebody types', async () => {
    const box = await open();

    await box.type('h');

    assert.equal((await box.opened.told('typing')).isTyping, true);
  });

  it('sends what it quotes', async () => {
    const box = await open();
    await box.opened.say({ type: 'quote', place: general, quote });

    await box.type('yes');
    await box.press('Enter');

    assert.deepEqual(await box.sent(), [{ text: 'yes', quotes: [quote] }]);
  });

  it('quotes no more what is taken off', async () => {
    const box = await open();
    await box.opened.say({ type: 'quote', place: general, quote });

    await box.opened.page.getByRole('button', { name: 'Remove quote of bob' }).click();
    await box.type('yes');
    await box.press('Enter');

    assert.deepEqual(await box.sent(), [{ text: 'yes' }]);
  });

  it('gets back what was refused, before what was typed since, and says why', async () => {
    const box = await open();
    await box.type('second');

    await box.opened.say({
      ...{ type: 'refused', place: general, draft: { text: 'first' } },
      reason: 'You are not allowed to write here.',
    });

    await box.opened.page.getByText('You are not allowed to write here.').waitFor();
    assert.equal(await box.text(), 'first\n\nsecond');
  });

  it('keeps what is too long, and says how much it is', async () => {
    const box = await open({ box: { maxLength: 10 } });
    await box.type('hello world!');

    await box.press('Enter');

    await box.opened.page.getByText('2 characters too many').waitFor();
    assert.deepEqual([await box.sent(), await box.text()], [[], 'hello world!']);
  });

  it('sends to the room as well, if that is checked', async () => {
    const box = await open({ box: { alsoToRoom: { isChecked: false, label: 'Also send to #general' } } });

    await box.opened.page.getByRole('checkbox', { name: 'Also send to #general' }).check();
    await box.type('done');
    await box.press('Enter');

    assert.equal((await box.opened.told('send')).alsoToRoom, true);
  });

  it('begins the next message as the room has it', async () => {
    const box = await open({ box: { alsoToRoom: { isChecked: false, label: 'Also send to #general' } } });
    const checkbox = box.opened.page.getByRole('checkbox', { name: 'Also send to #general' });
    await checkbox.check();

    await box.type('done');
    await box.press('Enter');

    assert.equal(await checkbox.isChecked(), false);
  });

  it('takes a piece of code where the caret is', async () => {
    const box = await open({ draft: { text: 'see' } });

    await box.opened.say({ type: 'insert', place: general, text: '```ts\na();\n```' });

    assert.equal(await box.text(), 'see\n\n```ts\na();\n```\n');
  });

  it('grows with its text, but not beyond two fifths of the page', async () => {
    const box = await open({}, { height: 600 });
    const before = (await box.area.boundingBox())?.height ?? 0;

    await box.area.fill('line\n'.repeat(60));

    const after = (await box.area.boundingBox())?.height ?? 0;
    assert.deepEqual([after > before, after <= 240], [true, true]);
  });

  it('says why nobody may write, and what can be done about it', async () => {
    const box = await open();
    const notice = { text: 'You are not in this room.', action: { label: 'Join', id: 'join' } } as const;
    await box.opened.say({ type: 'place', view: placeView({ box: { state: 'closed', notice } }) });

    await box.opened.page.getByRole('button', { name: 'Join' }).click();

    assert.equal((await box.opened.told('face')).action, 'join');
  });

  for (const theme of ['dark', 'light', 'hcBlack', 'hcLight'] as const)
    it(`is clean to axe in ${theme}`, async () => {
      const box = await open(
        { box: { alsoToRoom: { isChecked: true, label: 'Also send to #general' } } },
        { theme },
      );
      const file = { id: 'u1', name: 'a.png', type: 'image/png', size: 5_000, state: 'sending' } as const;
      await box.opened.say(
        { type: 'quote', place: general, quote },
        { type: 'uploads', place: general, uploads: [file, { ...file, id: 'u2', state: 'failed' }] },
        { type: 'emoji', emoji: [{ names: ['rocket'], unicode: '🚀', category: 'travel' }] },
      );

      await box.type('go :rock');

      assert.deepEqual(await seriousFindings(box.opened), []);
    });
});
