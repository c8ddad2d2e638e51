import * as vscode from 'vscode';
import { failureOf } from '../api/errors';
import type { Disposable } from '../base/event';
import type { Guard } from '../model/guard/guard';
import { askOwnStatus, longestStatusMessage, type OwnStatus, type Status } from '../model/ownStatus';
import type { ServerSettings } from '../model/serverSettings';
import type { CurrentSession, Session } from '../model/session';
import { command, inWords } from '../platform/command';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import { askSafely } from './safeInput';

export function registerStatusCommand(current: CurrentSession, guard: Guard): Disposable {
  return command('rocketchat.setStatus', async () => {
    const session = current.get();
    if (session) await setStatus(session, guard);
    else await vscode.commands.executeCommand('rocketchat.signIn');
  });
}

export interface StatusItem extends vscode.QuickPickItem {
  readonly status?: Status;
  readonly isPresent?: boolean;
  /** What else can be done with the words. */
  readonly act?: 'write' | 'clear';
}

/** Asks how the person is doing, and tells the server. */
export async function setStatus(session: Session, guard: Guard): Promise<void> {
  const asked = Promise.all([askOwnStatus(session.client, { signal: session.signal }), session.settings()]);
  const items = asked.then(([own, settings]) => statusItems(own, settings));
  const picked = await inWords(pickStatus(items), notAsked);
  if (picked?.act === 'write') await writeMessage(session, (await asked)[0].message, guard);
  else if (picked?.act === 'clear') await inWords(send(session, { message: '' }), notSet);
  else if (picked?.status) await inWords(send(session, { status: picked.status }), notSet);
}

/** The present status is in focus: Enter leaves all as it is. */
async function pickStatus(items: Promise<StatusItem[]>): Promise<StatusItem | undefined> {
  const picker = vscode.window.createQuickPick<StatusItem>();
  picker.title = vscode.l10n.t('Set Status');
  picker.placeholder = vscode.l10n.t('How others see you in Rocket.Chat');
  picker.busy = true;
  const picked = new Promise<StatusItem | undefined>((resolve) => {
    picker.onDidAccept(() => {
      const [chosen] = picker.selectedItems;
      if (chosen) resolve(chosen);
    });
    picker.onDidHide(() => resolve(undefined));
  });
  picker.show();
  try {
    // Who leaves before they have come waits for nothing.
    return await Promise.race([picked, items.then((known) => offer(picker, known)).then(() => picked)]);
  } finally {
    picker.dispose();
  }
}

function offer(picker: vscode.QuickPick<StatusItem>, items: readonly StatusItem[]): void {
  const present = items.filter(({ isPresent }) => isPresent);
  picker.items = items;
  if (present.length > 0) picker.activeItems = present;
  picker.busy = false;
}

/** What the workspace does not allow is not offered. */
export function statusItems(own: OwnStatus, settings: ServerSettings): StatusItem[] {
  const offered = choices().filter(({ status }) => status !== 'offline' || settings.allowsInvisible);
  const items = offered.map((item) =>
    item.status === own.chosen
      ? { ...item, isPresent: true, description: `$(check) ${vscode.l10n.t('now')}` }
      : item,
  );
  return settings.allowsStatusMessage ? [...items, ...messageItems(own)] : items;
}

function choices(): StatusItem[] {
  return [
    { status: 'online', label: vscode.l10n.t('Online'), iconPath: icon('circle-filled', 'charts.green') },
    { status: 'away', label: vscode.l10n.t('Away'), iconPath: icon('clock', 'charts.yellow') },
    { status: 'busy', label: vscode.l10n.t('Busy'), iconPath: icon('circle-slash', 'charts.red') },
    { status: 'offline', label: vscode.l10n.t('Invisible'), iconPath: icon('circle-outline') },
  ];
}

function messageItems({ message }: OwnStatus): StatusItem[] {
  const rule = { label: '', kind: vscode.QuickPickItemKind.Separator };
  const write: StatusItem = {
    act: 'write',
    label: vscode.l10n.t('Status Message…'),
    description: plainText(message),
    iconPath: icon('edit'),
  };
  const clear: StatusItem = {
    act: 'clear',
    label: vscode.l10n.t('Clear Status Message'),
    iconPath: icon('clear-all'),
  };
  return message === '' ? [rule, write] : [rule, write, clear];
}

function icon(id: string, color?: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** The box comes back with what was typed, and the reason, until the server takes it or the person leaves. */
export async function writeMessage(session: Session, present: string, guard: Guard): Promise<void> {
  let prompt = vscode.l10n.t(
    'Say in a few words what you are doing. Leave it empty to take the message away.',
  );
  let value: string | undefined = present;
  for (;;) {
    value = await askSafely(guard, {
      title: vscode.l10n.t('Status Message'),
      value,
      prompt,
      ignoreFocusOut: true,
      validateInput,
    });
    if (value === undefined) return;
    try {
      await send(session, { message: value });
      return;
    } catch (error) {
      const failure = failureOf(error);
      if (!failure || failure.kind === 'cancelled' || failure.kind === 'signedOut') throw error;
      prompt = notSet(explain(error));
    }
  }
}

function validateInput(typed: string): string | undefined {
  if (typed.trim().length <= longestStatusMessage) return undefined;
  return vscode.l10n.t('At most {0} characters.', longestStatusMessage);
}

/** The server takes it a few times a minute only: the call may have to wait. */
async function send(session: Session, change: Change): Promise<void> {
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Setting your status') };
  await vscode.window.withProgress(options, async () => {
    await session.client.users.setStatus(change, { signal: session.signal });
  });
}

type Change = { readonly status: Status } | { readonly message: string };

function notAsked(why: string): string {
  return vscode.l10n.t('Your status is not known here, so it cannot be set. {0}', why);
}

function notSet(why: string): string {
  return vscode.l10n.t('Your status was not set. {0}', why);
}
