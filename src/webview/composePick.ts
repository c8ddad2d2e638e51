import * as vscode from 'vscode';
import type { ListedDraft } from '../model/compositionDrafts';
import { plainLine } from '../model/plainText';
import { plainText } from '../platform/plainText';

interface Row extends vscode.QuickPickItem {
  /** Absent of a new message. */
  readonly draft?: string;
}

/** Which of the drafts is to go on, or a new one; undefined where the person turns away. */
export async function pickDraft(drafts: readonly ListedDraft[]): Promise<string | undefined> {
  const fresh: Row = { label: vscode.l10n.t('$(add) New Message') };
  const heading: Row = { label: vscode.l10n.t('drafts'), kind: vscode.QuickPickItemKind.Separator };
  const picked = await vscode.window.showQuickPick([fresh, heading, ...drafts.map(row)], {
    title: vscode.l10n.t('Compose Message'),
    placeHolder: vscode.l10n.t('Begin a new message, or go on with a draft'),
    matchOnDescription: true,
  });
  return picked && (picked.draft ?? 'new');
}

function row(draft: ListedDraft): Row {
  const { id, form, savedAt } = draft;
  return {
    label: plainText(beginningOf(draft)),
    description: plainText(form.targets.map(({ label }) => label).join(', ')),
    detail: vscode.l10n.t(
      'Last changed {0}',
      new Date(savedAt).toLocaleString(vscode.env.language, shortTime),
    ),
    draft: id,
  };
}

const shortTime = { dateStyle: 'medium', timeStyle: 'short' } as const;
const longest = 60;

/** The first thing in it that says what it is about. */
function beginningOf({ form, files, edits }: ListedDraft): string {
  const words = [form.text, ...form.attachments.flatMap(({ title, text }) => [title, text])];
  const line = [...words.map(plainLine), ...files.map(({ name }) => name)].find((one) => one !== '');
  const said = line === undefined ? vscode.l10n.t('Nothing written yet') : cut(line);
  return edits ? vscode.l10n.t('Edit: {0}', said) : said;
}

function cut(line: string): string {
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
