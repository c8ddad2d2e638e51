import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { plainTextOf } from '../model/sendingExtras';
import type { Outgoing } from '../model/sendingItems';
import type { Parcel, Unsent } from '../model/unsent';
import { command } from '../platform/command';
import { setContext } from '../platform/contextKey';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import type { Conversations } from './conversations';
import type { Delivery } from './delivery';
import { placeName } from './deliveryQuestion';

export interface UnsentServices {
  readonly unsent: Unsent;
  readonly delivery: Pick<Delivery, 'resend'>;
  readonly conversations: Pick<Conversations, 'open'>;
}

/** What did not arrive: a list to send, copy or discard it from, or to go where it stands. */
export function registerUnsent(services: UnsentServices): Disposable {
  const { unsent } = services;
  const lifetime = new Lifetime();
  const showWhether = () => setContext('rocketchat.hasUnsent', unsent.waiting().length > 0);
  lifetime.own(unsent.onDidChange(showWhether));
  showWhether();
  lifetime.own(command('rocketchat.showUnsent', () => showUnsent(services)));
  return lifetime;
}

/** Asks which one, and what is to become of it. */
export async function showUnsent(services: UnsentServices): Promise<void> {
  const parcel = await pickParcel(services.unsent.waiting());
  const action = parcel && (await pickAction(parcel));
  if (action) await actions[action](parcel, services);
}

/** What can become of a parcel. By then it may have been settled elsewhere: nothing happens to that. */
export const actions = {
  send: (parcel, { delivery }) => delivery.resend(parcel),
  open: ({ entry: { place } }, { conversations }) => conversations.open(place, { focus: 'messages' }),
  copy: async ({ entry }) => vscode.env.clipboard.writeText(plainTextOf(entry)),
  discard: async (parcel, { unsent }) => {
    if (unsent.isWaiting(parcel)) await parcel.session.sending.discard(parcel.entry.id);
  },
} satisfies Record<string, (parcel: Parcel, services: UnsentServices) => Promise<void>>;

/** The only one is not asked for. */
async function pickParcel(parcels: readonly Parcel[]): Promise<Parcel | undefined> {
  if (parcels.length < 2) return parcels[0];
  const picked = await vscode.window.showQuickPick(parcels.map(parcelItem), {
    title: vscode.l10n.t('Messages That Did Not Reach Rocket.Chat'),
    placeHolder: vscode.l10n.t('Select the message to send, open, copy or discard'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.parcel;
}

function parcelItem(parcel: Parcel): vscode.QuickPickItem & { readonly parcel: Parcel } {
  return {
    parcel,
    label: plainText(placeName(parcel)),
    description: plainText(standing(parcel.entry)),
    detail: plainText(beginningOf(parcel)),
  };
}

/** What waits goes by itself; the rest says why it does not. */
function standing({ state, error }: Outgoing): string {
  return state === 'failed' ? explain(error) : vscode.l10n.t('Goes by itself');
}

async function pickAction(parcel: Parcel): Promise<keyof typeof actions | undefined> {
  const items = [
    { label: vscode.l10n.t('Send Again'), answer: 'send' as const, iconPath: icon('send') },
    {
      label: vscode.l10n.t('Open Conversation'),
      answer: 'open' as const,
      iconPath: icon('comment-discussion'),
    },
    { label: vscode.l10n.t('Copy Text'), answer: 'copy' as const, iconPath: icon('copy') },
    { label: vscode.l10n.t('Discard'), answer: 'discard' as const, iconPath: icon('trash') },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: plainText(vscode.l10n.t('Not Sent to {0}', placeName(parcel))),
    placeHolder: plainText(beginningOf(parcel)),
  });
  return picked?.answer;
}

/** A comment, or the header of the code. */
function beginningOf({ entry }: Parcel): string {
  return plainTextOf(entry).slice(0, 200).split('\n')[0] ?? '';
}

function icon(id: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id);
}
