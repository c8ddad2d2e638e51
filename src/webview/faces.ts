import * as vscode from 'vscode';
import type { AccountId } from '../model/account';
import { reported } from '../platform/command';
import type { Faces, SignedIn } from './conversationPage';
import { faceCommands } from './invitePart';
import { faceView } from './placeView';
import type { Setup } from './protocol/conversation';
import { setupOf } from './setup';

/** What a page shows while nobody is signed in, or while it belongs to an account that is not in use. */
export function facesOf(
  current: Pick<SignedIn, 'account'>,
  home: Setup['home'],
  owner: AccountId | undefined,
): Faces {
  return {
    setup: () => setupOf(undefined, { locale: vscode.env.language, home }),
    view: ({ face = 'restoring' }) => ({
      title: vscode.l10n.t('Conversation'),
      icon: 'comment-discussion',
      contextValue: '',
      face: faceView(face, {
        server: current.account && new URL(current.account.server).host,
        account: owner && ownerLabel(owner),
        room: '',
      }),
      box: { state: 'none' },
      typing: '',
    }),
    act: ({ action }) => {
      if (action === 'retry' || action === 'openInBrowser') return;
      void reported(action, async () => vscode.commands.executeCommand(faceCommands[action]));
    },
  };
}

/** Of an account that may not be known here any more. */
function ownerLabel(owner: AccountId): string {
  const server = owner.slice(owner.indexOf('@') + 1);
  return URL.canParse(server) ? new URL(server).host : server;
}
