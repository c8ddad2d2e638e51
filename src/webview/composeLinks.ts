import * as vscode from 'vscode';
import { isIdleDraft } from '../model/compositionIdle';
import type { Place } from '../model/place';
import { roomId } from '../model/room';
import { openDirect } from '../model/roomArrival';
import type { Outgoing } from '../model/sendingItems';
import { reported } from '../platform/command';
import type { ComposePart, MakeComposePart, OpenComposer } from './composePart';
import { handle } from './handlers';
import { linkAddress } from './linkAddress';
import { openOutside } from './openOutside';
import type { FromCompose } from './protocol/compose';

export interface LinksOptions {
  /** False where the address means nothing to us. */
  readonly openHere: (href: string) => Promise<boolean>;
  readonly open: (place: Place) => Promise<void>;
}

/** Ways out of the preview, and of the composer. */
export function linksPart(options: LinksOptions): MakeComposePart {
  return (composer): ComposePart => ({
    begin: () => undefined,
    heed: (message) => heed(message, composer, options),
    dispose: () => undefined,
  });
}

function heed(message: FromCompose, composer: OpenComposer, { openHere, open }: LinksOptions): boolean {
  const { session } = composer;
  return handle(message, {
    openLink: ({ href: said }) =>
      void reported('open link', async () => {
        const href = linkAddress(said, session.account.server);
        if (!(await openHere(href))) await openOutside(href);
      }),
    openRoom: ({ room }) => void reported('open room', () => open({ room: roomId(room) })),
    openPerson: ({ username }) =>
      void reported('open direct message', async () => {
        const known = session.rooms
          .all()
          .find((room) => room.kind === 'direct' && room.username === username);
        const { id } = known ?? (await openDirect(session, [username]));
        if (!composer.signal.aborted) await open({ room: id });
      }),
    discardDraft: () => void reported('discard draft', () => discard(composer)),
  });
}

/** Asks where somebody might miss it. */
async function discard(composer: OpenComposer): Promise<void> {
  const { draft, session } = composer;
  const left = draft.sent.flatMap(({ message }) => (message && session.sending.get(message)) ?? []);
  const [refused, others] = [left.filter(isRefused), left.filter((entry) => !isRefused(entry))];
  if (!isIdleDraft(session, draft) && !(await isSure(others.length > 0))) return;
  // Without the draft there is nowhere to correct it.
  for (const { id } of refused) await session.sending.discard(id);
  await draft.remove();
  composer.close();
}

function isRefused({ state }: Outgoing): boolean {
  return state === 'failed';
}

async function isSure(isOnItsWay: boolean): Promise<boolean> {
  const yes = vscode.l10n.t('Discard');
  const question = vscode.l10n.t('Discard this draft?');
  const detail = isOnItsWay
    ? vscode.l10n.t('What is on its way already still arrives.')
    : vscode.l10n.t('Nothing of it stays.');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}
