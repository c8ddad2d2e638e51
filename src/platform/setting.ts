import * as vscode from 'vscode';
import type { SettingId } from './ids';

/** The value in force; the manifest gives the default and the type. */
export function setting(id: SettingId): string {
  return vscode.workspace.getConfiguration().get<string>(id, '');
}
