import assert from 'node:assert/strict';
import { composerPages } from '../../support/page/composerPage';
import { usePages } from '../../support/page/usePages';

const missing = { path: 'customFields', text: 'Not JSON. It looks like {"key": "value"}.' };

describe('The footer of a composer', () => {
  const open = composerPages(usePages());

  it('says that a draft of it is kept once there is something to keep', async () => {
    const composer = await open({ form: { targets: [] } });
    const footer = composer.page.getByRole('contentinfo');
    const before = await footer.innerText();

    await composer.text.fill('Hi');

    await footer.getByText('Draft kept').waitFor();
    assert.doesNotMatch(before, /kept/);
  });

  it('says that its draft is not kept yet only when that takes long', async () => {
    const composer = await open({ form: { text: 'Hi' } });
    const footer = composer.page.getByRole('contentinfo');

    // Within the page: a second is long there.
    const early = await footer.evaluate(async (element: HTMLElement) => {
      globalThis.postMessage({ type: 'draftState', isKept: false }, '*');
      for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
      return element.innerText;
    });

    await footer.getByText('Draft not kept yet').waitFor();
    assert.match(early, /^Draft kept/);
  });

  it('is kept only when its last change is: what was kept before says nothing of it', async () => {
    const composer = await open({ form: { text: 'Hi' } });
    const kept = composer.page.getByRole('contentinfo').locator('[aria-busy]');
    const states: (string | null)[] = [await kept.getAttribute('aria-busy')];

    await composer.text.fill('Hi all');
    for (const edition of [0, 1]) {
      states.push(await kept.getAttribute('aria-busy'));
      await composer.say({ type: 'draftState', isKept: true, edition });
    }

    states.push(await kept.getAttribute('aria-busy'));
    assert.deepEqual(states, ['false', 'true', 'true', 'false']);
    assert.equal((await composer.opened.told('form')).edition, 1);
  });

  it('reads out no more in its footer than what is wrong', async () => {
    const composer = await open({ form: { text: 'Hi', customFields: '{' } });
    const said = composer.page.getByRole('contentinfo').getByRole('status');
    const before = await said.innerText();
    await composer.say({ type: 'problems', problems: [missing] });

    await composer.send.press('Enter');

    await said.getByText('1 field needs a look').waitFor();
    assert.equal(before, '');
  });
});
