import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { snoozeChoices, snoozeEnd, type Snooze, type SnoozeChoice } from '../model/snooze';
import { command } from '../platform/command';
import { setContext } from '../platform/contextKey';

/** Quiet for a while: no message is announced, and the badge goes on counting. */
export function registerSnoozeCommands(snooze: Snooze): Disposable {
  const lifetime = new Lifetime();
  const showWhether = () => setContext('rocketchat.isSnoozed', snooze.isOn);
  lifetime.own(snooze.onDidChange(showWhether));
  // Another window may have begun or ended it, and a machine that slept wakes up in front of somebody.
  lifetime.own(vscode.window.onDidChangeWindowState(() => snooze.look()));
  showWhether();
  lifetime.own(command('rocketchat.snooze', () => beginSnooze(snooze)));
  lifetime.own(command('rocketchat.endSnooze', () => snooze.stop()));
  return lifetime;
}

/** Asks how long. */
export async function beginSnooze(snooze: Snooze): Promise<void> {
  const now = Date.now();
  const picked = await vscode.window.showQuickPick(
    snoozeChoices.map((choice) => ({ choice, label: labels[choice](), description: endOf(choice, now) })),
    {
      title: vscode.l10n.t('Snooze Notifications'),
      placeHolder: vscode.l10n.t('Select how long no message is announced'),
    },
  );
  if (picked) await snooze.begin(picked.choice);
}

const labels: Record<SnoozeChoice, () => string> = {
  halfHour: () => vscode.l10n.t('For 30 Minutes'),
  hour: () => vscode.l10n.t('For 1 Hour'),
  threeHours: () => vscode.l10n.t('For 3 Hours'),
  morning: () => vscode.l10n.t('Until Tomorrow Morning'),
  byHand: () => vscode.l10n.t('Until I End It'),
};

function endOf(choice: SnoozeChoice, now: number): string {
  const end = snoozeEnd(choice, now);
  if (end === 'byHand') return '';
  return new Intl.DateTimeFormat(vscode.env.language, {
    hour: 'numeric',
    minute: '2-digit',
    ...(choice === 'morning' && { weekday: 'long' }),
  }).format(end);
}
