import assert from 'node:assert/strict';
import { attachmentForm } from '../../support/makers/composition';
import { author, messageView } from '../../support/makers/views';
import { type ComposerPage, composerPages } from '../../support/page/composerPage';
import { usePages } from '../../support/page/usePages';

const missing = { path: 'customFields', text: 'Not JSON. It looks like {"key": "value"}.' };

describe('The form of a composer', () => {
  const open = composerPages(usePages());

  it('is told as a whole with each key', async () => {
    const composer = await open({ form: { alias: 'Build' } });

    await composer.text.pressSequentially('Hi');

    const told = (await composer.toldOf('form')).map(({ form }) => [form.text, form.alias]);
    assert.deepEqual(told, [
      ['H', 'Build'],
      ['Hi', 'Build'],
    ]);
  });

  it('can still be read and copied while nobody may write in it', async () => {
    const composer = await open({
      view: { notice: 'ann @ chat.example.org is not in use.' },
      form: { text: 'Hi' },
    });
    await composer.text.selectText();

    const selected = await composer.page.evaluate(() => String(document.getSelection()));
    await composer.text.pressSequentially('!');
    await composer.page.getByRole('button', { name: 'Copy as JSON' }).click();

    assert.deepEqual([selected, await composer.text.inputValue()], ['Hi', 'Hi']);
    assert.equal((await composer.opened.told('copyPayload')).as, 'json');
    assert.equal(await composer.page.locator('[inert]').count(), 0);
  });

  it('says how many characters are left', async () => {
    const composer = await open();

    await composer.text.fill('Nightly load test is back. Two regressions, details below.');

    await composer.page.getByText('4,942 of 5,000 characters left').waitFor();
  });

  it('says at once by how much a text is too long', async () => {
    const composer = await open({ view: { maxLength: 5 } });

    await composer.text.pressSequentially('Hello you');

    await composer.page.getByText('4 characters too many').waitFor();
    assert.equal(await composer.text.getAttribute('aria-invalid'), 'true');
  });

  it('counts what is sent, without the blanks around it', async () => {
    const composer = await open({ view: { maxLength: 5 } });

    await composer.text.pressSequentially(' Hello ');

    await composer.page.getByText('0 of 5 characters left').waitFor();
    assert.equal(await composer.text.getAttribute('aria-invalid'), 'false');
  });

  it('says what is wrong with a field once that was left', async () => {
    const composer = await open();
    await composer.page.getByText('More', { exact: true }).click();
    const fields = composer.page.getByRole('textbox', { name: 'Custom fields' });
    await fields.pressSequentially('{');
    await composer.say({ type: 'problems', problems: [missing] });
    const early = await composer.page.getByText(missing.text).isVisible();

    await composer.text.focus();

    await composer.page.getByText(missing.text).waitFor();
    assert.deepEqual([early, await fields.getAttribute('aria-invalid')], [false, 'true']);
  });

  it('says at once what is wrong with what it opens with', async () => {
    const composer = await open({ form: { targets: [], customFields: '{' } });
    const nobody = { path: 'targets', text: 'Nobody is chosen.' };

    await composer.say({ type: 'problems', problems: [nobody, missing] });

    await composer.page.getByText(missing.text).waitFor();
    await composer.page.getByText('1 field needs a look').waitFor();
  });

  it('shows what stands in the way of sending, where its host leads', async () => {
    const composer = await open({ form: { text: 'Hi', customFields: '{' } });
    await composer.say({ type: 'problems', problems: [missing] });

    await composer.text.press('Control+Enter');
    await composer.opened.told('sendForm');
    await composer.say({ type: 'focus', path: missing.path });

    const fields = composer.page.getByRole('textbox', { name: 'Custom fields' });
    await composer.page.getByText('1 field needs a look').waitFor();
    assert.equal(await fields.evaluate((field) => field === document.activeElement), true);
  });

  it('is sent by the keys that send from wherever they are pressed', async () => {
    const composer = await open({ form: { text: 'Hi' } });
    await composer.say({ type: 'problems', problems: [] });

    await composer.to.press('Control+Enter');

    assert.equal((await composer.opened.told('sendForm')).form.text, 'Hi');
  });

  it('keeps the caret when its host puts something else into it', async () => {
    const composer = await open({ form: { text: 'Hello' } });
    await composer.text.press('Home');

    await composer.take({ text: 'Hello all' });

    const caret = await composer.text.evaluate((area) =>
      area instanceof HTMLTextAreaElement ? area.selectionStart : -1,
    );
    assert.deepEqual([caret, await composer.text.inputValue()], [0, 'Hello all']);
  });

  it('takes back what was typed, also after its host said the same', async () => {
    const composer = await open({ form: { text: '' } });
    await composer.text.pressSequentially('Hello');
    await composer.take({ text: 'Hello' });

    await composer.text.press('Control+z');

    assert.notEqual(await composer.text.inputValue(), 'Hello');
  });

  it('completes people, rooms and emoji, and no commands', async () => {
    const composer = await open();
    await composer.text.pressSequentially('/in');
    const commands = (await composer.opened.allTold()).filter(({ type }) => type === 'complete');
    await composer.text.fill('');

    await composer.text.pressSequentially('ask @b');
    const { request, kind } = await composer.opened.told('complete', { query: 'b' });
    await composer.say({ type: 'completions', request, items: [{ insert: '@bob', label: 'Bob' }] });
    await composer.text.press('Enter');

    assert.deepEqual([commands, kind, await composer.text.inputValue()], [[], 'person', 'ask @bob ']);
  });

  it('shows alias and avatar only to who may use them, and says who may', async () => {
    const composer = await open();
    await composer.page.getByText('More', { exact: true }).click();

    await composer.page.getByText('administrators lack it too').waitFor();
    assert.equal(await composer.page.getByRole('textbox', { name: 'Name in place of yours' }).count(), 0);
  });

  it('lets those who may use them write another name and picture', async () => {
    const composer = await open({ view: { mayImpersonate: true } });
    const field = (name: string) => composer.page.getByRole('textbox', { name });

    await field('Name in place of yours').fill('Build');
    await field('Picture in place of the avatar').fill('https://example.org/a.png');

    const { alias, avatar } = await composer.form();
    assert.deepEqual([alias, avatar], ['Build', 'https://example.org/a.png']);
  });

  it('locks the attachments of a message that was sent', async () => {
    const composer = await open({
      view: { mode: 'edit' },
      form: { attachments: [attachmentForm({ title: 'Load test' })] },
    });

    await composer.page
      .getByText('Rocket.Chat cannot change attachments after a message was sent.')
      .waitFor();
    assert.equal(await composer.page.getByRole('textbox').count(), 1);
    await composer.page.getByRole('button', { name: 'Send Corrected Copy' }).click();
    await composer.opened.told('correctedCopy');
  });

  it('shows the message as a conversation does, with nothing to do to it', async () => {
    const composer = await open();
    const message = messageView('preview', { author: author('ann'), text: 'Read https://example.org' });
    await composer.say({ type: 'preview', message });
    const preview = composer.page.getByRole('complementary', { name: 'Preview' });

    await preview.getByText('Read').hover();
    await preview.getByRole('link', { name: 'https' }).click();

    assert.deepEqual(
      [(await composer.opened.told('openLink')).href, await preview.getByRole('button').count()],
      ['https://example.org/', 0],
    );
  });

  it('begins where one begins: with whom it goes to, then with what it says', async () => {
    const focused = ({ page }: ComposerPage) => page.evaluate(() => document.activeElement?.id);

    const empty = await open({ form: { targets: [] } });
    const addressed = await open();

    assert.deepEqual([await focused(empty), await focused(addressed)], ['field-targets', 'field-text']);
  });

  it('goes where its host says that something is wrong', async () => {
    const composer = await open({ form: { text: 'Hi', customFields: '{' } });

    await composer.say({ type: 'focus', path: 'customFields' });

    const fields = composer.page.getByRole('textbox', { name: 'Custom fields' });
    assert.equal(await fields.evaluate((field) => field === document.activeElement), true);
  });

  it('goes on counting what is wrong with an attachment that is moved', async () => {
    const attachments = [attachmentForm({ id: 'a1', title_link: 'htps:' }), attachmentForm({ id: 'a2' })];
    const composer = await open({ form: { text: 'Hi', attachments } });
    const problem = (at: number) => ({ path: `attachments.${at}.title_link`, text: 'Not a web address.' });
    await composer.say({ type: 'problems', problems: [problem(0)] });
    await composer.page.getByRole('textbox', { name: 'Title link' }).first().focus();
    await composer.text.focus();

    await composer.page.getByRole('button', { name: 'Move Down' }).first().click();
    await composer.say({ type: 'problems', problems: [problem(1)] });

    await composer.page.getByText('Not a web address.').waitFor();
    await composer.page.getByText('1 field needs a look').waitFor();
  });

  it('leaves the focus alone while what is wrong is mended', async () => {
    const composer = await open({ form: { text: 'Hi', customFields: '{' } });
    await composer.text.press('Control+Enter');
    await composer.text.pressSequentially(' all');

    await composer.say({ type: 'problems', problems: [missing] });

    assert.equal(await composer.text.evaluate((area) => area === document.activeElement), true);
  });

  it('comes back to where the person was', async () => {
    const composer = await open({ form: { text: 'Hi' } });
    await composer.page.getByRole('textbox', { name: 'Emoji in place of the avatar' }).focus();

    await composer.opened.reload();
    await composer.open({ form: { text: 'Hi' } });

    await composer.page.waitForFunction(() => document.activeElement?.id === 'field-emoji');
  });

  it('comes back scrolled as it was', async () => {
    const form = { attachments: [attachmentForm({ title: 'A' }), attachmentForm({ title: 'B' })] };
    const composer = await open({ form, height: 400 });
    await composer.page.locator('.panes').evaluate((panes) => panes.scrollTo(0, 240));
    await composer.page.waitForFunction(() => document.querySelector('.panes')?.scrollTop === 240);
    await composer.say();

    await composer.opened.reload();
    await composer.open({ form });

    await composer.page.waitForFunction(() => document.querySelector('.panes')?.scrollTop === 240);
  });
});
