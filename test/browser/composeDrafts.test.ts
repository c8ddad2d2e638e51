import { eventually } from '../support/eventually';
import { openContainer } from '../support/host/layout';
import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { temporaryFolder } from '../support/journeys/folders';
import { RoomRows } from '../support/journeys/roomRows';
import { openSignedIn, reloadWindow } from '../support/journeys/signIn';
import { useStorage } from '../support/journeys/storage';
import { eachWithTeam } from '../support/journeys/team';

const text = 'Half of what is to be said';
const titleOfOther = 'The other half';

describe('A composed message that was not sent', () => {
  const server = eachWithTeam();
  const storage = useStorage();

  describe('is kept', () => {
    const workbench = useWorkbench(() => ({ dataDir: storage.fresh() }));
    const folder = temporaryFolder();

    it('over closing its tab and a reload', async () => {
      const { window, page } = await openSignedIn(workbench, server());
      const composer = await begun(await Composer.open(page));

      await composer.close();
      await Composer.goOn(page, text);
      await standsIn(composer);
      await window.screenshot('compose-draft-1-opened-again');
      await reloadWindow(window);
      await standsIn(composer);
      await window.screenshot('compose-draft-2-after-reload');
    });

    it('over a restart of VS Code, and in another folder', async () => {
      const { page } = await openSignedIn(workbench, server());
      await begun(await Composer.open(page));
      await eventually('the draft in a file', () => storage.holds(text) && storage.holds(titleOfOther));

      await workbench.restart();
      const { window, page: later } = await openSignedIn(workbench, server());
      await standsIn(await Composer.goOn(later, text));
      await window.screenshot('compose-draft-3-after-restart');
      await later.goto(`${workbench.host.url}/?folder=${encodeURIComponent(folder())}`);
      await openContainer(later, 'Rocket.Chat');
      await new RoomRows(later).appear();
      await standsIn(await Composer.goOn(later, text));
      await window.screenshot('compose-draft-4-in-another-folder');
    });
  });
});

async function begun(composer: Composer): Promise<Composer> {
  await composer.addressTo('planner');
  await composer.text.fill(text);
  await composer.attach({ title: titleOfOther });
  await composer.isKept();
  return composer;
}

async function standsIn(composer: Composer): Promise<void> {
  await composer.appear();
  await composer.holds(text);
  await composer.target('planner').waitFor();
  await composer
    .attachment(1)
    .all.and(composer.all.getByRole('group', { name: new RegExp(titleOfOther) }))
    .waitFor();
}
