import * as vscode from 'vscode';
import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';

/** Whether the person is busy with a debug session. */
export const debugging = {
  isOn: (): boolean => vscode.debug.activeDebugSession !== undefined,
  /** Also when one of several sessions began or ended. */
  onDidChange: (listener: () => void): Disposable => {
    const lifetime = new Lifetime();
    lifetime.own(vscode.debug.onDidChangeActiveDebugSession(listener));
    lifetime.own(vscode.debug.onDidTerminateDebugSession(listener));
    return lifetime;
  },
};
