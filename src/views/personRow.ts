import * as vscode from 'vscode';
import type { Person } from '../model/person';
import { plainText } from '../platform/plainText';
import type { FoundRow } from './foundPick';

export interface PersonRow extends FoundRow {
  readonly username: string;
  readonly person: Person;
}

/** Somebody in a list: by name, and whether they are there. */
export function personRow(person: Person): PersonRow {
  const { username, name, status, statusText } = person;
  const said = [`@${username}`, status && statusWords[status](), statusText];
  return {
    key: `@${username}`,
    person,
    username,
    label: plainText(name),
    description: plainText(said.filter((part) => part !== undefined).join(' · ')),
    iconPath: statusIcon(status),
  };
}

function statusIcon(status: Person['status']): vscode.ThemeIcon {
  const color = status && statusColors[status];
  return color
    ? new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor(color))
    : new vscode.ThemeIcon('circle-outline');
}

type Status = NonNullable<Person['status']>;

const statusColors: Readonly<Partial<Record<Status, string>>> = {
  online: 'charts.green',
  away: 'charts.yellow',
  busy: 'charts.red',
};

const statusWords: Readonly<Record<Status, () => string>> = {
  online: () => vscode.l10n.t('online'),
  away: () => vscode.l10n.t('away'),
  busy: () => vscode.l10n.t('busy'),
  offline: () => vscode.l10n.t('offline'),
  disabled: () => vscode.l10n.t('switched off'),
};
