import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '../support/eventually';
import { useWorkbench } from '../support/host/useWorkbench';
import { AnswerArea } from '../support/journeys/answerArea';
import { Conversation } from '../support/journeys/conversation';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const logo = readFileSync(join('media', 'icon.png'));
const picture = { name: 'logo.png', type: 'image/png', bytes: logo };
/** More than fits into the buffers of a connection; what follows a picture's end is not drawn. */
const heavy = { name: 'scan.png', type: 'image/png', bytes: Buffer.concat([logo, Buffer.alloc(16_000_000)]) };
const mostBytes = 20_000_000;

describe('Files in the box', () => {
  const server = eachWithTeam({ settings: { FileUpload_MaxFileSize: mostBytes } });
  const workbench = useWorkbench();

  it('a pasted picture shows how far it is, stops when asked, and is seen once it is sent', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const answer = new AnswerArea(conversation);
    await rooms.row('planner').click();
    await conversation.appear('planner');

    await answer.paste(heavy);
    await answer.file('scan.png').waitFor();
    await window.screenshot('file-1-attached');
    server().faults.add({ kind: 'slow', bytesPerSecond: 1_000_000, path: '/api/v1/rooms.media/*' });
    await conversation.send('Our logo, scanned.');
    await answer.advances(3);
    await window.screenshot('file-2-on-its-way');
    await conversation.button('Cancel upload of scan.png').click();
    await answer.progress.waitFor({ state: 'hidden' });
    await answer.holds('Our logo, scanned.');
    await window.screenshot('file-3-cancelled');

    server().faults.clear();
    await answer.paste(picture);
    await answer.file('logo.png').waitFor();
    await conversation.button('Send').click();
    const shown = conversation.message('logo.png').locator('rc-picture img');
    await eventually('the picture', () =>
      shown.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
    );
    await window.screenshot('file-4-sent');
  });

  it('one that is too large is refused before it is sent', async () => {
    const { window, page, rooms } = await openSignedIn(workbench, server());
    const conversation = new Conversation(page);
    const answer = new AnswerArea(conversation);
    await rooms.row('planner').click();
    await conversation.appear('planner');

    await answer.paste({ name: 'film.bin', type: 'video/mp4', bytes: new Uint8Array(mostBytes + 1) });
    await answer.problem('film.bin was not attached').waitFor();
    await window.screenshot('file-5-too-large');

    assert.equal(await answer.file('film.bin').count(), 0);
    assert.deepEqual(
      server()
        .requests.all()
        .filter(({ path }) => path.includes('rooms.media')),
      [],
    );
  });
});
