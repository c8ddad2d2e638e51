import * as vscode from 'vscode';
import type { Upload } from '../model/uploads';
import type { UploadObstacle } from '../model/uploadsLimits';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';

/** Why a file is not even taken. */
export function obstacleText(name: string, obstacle: UploadObstacle): string {
  return plainText(vscode.l10n.t('{0} was not attached. {1}', name, obstacleReason(obstacle)));
}

/** In a sentence of its own. */
export function obstacleReason(obstacle: UploadObstacle): string {
  switch (obstacle.kind) {
    case 'noFiles':
      return vscode.l10n.t('The server takes no files.');
    case 'noFilesInDirect':
      return vscode.l10n.t('The server takes no files in direct messages.');
    case 'empty':
      return vscode.l10n.t('There is nothing in it.');
    case 'type':
      return vscode.l10n.t('The server does not take files of its type.');
    case 'tooLarge':
      return vscode.l10n.t('The server takes files of up to {0}.', sizeText(obstacle.most));
  }
}

/** Why a file was not sent. */
export function failureText({
  error,
  isInDoubt,
  fileId,
}: Pick<Upload, 'error' | 'isInDoubt' | 'fileId'>): string {
  return isInDoubt ? unclearText({ fileId }) : explain(error);
}

/** Of a file that may be there. */
export function unclearText({ fileId }: Pick<Upload, 'fileId'>): string {
  // Of old servers: nothing tells one of their files from another.
  return fileId === undefined
    ? vscode.l10n.t(
        'Nobody could say whether it was posted. See whether it is there before you send it again.',
      )
    : vscode.l10n.t('Nobody could say whether it was posted. Sending again looks first.');
}

/** Of a file whose bytes did not outlive the window. */
export function lostText(name: string): string {
  return plainText(
    vscode.l10n.t('{0} could not be kept over the restart. Take it off, and add it again.', name),
  );
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return vscode.l10n.t('{0} bytes', bytes);
  if (bytes < 1024 ** 2) return vscode.l10n.t('{0} KB', rounded(bytes / 1024));
  return vscode.l10n.t('{0} MB', rounded(bytes / 1024 ** 2));
}

function rounded(value: number): string {
  return value.toLocaleString(vscode.env.language, { maximumFractionDigits: 1 });
}
