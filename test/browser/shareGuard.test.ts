import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roomId } from '../server/data/demo/ids';
import { eventually } from '../support/eventually';
import { QuickInput } from '../support/host/quickInput';
import { useWorkbench } from '../support/host/useWorkbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Composer } from '../support/journeys/composer';
import { Conversation } from '../support/journeys/conversation';
import { Editor } from '../support/journeys/editor';
import { temporaryFolder } from '../support/journeys/folders';
import { attachmentOf, lastMessage } from '../support/journeys/sharing';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

/** Good for nothing, and in parts: else whoever looks for secrets would find it here. */
const token = ['ghp', 'k3Jx9QwZr7Lm2Vt8Bn4Hc6Yd1Fg5Sa0PeUiO'].join('_');
const question = '1 secret in what you are about to send';

describe('A secret in what is about to be sent', () => {
  const server = eachWithTeam();
  const folder = temporaryFolder();
  const workbench = useWorkbench();

  it('in shared code: Enter masks it', async () => {
    await writeFile(join(folder(), 'deploy.ts'), `// Of nobody\nconst token = '${token}';\n`);
    const { window, page } = await openSignedIn(workbench, server(), { folder: folder() });
    const input = new QuickInput(page);
    const editor = new Editor(page);
    await editor.open('deploy.ts');
    await editor.goTo(2);

    await page.keyboard.press('Alt+Shift+S');
    await input.asks('Type to find a room');
    await input.choose('planner');
    await input.asks(question);
    await input.row(/Line 2: /).waitFor();
    await window.screenshot('guard-1-shared-code');
    await page.keyboard.press('Enter');
    await page.locator('.notification-toast').filter({ hasText: 'Shared with planner.' }).waitFor();

    const { msg } = lastMessage(server(), 'planner');
    assert.match(msg, /const token = '/);
    assert.ok(!msg.includes(token.slice(8)));
  });

  it('in the answer box: Escape sends nothing, and the text stays; it can be sent anyway', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const [input, conversation] = [new QuickInput(page), new Conversation(page)];
    await rooms.row('planner').click();
    await conversation.appear('planner');

    await conversation.send(`Try ${token}`);
    await input.asks(question);
    await window.screenshot('guard-2-answer-box');
    await page.keyboard.press('Escape');
    await input.box.waitFor({ state: 'hidden' });
    await new AnswerArea(conversation).holds(`Try ${token}`);
    assert.equal(tries(), 0);
    await conversation.box.press('Enter');
    await input.asks(question);
    await input.choose('Send Anyway');
    await conversation.message(`Try ${token}`).waitFor();
    await new AnswerArea(conversation).holds('');
    await eventually('the message on the server', () => tries() > 0);

    assert.equal(tries(), 1);
  });

  it('in the composer: Escape leaves the form as it is, Enter masks', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const input = new QuickInput(page);
    const composer = await Composer.open(page);
    await composer.addressTo('planner');
    await composer.text.fill('Try this one.');
    await composer.attach({ title: 'Key', text: token });

    await composer.send.click();
    await input.asks(question);
    await window.screenshot('guard-3-composer');
    await page.keyboard.press('Escape');
    await input.box.waitFor({ state: 'hidden' });
    await composer.holds('Try this one.');
    assert.equal(await composer.attachment(1).field('Text').inputValue(), token);
    await composer.send.click();
    await input.asks(question);
    await page.keyboard.press('Enter');
    await composer.isGone();

    const sent = lastMessage(server(), 'planner');
    assert.equal(sent.msg, 'Try this one.');
    assert.ok(!attachmentOf(sent).text?.includes(token.slice(8)));
  });

  function tries(): number {
    return server()
      .world.messages.inRoom(roomId('planner'))
      .filter(({ msg }) => msg.startsWith('Try ')).length;
  }
});
