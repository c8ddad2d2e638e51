import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { SettingId } from './ids';

interface Values {
  readonly 'rocketchat.defaultServer': string;
  readonly 'rocketchat.realtime': boolean;
  readonly 'rocketchat.offlineCache': boolean;
  readonly 'rocketchat.notifications': string;
  readonly 'rocketchat.openIn': string;
  readonly 'rocketchat.shareAs': string;
  readonly 'rocketchat.secretGuard.enabled': boolean;
  readonly 'rocketchat.secretGuard.patterns': readonly string[];
  readonly 'rocketchat.secretGuard.exceptions': readonly string[];
}

/** As in the manifest. */
const defaults: { readonly [Id in SettingId]: Values[Id] } = {
  'rocketchat.defaultServer': '',
  'rocketchat.realtime': true,
  'rocketchat.offlineCache': true,
  'rocketchat.notifications': 'all',
  'rocketchat.openIn': 'sideBar',
  'rocketchat.shareAs': 'auto',
  'rocketchat.secretGuard.enabled': true,
  'rocketchat.secretGuard.patterns': [],
  'rocketchat.secretGuard.exceptions': [],
};

/** The value in force. What is of another type, as a settings file may hold it, counts as the default. */
export function setting<Id extends SettingId>(id: Id): Values[Id] {
  const value = vscode.workspace.getConfiguration().get<unknown>(id);
  // Of the type of the default, which is that of the setting.
  return isOfType(value, defaults[id]) ? (value as Values[Id]) : defaults[id];
}

/** Lists are of texts. */
function isOfType(value: unknown, example: unknown): boolean {
  if (!Array.isArray(example)) return typeof value === typeof example;
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

export function onDidChangeSetting(id: SettingId, listener: () => void): Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(id)) listener();
  });
}
