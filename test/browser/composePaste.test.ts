import assert from 'node:assert/strict';
import { roomId } from '../server/data/demo/ids';
import { ALICE_ACCESS_TOKEN } from '../server/data/demo/people';
import { documentedMessage } from '../support/documentedMessage';
import { eventually } from '../support/eventually';
import { QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { Clipboard } from '../support/journeys/clipboard';
import { Composer } from '../support/journeys/composer';
import { messagesIn } from '../support/journeys/rest';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

describe('JSON of a message', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('fills the form; where it names two targets, one is asked for, and why', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const input = new QuickInput(page);
    const composer = await Composer.open(page);
    const example = { ...documentedMessage, roomId: roomId('planner') };

    await composer.paste(JSON.stringify(example, undefined, 2));
    await input.asks(/roomId/);
    await input.row(/planner.*roomId/).waitFor();
    await window.screenshot('compose-paste-1-which-target');
    await input.choose(/general/);
    await composer.target('general').waitFor();
    await composer.holds(example.text);
    await window.screenshot('compose-paste-2-filled');

    const card = composer.attachment(1);
    assert.equal(await card.field('Title').inputValue(), 'Attachment Example');
    assert.equal(await card.check('Collapsed at first').isChecked(), false);
    await composer.text.press('Control+Enter');
    await composer
      .problem(/bot role: administrators lack it too/)
      .first()
      .waitFor();
    await window.screenshot('compose-paste-3-no-right');
    await composer.field('Picture in place of the avatar').fill('');
    await composer.field('Name in place of yours').fill('');
    await composer.text.press('Control+Enter');
    await composer.isGone();

    const [stored] = await messagesIn(server(), 'general');
    assert.equal(stored?.['msg'], example.text);
    // What is not so is not said.
    const attachments = example.attachments.map((one) => ({ ...one, collapsed: undefined }));
    assert.deepEqual(stored['attachments'], JSON.parse(JSON.stringify(attachments)));
  });

  it('is given back, without the token', async () => {
    const { page } = await openSignedIn(workbench, server());
    const clipboard = await Clipboard.of(page);
    const composer = await Composer.open(page);
    const payload = { channel: '#planner', text: 'As JSON and back.', attachments: [{ title: 'Plan' }] };

    await composer.paste(JSON.stringify(payload));
    await composer.holds(payload.text);
    await composer.button('Copy as JSON').click();
    const json = await eventually(
      'the JSON',
      async () => (await clipboard.read()).startsWith('{') && clipboard.read(),
    );
    await composer.button('Copy as cURL').click();
    const curl = await eventually(
      'cURL',
      async () => (await clipboard.read()).startsWith('curl') && clipboard.read(),
    );

    assert.deepEqual(JSON.parse(json), payload);
    assert.match(curl, /^curl [^]*chat\.postMessage/);
    assert.ok(!curl.includes(ALICE_ACCESS_TOKEN));
  });
});
