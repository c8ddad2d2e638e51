import assert from 'node:assert/strict';
import { composerPages } from '../../support/page/composerPage';
import { usePages } from '../../support/page/usePages';

const targets = [
  { entry: '#backend', label: 'backend' },
  { entry: '@ann', label: 'ann' },
];

describe('Whom a composer sends to', () => {
  const open = composerPages(usePages());

  it('is searched for, and added with Enter', async () => {
    const composer = await open({ form: { targets: [] } });
    await composer.find('re', '#release', '@rebecca');

    await composer.to.press('ArrowDown');
    await composer.to.press('Enter');

    assert.deepEqual((await composer.form()).targets, [{ entry: '@rebecca', label: 'rebecca' }]);
    assert.deepEqual([await composer.chips, await composer.to.inputValue()], [['@ rebecca'], '']);
  });

  it('stay where they are when the first one is added', async () => {
    const composer = await open({ form: { targets: [] } });
    const height = async () => (await composer.page.locator('.chips').boundingBox())?.height;
    const before = await height();

    await composer.take({ targets: targets.slice(0, 1) });

    assert.deepEqual([await composer.chips, await height()], [['# backend'], before]);
  });

  it('says aloud how many were found, and who was added', async () => {
    const composer = await open({ form: { targets: [] } });
    const said = composer.page.locator('rc-targets [role=status]');
    await composer.find('re', '#release', '@rebecca');
    await said.getByText('2 results').waitFor({ state: 'attached' });

    await composer.to.press('Enter');

    await said.getByText('# release was added.').waitFor({ state: 'attached' });
  });

  it('are those of the name as it stands when Enter comes before the answer', async () => {
    const composer = await open({ form: { targets: [] } });
    await composer.find('b', '#backend', '#build');
    await composer.opened.forgetTold();

    await composer.to.pressSequentially('ob');
    await composer.to.press('Enter');
    await composer.offer(['@bob']);

    await composer.page.getByText('@ bob', { exact: true }).waitFor();
    assert.deepEqual(await composer.chips, ['@ bob']);
  });

  it('are offered from what was found before, as far as it fits, until the answer comes', async () => {
    const composer = await open({ form: { targets: [] } });
    await composer.find('b', '#backend', '#build');

    await composer.to.pressSequentially('u');

    assert.deepEqual(await composer.found.allInnerTexts(), ['build']);
  });

  it('stays the one that was gone to when more are found', async () => {
    const composer = await open({ form: { targets: [] } });
    await composer.opened.forgetTold();
    await composer.to.pressSequentially('re');
    await composer.offer(['#release', '#rendering'], false);
    await composer.to.press('ArrowDown');

    await composer.offer(['#release', '@rebecca', '#rendering']);

    assert.equal(
      await composer.found.and(composer.page.locator('[aria-selected=true]')).innerText(),
      'rendering',
    );
  });

  it('is called unknown only once the server was asked', async () => {
    const composer = await open({ form: { targets: [] } });
    const unknown = composer.page.locator('.note').getByText('No room or person is called so.');
    await composer.opened.forgetTold();
    await composer.to.pressSequentially('zoe');
    await composer.offer([], false);
    const early = await unknown.isVisible();

    await composer.offer([]);

    await unknown.waitFor();
    assert.equal(early, false);
  });

  it('is searched for by what an input method wrote', async () => {
    const composer = await open({ form: { targets: [] } });
    await composer.opened.forgetTold();

    await composer.to.evaluate((field) => {
      if (field instanceof HTMLInputElement) field.value = '東京';
      field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });

    assert.equal((await composer.opened.told('findTargets')).query, '東京');
  });

  it('keeps a message from being sent while a name is typed that is nobody yet', async () => {
    const composer = await open({ form: { targets, text: 'Hi' } });
    await composer.to.pressSequentially('bob');

    await composer.text.press('Control+Enter');

    await composer.page.getByText('Pick a room or person for “bob”, or clear the field.').waitFor();
    assert.equal(await composer.to.evaluate((field) => field === document.activeElement), true);
    assert.deepEqual(await composer.toldOf('sendForm'), []);
  });

  it('counts among what needs a look from when a name that is nobody is left until it is gone', async () => {
    const composer = await open({ form: { targets, text: 'Hi' } });
    const count = composer.page.locator('footer').getByText('1 field needs a look');
    await composer.to.pressSequentially('bob');
    await composer.text.focus();
    await count.waitFor({ timeout: 5000 });

    await composer.to.fill('');

    await count.waitFor({ state: 'detached' });
  });

  it('forgets the name that was typed when another message fills the form', async () => {
    const composer = await open({ form: { targets } });
    await composer.to.pressSequentially('bob');

    await composer.take({ targets: [] });

    assert.equal(await composer.to.inputValue(), '');
  });

  it('offers nobody twice', async () => {
    const composer = await open({ form: { targets } });

    await composer.find('b', '#backend', '#build');

    assert.deepEqual(await composer.found.allInnerTexts(), ['build']);
  });

  it('keeps what was found when Escape closes it', async () => {
    const composer = await open();
    await composer.find('b', '#build');

    await composer.to.press('Escape');

    assert.deepEqual([await composer.found.count(), await composer.to.inputValue()], [0, 'b']);
  });

  it('loses the last one with Backspace in an empty field', async () => {
    const composer = await open({ form: { targets } });

    await composer.to.press('Backspace');

    assert.deepEqual([await composer.chips, (await composer.form()).targets.length], [['# backend'], 1]);
  });

  it('loses the one that the arrows led to with Delete', async () => {
    const composer = await open({ form: { targets } });

    await composer.to.focus();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Delete']) await composer.page.keyboard.press(key);

    assert.deepEqual(await composer.chips, ['@ ann']);
  });

  it('is one thread, which the room may see too', async () => {
    const thread = { id: 't1', label: 'Is it back?', alsoToRoom: false };
    const composer = await open({ form: { thread } });

    await composer.page.getByRole('checkbox', { name: 'Also send to #general' }).check();

    assert.equal((await composer.form()).thread?.alsoToRoom, true);
    assert.deepEqual(await composer.chips, ['Thread in #general: Is it back?']);
  });

  it('can be taken out of its thread with the keyboard', async () => {
    const thread = { id: 't1', label: 'Is it back?', alsoToRoom: false };
    const composer = await open({ form: { thread } });
    await composer.text.focus();

    for (const key of ['Shift+Tab', 'Shift+Tab', 'Enter']) await composer.page.keyboard.press(key);

    assert.deepEqual(await composer.chips, ['# general']);
  });

  it('stays as it was of a message that was sent', async () => {
    const composer = await open({ view: { mode: 'edit' }, form: { targets } });

    assert.deepEqual([await composer.to.count(), await composer.chips], [0, ['# backend', '@ ann']]);
  });
});
