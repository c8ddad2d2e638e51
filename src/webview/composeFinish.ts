import * as vscode from 'vscode';
import type { DeliveryOutcome } from '../model/compositionDelivery';
import { messageId } from '../model/message';
import type { Place } from '../model/place';
import { reported } from '../platform/command';
import { plainText } from '../platform/plainText';
import { askForRemoval, offerRemoval } from './composeEditing';
import type { OpenComposer } from './composePart';

export interface Finish {
  readonly outcomes: readonly DeliveryOutcome[];
  /** Shows where it has gone; absent where nobody has asked for it since the window is open. */
  readonly open?: (place: Place) => Promise<void>;
}

/** It has arrived everywhere: the draft goes, the tab closes, and the person sees where it went. */
export async function finish(composer: OpenComposer, { outcomes, open }: Finish): Promise<void> {
  const { session, draft } = composer;
  const { corrects, form } = draft;
  const thread = form.thread && messageId(form.thread.id);
  const rooms = new Set(outcomes.flatMap(({ room }) => room ?? []));
  const places = [...rooms].map((room): Place => ({ room, ...(thread !== undefined && { thread }) }));
  await draft.remove();
  composer.close();
  await reported('show what was sent', async () => {
    if (open) await show(places, outcomes, open);
    else vscode.window.setStatusBarMessage(vscode.l10n.t('Message sent'), saidMs);
    if (corrects) await offerRemoval(session, corrects, askForRemoval);
  });
}

const saidMs = 5_000;

type Open = NonNullable<Finish['open']>;

async function show(
  places: readonly Place[],
  outcomes: readonly DeliveryOutcome[],
  open: Open,
): Promise<void> {
  const [place, ...others] = places;
  if (!place) return;
  if (others.length === 0) return open(place);
  void offer(places, outcomes, open);
}

/** Waits for the person, and for nobody else. */
async function offer(
  places: readonly Place[],
  outcomes: readonly DeliveryOutcome[],
  open: Open,
): Promise<void> {
  const said = vscode.l10n.t('Sent to {0} rooms.', places.length);
  const yes = vscode.l10n.t('Open');
  if ((await vscode.window.showInformationMessage(said, yes)) !== yes) return;
  const rows = places.map((place) => ({ label: plainText(labelOf(place, outcomes)), place }));
  const picked = await vscode.window.showQuickPick(rows, { title: vscode.l10n.t('Open Room') });
  if (picked) await reported('open room', () => open(picked.place));
}

function labelOf({ room }: Place, outcomes: readonly DeliveryOutcome[]): string {
  return outcomes.find((outcome) => outcome.room === room)?.label ?? room;
}
