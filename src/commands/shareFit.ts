import * as vscode from 'vscode';
import { cutToFit, excessOf, lineCount, snippetText, type Snippet } from '../model/snippet';
import type { Session } from '../model/session';

/** The message, said to be too long and cut only by the person. Undefined when it is not to be sent. */
export async function fittingText(snippet: Snippet, limit: number): Promise<string | undefined> {
  const text = snippetText(snippet);
  const excess = excessOf(text, limit);
  if (excess === 0) return text;
  const cut = cutToFit(snippet, limit);
  const answer = await askToShorten(excess, limit, cut);
  if (answer === 'copy') await vscode.env.clipboard.writeText(text);
  return answer === 'cut' && cut ? snippetText(cut) : undefined;
}

/** A server that does not say it refuses later, and nothing is lost then either. */
export async function lengthLimit(session: Session): Promise<number> {
  return session.settings().then(
    ({ maxMessageLength }) => maxMessageLength,
    () => Infinity,
  );
}

async function askToShorten(
  excess: number,
  limit: number,
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
    placeHolder: vscode.l10n.t('The server takes {0}. Share less, or press Escape and select less', limit),
    ignoreFocusOut: true,
  });
  return picked?.answer;
}
