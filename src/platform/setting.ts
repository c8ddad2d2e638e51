import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import type { SettingId } from './ids';

interface Values {
  readonly 'rocketchat.defaultServer': string;
  readonly 'rocketchat.realtime': boolean;
  readonly 'rocketchat.offlineCache': boolean;
  readonly 'rocketchat.notifications': string;
  readonly 'rocketchat.openIn': string;
}

/** As in the manifest. */
const defaults: { readonly [Id in SettingId]: Values[Id] } = {
  'rocketchat.defaultServer': '',
  'rocketchat.realtime': true,
  'rocketchat.offlineCache': true,
  'rocketchat.notifications': 'all',
  'rocketchat.openIn': 'sideBar',
};

/** The value in force. What is of another type, as a settings file may hold it, counts as the default. */
export function setting<Id extends SettingId>(id: Id): Values[Id] {
  const value = vscode.workspace.getConfiguration().get<unknown>(id);
  // Of the type of the default, which is that of the setting.
  return typeof value === typeof defaults[id] ? (value as Values[Id]) : defaults[id];
}

export function onDidChangeSetting(id: SettingId, listener: () => void): Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(id)) listener();
  });
}
