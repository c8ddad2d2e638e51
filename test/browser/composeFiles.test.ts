import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { messagesIn } from '../support/journeys/rest';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const logo = readFileSync(join('media', 'icon.png'));
/** More than fits into the buffers of a connection; what follows a picture's end is not drawn. */
const heavy = Buffer.concat([logo, Buffer.alloc(16_000_000)]);
const mostBytes = 20_000_000;

describe('Files in the composer', () => {
  const server = eachWithTeam({ settings: { FileUpload_MaxFileSize: mostBytes } });
  const workbench = useWorkbench();

  it('go in their order, each with its description; one that is too large stays away', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);
    await composer.addressTo('planner');
    await composer.text.fill('From the depot.');

    await composer.files.paste({ name: 'ramp.png', type: 'image/png', bytes: logo });
    await composer.files.paste({
      name: 'tours.csv',
      type: 'text/csv',
      bytes: Buffer.from('tour,stops\n1,40\n'),
    });
    await composer.files.describe('ramp.png', 'The new ramp');
    await composer.files.describe('tours.csv', 'Tours of the day');
    await composer.files.description('tours.csv').press('Alt+ArrowUp');
    await window.screenshot('compose-files-1-in-order');
    await composer.files.paste({ name: 'film.bin', type: 'video/mp4', bytes: new Uint8Array(mostBytes + 1) });
    await composer.all.getByRole('alert').getByText('film.bin was not attached').waitFor();
    await window.screenshot('compose-files-2-too-large');
    await composer.send.click();
    await composer.isGone();

    // The text goes with the first of them.
    const posted = (await messagesIn(server(), 'planner')).slice(0, 2).reverse();
    assert.equal(posted[0]?.['msg'], 'From the depot.');
    assert.deepEqual(posted.map(fileOf), [
      ['tours.csv', 'Tours of the day'],
      ['ramp.png', 'The new ramp'],
    ]);
  });

  it('say how far they are, and stop when asked', async () => {
    const { window, page } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);
    await composer.addressTo('planner');
    await composer.files.paste({ name: 'scan.png', type: 'image/png', bytes: heavy });
    await composer.files.item('scan.png').waitFor();
    server().faults.add({ kind: 'slow', bytesPerSecond: 1_000_000, path: '/api/v1/rooms.media/*' });

    await composer.send.click();
    await composer.files.advance(3);
    await window.screenshot('compose-files-3-on-its-way');
    await composer.button(/^Cancel upload of scan\.png/).click();
    await composer.files.progress.waitFor({ state: 'hidden' });
    await composer.outcome(/./).waitFor({ state: 'hidden' });
    await composer.target('planner').waitFor();
    await window.screenshot('compose-files-4-cancelled');

    const names = (await messagesIn(server(), 'planner')).map((message) => fileOf(message)[0]);
    assert.equal(names.includes('scan.png'), false);
  });
});

function fileOf(message: Record<string, unknown>): unknown[] {
  const { file, attachments } = message as Partial<FileMessage>;
  return [file?.name, attachments?.[0]?.description];
}

interface FileMessage {
  readonly file: { readonly name: string };
  readonly attachments: readonly { readonly description?: string }[];
}
