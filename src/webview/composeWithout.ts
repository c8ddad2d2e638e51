import * as vscode from 'vscode';
import type { Composition } from '../model/composition';
import { usualSettings } from '../model/serverSettings';
import type { DraftOwner } from './composePage';
import type { ToCompose } from './protocol/compose';
import { setupOf } from './setup';

/** What a composer is told while its account is not in use: all that is known of it, and that nothing can be done. */
export function withoutSession({ account, draft }: DraftOwner, form: Composition): readonly ToCompose[] {
  const server = account.slice(account.indexOf('@') + 1);
  const host = URL.canParse(server) ? new URL(server).host : server;
  const notice = vscode.l10n.t(
    'This message is kept. It belongs to your account on {0}: switch to that account, or sign in, to go on.',
    host,
  );
  return [
    { type: 'setup', setup: setupOf(undefined, { locale: vscode.env.language, home: 'editor' }) },
    {
      type: 'composer',
      view: {
        ...{ account, draft, mode: 'new', notice },
        maxLength: usualSettings.maxMessageLength,
        mayImpersonate: false,
        mayAttachFiles: false,
        accountLabel: '',
      },
    },
    { type: 'form', form },
  ];
}
