import * as vscode from 'vscode';
import { explain } from '../platform/explain';
import type { ForeignProblem } from './mediaForeign';
import type { MediaWords } from './mediaLibrary';

export const mediaWords: MediaWords = {
  noAddress: () => vscode.l10n.t('Its address leads to nothing that can be shown here.'),
  wrongType: () => vscode.l10n.t('It is no picture, sound or film.'),
  tooLarge: () => vscode.l10n.t('It is too large to be shown here.'),
  foreign: (problem) => foreign[problem](),
  failed: explain,
};

const foreign: Readonly<Record<ForeignProblem, () => string>> = {
  unreachable: () => vscode.l10n.t('It could not be fetched.'),
  private: () => vscode.l10n.t('Its address leads into a private network, or is not safe.'),
  notAnImage: () => vscode.l10n.t('It is no picture.'),
  tooLarge: () => vscode.l10n.t('It is larger than 10 MB.'),
  redirects: () => vscode.l10n.t('Its address leads on and on.'),
};
