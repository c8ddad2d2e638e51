import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import type { Parcel, Unsent } from '../model/unsent';
import { command } from '../platform/command';
import { setContext } from '../platform/contextKey';
import { plainText } from '../platform/plainText';

/** Sends a parcel once more and says how it went. */
export interface Carrier {
  deliver(parcel: Parcel): Promise<void>;
}

/** What did not arrive: a list to send, copy or discard it from. */
export function registerUnsent(unsent: Unsent, carrier: Carrier): Disposable {
  const lifetime = new Lifetime();
  const showWhether = () => setContext('rocketchat.hasUnsent', unsent.waiting().length > 0);
  lifetime.own(unsent.onDidChange(showWhether));
  showWhether();
  lifetime.own(command('rocketchat.showUnsent', () => showUnsent(unsent, carrier)));
  return lifetime;
}

/** Asks which one, and what is to become of it. */
export async function showUnsent(unsent: Unsent, carrier: Carrier): Promise<void> {
  const parcel = await pickParcel(unsent.waiting());
  const action = parcel && (await pickAction(parcel));
  if (action) await actions[action](parcel, { unsent, carrier });
}

interface Services {
  readonly unsent: Unsent;
  readonly carrier: Carrier;
}

/** What can become of a parcel. By then its notification may have settled it: nothing happens to that. */
export const actions = {
  send: async (parcel, { unsent, carrier }) => {
    if (unsent.isWaiting(parcel)) await carrier.deliver(parcel);
  },
  copy: async (parcel) => vscode.env.clipboard.writeText(parcel.entry.text),
  discard: async (parcel, { unsent }) => {
    if (unsent.isWaiting(parcel)) await unsent.drop(parcel);
  },
} satisfies Record<string, (parcel: Parcel, services: Services) => Promise<void>>;

/** The only one is not asked for. */
async function pickParcel(parcels: readonly Parcel[]): Promise<Parcel | undefined> {
  if (parcels.length < 2) return parcels[0];
  const picked = await vscode.window.showQuickPick(parcels.map(parcelItem), {
    title: vscode.l10n.t('Messages That Did Not Reach Rocket.Chat'),
    placeHolder: vscode.l10n.t('Select the message to send, copy or discard'),
    matchOnDetail: true,
  });
  return picked?.parcel;
}

function parcelItem(parcel: Parcel): vscode.QuickPickItem & { readonly parcel: Parcel } {
  return {
    parcel,
    label: plainText(parcel.room.name),
    description: plainText(parcel.accountLabel),
    detail: plainText(beginningOf(parcel)),
  };
}

async function pickAction(parcel: Parcel): Promise<keyof typeof actions | undefined> {
  const items = [
    { label: vscode.l10n.t('Send Again'), answer: 'send' as const, iconPath: icon('send') },
    { label: vscode.l10n.t('Copy Text'), answer: 'copy' as const, iconPath: icon('copy') },
    { label: vscode.l10n.t('Discard'), answer: 'discard' as const, iconPath: icon('trash') },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: plainText(vscode.l10n.t('Not Sent to {0}', parcel.room.name)),
    placeHolder: plainText(beginningOf(parcel)),
  });
  return picked?.answer;
}

/** A comment, or the header of the code. */
function beginningOf({ entry }: Parcel): string {
  return entry.text.slice(0, 200).split('\n')[0] ?? '';
}

function icon(id: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id);
}
