import * as vscode from 'vscode';
import type { EmojiWords, ListWords } from '../protocol/listWords';

export function listWords(): ListWords {
  return { ...aroundMessages(), ...ofMessages(), emoji: emojiWords() };
}

type OfMessages = Pick<
  ListWords,
  | 'mentionsYou'
  | 'edited'
  | 'pinned'
  | 'starred'
  | 'deleted'
  | 'encrypted'
  | 'ignored'
  | 'unread'
  | 'sending'
  | 'notSent'
  | 'replies'
  | 'reactions'
>;

function aroundMessages(): Omit<ListWords, keyof OfMessages | 'emoji'> {
  return {
    newMessages: vscode.l10n.t('New messages'),
    messagesOf: vscode.l10n.t('Messages of {0}'),
    noMessages: vscode.l10n.t('No messages yet.'),
    back: vscode.l10n.t('Back to {0}'),
    search: vscode.l10n.t('Search Messages'),
    openInEditor: vscode.l10n.t('Open in Editor'),
    more: vscode.l10n.t('More Actions…'),
    loadingOlder: vscode.l10n.t('Loading older messages…'),
    loadingNewer: vscode.l10n.t('Loading newer messages…'),
    retry: vscode.l10n.t('Retry'),
    jumpToUnread: { one: vscode.l10n.t('{0} new message'), many: vscode.l10n.t('{0} new messages') },
    jumpToLatest: vscode.l10n.t('Jump to latest'),
    jumpToArrived: { one: vscode.l10n.t('{0} new message'), many: vscode.l10n.t('{0} new messages') },
  };
}

/** Read out only: the page shows most of it by signs. */
function ofMessages(): OfMessages {
  return {
    mentionsYou: vscode.l10n.t('mentions you'),
    edited: vscode.l10n.t('edited'),
    pinned: vscode.l10n.t('pinned'),
    starred: vscode.l10n.t('starred'),
    deleted: vscode.l10n.t('This message was deleted.'),
    encrypted: vscode.l10n.t('This message is end-to-end encrypted and cannot be read here.'),
    ignored: vscode.l10n.t('Message from a person you ignore'),
    unread: vscode.l10n.t('unread'),
    sending: vscode.l10n.t('sending'),
    notSent: vscode.l10n.t('not sent: {0}'),
    replies: { one: vscode.l10n.t('{0} reply'), many: vscode.l10n.t('{0} replies') },
    reactions: { one: vscode.l10n.t('{0} reaction'), many: vscode.l10n.t('{0} reactions') },
  };
}

function emojiWords(): EmojiWords {
  return {
    pick: vscode.l10n.t('Pick an emoji'),
    search: vscode.l10n.t('Search emoji'),
    none: vscode.l10n.t('No emoji of that name.'),
    recent: vscode.l10n.t('Recently used'),
    results: vscode.l10n.t('Search results'),
    categories: {
      people: vscode.l10n.t('People'),
      nature: vscode.l10n.t('Nature'),
      food: vscode.l10n.t('Food'),
      activity: vscode.l10n.t('Activities'),
      travel: vscode.l10n.t('Travel'),
      objects: vscode.l10n.t('Objects'),
      symbols: vscode.l10n.t('Symbols'),
      flags: vscode.l10n.t('Flags'),
      regional: vscode.l10n.t('Letters'),
      custom: vscode.l10n.t('Custom'),
    },
  };
}
