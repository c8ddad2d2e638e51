import { useWorkbench } from '../support/host/useWorkbench';
import { Composer } from '../support/journeys/composer';
import { threeAttachments } from '../support/journeys/composerAttachments';
import { pictureComposer } from '../support/journeys/composerLooks';
import { openSignedIn } from '../support/journeys/signIn';
import { eachWithTeam } from '../support/journeys/team';

const payload = {
  channel: ['#planner', '@ben'],
  text: 'Nightly load test is back. Two regressions, details below.',
  attachments: threeAttachments.map(({ sent }) => sent),
};

describe('How the composer looks', () => {
  const server = eachWithTeam();
  const workbench = useWorkbench();

  it('in each theme, narrow and wide', async function () {
    this.timeout(300_000);
    const { window, page } = await openSignedIn(workbench, server());
    const composer = await Composer.open(page);
    await composer.paste(JSON.stringify(payload));
    await composer.holds(payload.text);
    await composer.attachment(1).field('Title link').fill('htps://ci.heron.example/41');
    await composer.text.focus();

    await pictureComposer(workbench.host, window, {
      'compose-look-top': async () => composer.to.scrollIntoViewIfNeeded(),
      'compose-look-card': async () => composer.attachment(1).all.evaluate((card) => card.scrollIntoView()),
    });
  });
});
