import * as vscode from 'vscode';
import type { Snippet } from '../model/snippet';
import { frontTerminal } from '../platform/terminal';
import { NothingToShare, type Thing } from './shareThing';

/** What is selected in the terminal. Undefined where nothing is, which VS Code has said then. */
export async function terminalThing(terminal = frontTerminal): Promise<Thing | undefined> {
  if (!terminal.isThere())
    throw new NothingToShare(vscode.l10n.t('Open a terminal and select the lines to share.'));
  const text = await terminal.selection();
  if (text.trim() === '') return undefined;
  return outputThing(vscode.l10n.t('the terminal’s selection'), withoutBlankEnds(text), '');
}

/** What is in the clipboard, as code. */
export async function clipboardThing(): Promise<Thing> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') throw new NothingToShare(vscode.l10n.t('There is no text in the clipboard.'));
  return outputThing(vscode.l10n.t('the clipboard'), withoutBlankEnds(text), languageOf(text));
}

function outputThing(label: string, code: string, language: string): Thing {
  const draft: Snippet = {
    kind: 'output',
    path: '',
    language,
    pieces: [{ code }],
    notes: [],
    linkTo: () => undefined,
  };
  return { label, folder: undefined, draft, complete: () => Promise.resolve(draft) };
}

/** That of an open document which it was taken from; nobody guesses. */
function languageOf(text: string): string {
  const wanted = normal(text);
  const inFront = vscode.window.activeTextEditor?.document;
  const documents = [...(inFront ? [inFront] : []), ...vscode.workspace.textDocuments];
  return documents.find((document) => normal(document.getText()).includes(wanted))?.languageId ?? '';
}

function normal(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** The first line keeps its indentation. */
function withoutBlankEnds(text: string): string {
  return text.replace(/^(?:[^\S\n\r]*[\n\r]+)+/, '').trimEnd();
}
