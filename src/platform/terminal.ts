import * as vscode from 'vscode';
import { sleep } from '../base/async';
import { systemClock, type Clock } from '../base/clock';

/** What reading a selection takes. */
export interface TerminalClipboard {
  readText(): Thenable<string>;
  writeText(text: string): Thenable<void>;
  /** Of the terminal in front. It is over before the clipboard holds anything. */
  copySelection(): Thenable<unknown>;
}

/** The terminal that was used last. */
export const frontTerminal = {
  isThere: (): boolean => vscode.window.activeTerminal !== undefined,
  selection: (): Promise<string> => terminalSelection(),
};

/**
 * What is selected in the terminal in front; empty where nothing is, which VS Code says by itself. There is no other
 * way to it than over the clipboard, which holds the same text afterwards as before. One without a text keeps the
 * selection.
 */
export async function terminalSelection(
  clipboard: TerminalClipboard = systemClipboard,
  clock: Clock = systemClock,
): Promise<string> {
  const before = await clipboard.readText();
  // What has no text may be a picture, which nobody could put back: it stays as long as nothing is selected.
  if (before === '') return copied(clipboard, clock);
  // The selection may be what was copied last: only an empty clipboard shows that something came.
  await clipboard.writeText('');
  try {
    return await copied(clipboard, clock);
  } finally {
    await clipboard.writeText(before);
  }
}

const systemClipboard: TerminalClipboard = {
  readText: () => vscode.env.clipboard.readText(),
  writeText: (text) => vscode.env.clipboard.writeText(text),
  copySelection: () => vscode.commands.executeCommand('workbench.action.terminal.copySelection'),
};

async function copied(clipboard: TerminalClipboard, clock: Clock): Promise<string> {
  await clipboard.copySelection();
  return arrival(clipboard, clock);
}

async function arrival(clipboard: TerminalClipboard, clock: Clock): Promise<string> {
  const { signal } = new AbortController();
  for (let tries = 0; tries < 20; tries += 1) {
    const text = await clipboard.readText();
    if (text !== '') return text;
    await sleep(clock, 25, signal);
  }
  return '';
}
