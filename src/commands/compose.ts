import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { CurrentSession } from '../model/session';
import { command } from '../platform/command';
import { one, type MessageAction } from './messageAction';
import type { Composer } from './composer';
import type { OpeningRows } from './roomOpening';
import { placeOfPage } from './roomTargets';
import { signedIn } from './signedIn';

export interface ComposeServices {
  readonly composer: Composer;
  readonly rows: Pick<OpeningRows, 'openingOf'>;
}

/** Ways into the composer: from rows and pages to where they stand, from the palette to anywhere. */
export function registerComposing(current: CurrentSession, { composer, rows }: ComposeServices): Disposable {
  const lifetime = new Lifetime();
  lifetime.own(
    command('rocketchat.compose', (row) =>
      signedIn(current, async (session) => {
        const place = rows.openingOf(row)?.place ?? placeOfPage(row);
        await composer.compose(session, place && { place });
      }),
    ),
  );
  lifetime.own(
    command('rocketchat.pasteMessageJson', () =>
      signedIn(current, async (session) => {
        const text = await vscode.env.clipboard.readText();
        if (!(await composer.paste(session, text))) throw new Error(noMessage());
      }),
    ),
  );
  return lifetime;
}

/** For messages that carry more than text. */
export function composed(composer: Composer): readonly MessageAction[] {
  return [
    {
      command: 'rocketchat.editInComposer',
      action: 'editInComposer',
      title: vscode.l10n.t('Edit in Composer'),
      nothing: vscode.l10n.t('No message of yours with attachments here'),
      failed: vscode.l10n.t('Not opened.'),
      run: one((session, message) => composer.edit(session, message)),
    },
  ];
}

function noMessage(): string {
  return vscode.l10n.t('The clipboard holds no message as JSON, as for example chat.postMessage takes it.');
}
