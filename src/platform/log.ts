import * as vscode from 'vscode';
import type { Disposable } from '../base/event';

let channel: vscode.LogOutputChannel | undefined;

/** Our output channel, made on first use: the one singleton of the house. Callers redact before they write. */
export const log = {
  info: (text: string) => opened().info(text),
  error: (what: string, error: unknown) =>
    opened().error(what, error instanceof Error ? error : String(error)),
  show: () => opened().show(),
};

export const closeLog: Disposable = {
  dispose: () => {
    channel?.dispose();
    channel = undefined;
  },
};

function opened(): vscode.LogOutputChannel {
  return (channel ??= vscode.window.createOutputChannel('Rocket.Chat', { log: true }));
}
