import * as vscode from 'vscode';
import { cutToFit, excessOf, lineCount, snippetText, type Snippet } from '../model/snippet';
import type { Session } from '../model/session';

/** `left`: the person turned away, and nothing was done with the message. */
export type Fitting =
  { readonly state: 'fits'; readonly text: string } | { readonly state: 'copied' | 'left' };

/** The message, said to be too long and cut only by the person. */
export async function fittingText(snippet: Snippet, limit: number): Promise<Fitting> {
  const text = snippetText(snippet);
  const excess = excessOf(text, limit);
  if (excess === 0) return { state: 'fits', text };
  const cut = cutToFit(snippet, limit);
  const answer = await askToShorten(excess, hintFor(snippet, limit), cut);
  if (answer === 'cut' && cut) return { state: 'fits', text: snippetText(cut) };
  if (answer !== 'copy') return { state: 'left' };
  await vscode.env.clipboard.writeText(text);
  return { state: 'copied' };
}

/** A server that does not say it refuses later, and nothing is lost then either. */
export async function lengthLimit(session: Session): Promise<number> {
  return session.settings().then(
    ({ maxMessageLength }) => maxMessageLength,
    () => Infinity,
  );
}

function hintFor({ comment }: Snippet, limit: number): string {
  return comment
    ? vscode.l10n.t('The server takes {0}. Share less, or press Escape to change your comment', limit)
    : vscode.l10n.t('The server takes {0}. Share less, or press Escape and select less', limit);
}

async function askToShorten(
  excess: number,
  hint: string,
  cut: Snippet | undefined,
): Promise<'cut' | 'copy' | undefined> {
  const shorter = cut && {
    label: vscode.l10n.t('Share Only the First {0} Lines', lineCount(cut)),
    iconPath: new vscode.ThemeIcon('fold-up'),
    answer: 'cut' as const,
  };
  const copy = {
    label: vscode.l10n.t('Copy the Whole Message'),
    iconPath: new vscode.ThemeIcon('copy'),
    answer: 'copy' as const,
  };
  const picked = await vscode.window.showQuickPick([...(shorter ? [shorter] : []), copy], {
    title: vscode.l10n.t('The message is too long by {0} characters', excess),
    placeHolder: hint,
    ignoreFocusOut: true,
  });
  return picked?.answer;
}
