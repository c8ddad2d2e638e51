import * as vscode from 'vscode';
import type { Problem, ProblemKind } from '../model/composition';
import { closedText } from './placeView';
import type { ProblemView } from './protocol/compose';
import { lostText, obstacleReason } from './uploadsWords';

/** What is wrong with each field, one sentence each. */
export function problemViews(problems: readonly Problem[]): readonly ProblemView[] {
  return problems.map((problem) => ({ path: problem.path, text: problemText(problem) }));
}

function problemText({ kind, detail = '', obstacle, refusal }: Problem): string {
  const text = words[kind](detail);
  const why = obstacle ? closedText(obstacle, String(detail)) : refusal && obstacleReason(refusal);
  return why === undefined ? text : vscode.l10n.t('{0} {1}', text, why);
}

const words: Readonly<Record<ProblemKind, (detail: string | number) => string>> = {
  noTarget: () => vscode.l10n.t('Add a room or a person to send it to.'),
  notPostable: (room) => vscode.l10n.t('You cannot write in {0}.', room),
  nothingToSend: () => vscode.l10n.t('Write a text, or add an attachment or a file.'),
  tooLong: (excess) =>
    excess === 1
      ? vscode.l10n.t('One character too long for the server.')
      : vscode.l10n.t('{0} characters too long for the server.', excess),
  notAnAddress: () => vscode.l10n.t('Not a web address: it looks like https://example.org/page.'),
  wrongScheme: (scheme) => vscode.l10n.t('Not a web address: it starts with {0}.', scheme),
  notAColor: () =>
    vscode.l10n.t('Not a color: write good, warning, danger, or a color as in CSS, for example #1d74f5.'),
  notATime: () => vscode.l10n.t('Not a date and time: write it like 2026-11-17 09:30.'),
  linkWithoutTime: () => vscode.l10n.t('The time is what leads to the message: set it, too.'),
  missingTitle: (of) =>
    of === 'title_link'
      ? vscode.l10n.t('The link needs a title to stand on.')
      : vscode.l10n.t('A field needs a title.'),
  missingValue: () => vscode.l10n.t('A field needs a value.'),
  notAnEmoji: () => vscode.l10n.t('Not an emoji: write its short name, for example :tada:.'),
  notJson: () => vscode.l10n.t('Not JSON. It looks like {"key": "value"}.'),
  notAnObject: () => vscode.l10n.t('Not a JSON object: it begins with { and ends with }.'),
  noRightToImpersonate: () =>
    vscode.l10n.t('Your account may not set this. It needs the bot role: administrators lack it too.'),
  customFieldsOff: () => vscode.l10n.t('This server takes no custom fields.'),
  lostFile: (name) => lostText(String(name)),
  refusedFile: (name) => vscode.l10n.t('{0} cannot be sent.', name),
};
