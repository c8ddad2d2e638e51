import * as vscode from 'vscode';
import type { AnswerWords } from '../protocol/answerWords';

export function answerWords(): AnswerWords {
  return { ...wordsOfTheBox(), ...wordsOfFiles(), ...wordsOfLength() };
}

type OfFiles =
  | 'attach'
  | 'attachHint'
  | 'attachOff'
  | 'attaching'
  | 'removeFile'
  | 'cancelUpload'
  | 'uploading'
  | 'uploadFailed'
  | 'retry'
  | 'files'
  | 'fileTooLarge'
  | 'fileUnreadable'
  | 'holdShift'
  | 'dropFiles'
  | 'dropText';

type OfLength = 'sendTooLong' | 'leftOne' | 'leftMany' | 'overOne' | 'overMany';

function wordsOfTheBox(): Omit<AnswerWords, OfFiles | OfLength> {
  return {
    send: vscode.l10n.t('Send'),
    nothingToSend: vscode.l10n.t('Write something or attach a file first.'),
    insertSelection: vscode.l10n.t('Insert Selection'),
    insertEmoji: vscode.l10n.t('Insert Emoji'),
    compose: vscode.l10n.t('Compose Message'),
    composeHint: vscode.l10n.t('Compose a message with attachments; what stands here goes along'),
    editing: vscode.l10n.t('Editing message'),
    cancelEditing: vscode.l10n.t('Stop editing and keep the message as it was (Escape)'),
    cancel: vscode.l10n.t('Cancel'),
    quoteOf: vscode.l10n.t('Quote of {0}'),
    removeQuote: vscode.l10n.t('Remove quote of {0}'),
    suggestions: vscode.l10n.t('Suggestions'),
  };
}

function wordsOfFiles(): Pick<AnswerWords, OfFiles> {
  return {
    attach: vscode.l10n.t('Attach'),
    attachHint: vscode.l10n.t('Attach files; or paste them, or drop them while holding Shift'),
    attachOff: vscode.l10n.t('Files cannot be attached here.'),
    attaching: vscode.l10n.t('Attaching…'),
    removeFile: vscode.l10n.t('Remove {0}'),
    cancelUpload: vscode.l10n.t('Cancel upload of {0}'),
    uploading: vscode.l10n.t('Uploading {0}'),
    uploadFailed: vscode.l10n.t('Not uploaded.'),
    retry: vscode.l10n.t('Retry'),
    files: vscode.l10n.t('Attached files'),
    fileTooLarge: vscode.l10n.t(
      '{0} was not attached: it is larger than {1}, the most that can be attached here.',
    ),
    fileUnreadable: vscode.l10n.t('{0} was not attached: it could not be read. Folders cannot be attached.'),
    holdShift: vscode.l10n.t('Hold Shift to drop'),
    dropFiles: vscode.l10n.t('Drop to attach'),
    dropText: vscode.l10n.t('Drop to insert'),
  };
}

function wordsOfLength(): Pick<AnswerWords, OfLength> {
  return {
    sendTooLong: vscode.l10n.t('The message is too long to be sent. Shorten it, or attach it as a file.'),
    leftOne: vscode.l10n.t('{0} character left'),
    leftMany: vscode.l10n.t('{0} characters left'),
    overOne: vscode.l10n.t('{0} character too many'),
    overMany: vscode.l10n.t('{0} characters too many'),
  };
}
