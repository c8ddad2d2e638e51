import assert from 'node:assert/strict';
import { composerPages } from '../../support/page/composerPage';
import { usePages } from '../../support/page/usePages';

const json = '{ "channel": "#general", "text": "Hi" }';

describe('What is pasted into a composer', () => {
  const open = composerPages(usePages());

  it('is asked about when it looks like a message, and is not typed', async () => {
    const composer = await open();
    await composer.text.focus();

    await composer.paste(json);

    assert.equal((await composer.opened.told('paste')).text, json);
    assert.equal(await composer.text.inputValue(), '');
  });

  it('goes where the caret was when it is no message', async () => {
    const composer = await open({ form: { text: 'See: end' } });
    await composer.text.evaluate((area) => {
      if (area instanceof HTMLTextAreaElement) area.setSelectionRange(5, 5);
      area.focus();
    });
    await composer.paste(json);
    const { request } = await composer.opened.told('paste');
    await composer.to.focus();

    await composer.say({ type: 'pasted', request, isTaken: false });

    assert.equal(await composer.text.inputValue(), `See: ${json}end`);
  });

  it('is the host that fills the form when it is one', async () => {
    const composer = await open();
    await composer.text.focus();
    await composer.paste(json);
    const { request } = await composer.opened.told('paste');

    await composer.say({ type: 'pasted', request, isTaken: true });
    await composer.take({ text: 'Hi' });

    assert.equal(await composer.text.inputValue(), 'Hi');
  });

  it('says at once all that is wrong with it', async () => {
    const composer = await open({ form: { text: '', targets: [] } });
    const problem = { path: 'targets', text: 'Add a room or a person to send it to.' };

    await composer.take({ text: 'Hi', targets: [] });
    await composer.say({ type: 'problems', problems: [problem] });

    await composer.page.getByText(problem.text).waitFor();
    await composer.page.getByText('1 field needs a look').waitFor();
  });

  for (const [what, text] of [
    ['prose', 'the "text": is here'],
    ['JSON of something else', '{ "name": "a" }'],
  ] as const)
    it(`is left to the browser when it is ${what}`, async () => {
      const composer = await open();
      await composer.text.focus();

      const isTaken = await composer.paste(text);

      assert.deepEqual([isTaken, await composer.toldOf('paste')], [false, []]);
    });

  it('is JSON as it is where JSON belongs', async () => {
    const composer = await open();
    await composer.page.getByText('More', { exact: true }).click();
    await composer.page.getByRole('textbox', { name: 'Custom fields' }).focus();

    const isTaken = await composer.paste(json);

    assert.deepEqual([isTaken, await composer.toldOf('paste')], [false, []]);
  });

  it('is left to the browser when it is asked for as plain text', async () => {
    const composer = await open();
    // Pressed, it would paste what the machine's clipboard holds.
    await composer.text.focus();
    await composer.text.dispatchEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true });

    const isTaken = await composer.paste(json);

    assert.deepEqual([isTaken, await composer.toldOf('paste')], [false, []]);
  });

  it('is said to be no file for a message that was sent; text beside it is pasted', async () => {
    const composer = await open({ view: { mode: 'edit' } });
    await composer.text.focus();

    const isTaken = await composer.paste('words', ['graph.png']);

    await composer.page.getByText('cannot add files to a message that was sent').waitFor();
    assert.deepEqual([isTaken, await composer.toldOf('addFile')], [false, []]);
  });
});
