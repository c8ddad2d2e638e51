import * as vscode from 'vscode';
import { lineCount, snippetText, type Snippet } from '../model/snippet';
import { cutForm, excessIn, formed, type Formed, type SnippetForm } from '../model/snippetForm';
import type { Session } from '../model/session';

/** `left`: the person turned away, and nothing was done with the message. */
export type Fitting<Message> =
  { readonly state: 'fits'; readonly message: Message } | { readonly state: 'copied' | 'left' };

/** Takes what it was asked to be, unless that is too long: then the person says what becomes of it. */
export async function fitting(snippet: Snippet, form: SnippetForm, limit: number): Promise<Fitting<Formed>> {
  const message = formedIn(snippet, form, limit);
  const excess = excessIn(message, limit);
  if (excess === 0) return { state: 'fits', message };
  const file = formedIn(snippet, 'file', limit);
  const cut = cutForm(snippet, form, limit);
  const answer = await askToShorten(excess, hintFor(snippet, limit), {
    file: excessIn(file, limit) === 0 ? file : undefined,
    cut,
  });
  switch (answer) {
    case 'file':
      return { state: 'fits', message: file };
    case 'cut':
      return cut ? { state: 'fits', message: formedIn(cut, form, limit) } : { state: 'left' };
    case 'copy':
      await vscode.env.clipboard.writeText(snippetText(snippet));
      return { state: 'copied' };
    case undefined:
      return { state: 'left' };
  }
}

/** A server that does not say it refuses later, and nothing is lost then either. */
export async function lengthLimit(session: Session): Promise<number> {
  return session.settings().then(
    ({ maxMessageLength }) => maxMessageLength,
    () => Infinity,
  );
}

export function formedIn(snippet: Snippet, form: SnippetForm, limit: number): Formed {
  return formed(snippet, form, {
    limit,
    firstLines: (shown, total) => vscode.l10n.t('first {0} of {1} lines', shown, total),
  });
}

function hintFor({ comment }: Snippet, limit: number): string {
  return comment
    ? vscode.l10n.t('The server takes {0}. Share less, or press Escape to change your comment', limit)
    : vscode.l10n.t('The server takes {0}. Share less, or press Escape and select less', limit);
}

interface Shorter {
  readonly file: Formed | undefined;
  readonly cut: Snippet | undefined;
}

async function askToShorten(
  excess: number,
  hint: string,
  { file, cut }: Shorter,
): Promise<'file' | 'cut' | 'copy' | undefined> {
  const asFile = file?.file && {
    label: vscode.l10n.t('Share as the File {0}', file.file.name),
    iconPath: new vscode.ThemeIcon('file-code'),
    answer: 'file' as const,
  };
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
  const ways = [...(asFile ? [asFile] : []), ...(shorter ? [shorter] : []), copy];
  const picked = await vscode.window.showQuickPick(ways, {
    title: vscode.l10n.t('The message is too long by {0} characters', excess),
    placeHolder: hint,
    ignoreFocusOut: true,
  });
  return picked?.answer;
}
