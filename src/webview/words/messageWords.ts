import * as vscode from 'vscode';
import type {
  ActWords,
  AttachmentWords,
  CodeWords,
  MarkWords,
  MediaWords,
  MessageWords,
  TextWords,
  ThreadWords,
} from '../protocol/messageWords';

export function messageWords(): MessageWords {
  return {
    ...markWords(),
    ...actWords(),
    ...textWords(),
    ...codeWords(),
    ...mediaWords(),
    ...attachmentWords(),
    ...threadWords(),
  };
}

function markWords(): MarkWords {
  return {
    edited: vscode.l10n.t('edited'),
    editedBy: vscode.l10n.t('Edited by {0}, {1}'),
    editedAt: vscode.l10n.t('Edited, {0}'),
    pinned: vscode.l10n.t('pinned'),
    pinnedBy: vscode.l10n.t('Pinned by {0}, {1}'),
    pinnedAt: vscode.l10n.t('Pinned, {0}'),
    pinnedBySomebody: vscode.l10n.t('Pinned by {0}'),
    starred: vscode.l10n.t('starred'),
    readByAll: vscode.l10n.t('read by everyone'),
    notReadByAll: vscode.l10n.t('not read by everyone yet'),
    sending: vscode.l10n.t('sending'),
    notSent: vscode.l10n.t('not sent'),
    showPerson: vscode.l10n.t('Open Direct Message with {0}'),
    deleted: vscode.l10n.t('This message was deleted.'),
    encrypted: vscode.l10n.t('This message is end-to-end encrypted and cannot be read here.'),
    ignored: vscode.l10n.t('Message from a person you ignore'),
  };
}

function actWords(): ActWords {
  return {
    addReaction: vscode.l10n.t('Add Reaction'),
    reply: vscode.l10n.t('Reply in Thread'),
    star: vscode.l10n.t('Star'),
    unstar: vscode.l10n.t('Unstar'),
    more: vscode.l10n.t('More Actions…'),
    retry: vscode.l10n.t('Retry'),
    edit: vscode.l10n.t('Edit'),
    discard: vscode.l10n.t('Discard'),
    openInBrowser: vscode.l10n.t('Open in Browser'),
    reactedWith: vscode.l10n.t('{0} reacted with {1}'),
  };
}

function textWords(): TextWords {
  return {
    showMore: vscode.l10n.t('Show more'),
    showLess: vscode.l10n.t('Show less'),
    spoiler: vscode.l10n.t('Show hidden text'),
    done: vscode.l10n.t('Done'),
    notDone: vscode.l10n.t('Not done'),
    openPath: vscode.l10n.t('Open {0}'),
    openRoom: vscode.l10n.t('Open {0}'),
  };
}

function codeWords(): CodeWords {
  return {
    code: vscode.l10n.t('Code'),
    copy: vscode.l10n.t('Copy'),
    insert: vscode.l10n.t('Insert at Cursor'),
    openInEditor: vscode.l10n.t('Open in Editor'),
    compare: vscode.l10n.t('Compare with Active File'),
    showAllLines: vscode.l10n.t('Show all {0} lines'),
  };
}

function mediaWords(): MediaWords {
  return {
    picture: vscode.l10n.t('Picture'),
    load: vscode.l10n.t('Load'),
    alwaysFrom: vscode.l10n.t('Always from {0}'),
    liesWith: vscode.l10n.t('Lies on {0}, which would learn that you read this.'),
    enlarge: vscode.l10n.t('Show larger'),
    reduce: vscode.l10n.t('Show smaller'),
    play: vscode.l10n.t('Play {0}'),
    loading: vscode.l10n.t('Loading…'),
    cannotPlay: vscode.l10n.t('Cannot be played here.'),
    cannotShow: vscode.l10n.t('Cannot be shown here.'),
  };
}

function attachmentWords(): AttachmentWords {
  return {
    download: vscode.l10n.t('Download {0}'),
    removedFile: vscode.l10n.t('The file was removed.'),
    hasButtons: vscode.l10n.t('Buttons are not shown here.'),
    hasBlocks: vscode.l10n.t('Parts of this message are not shown here.'),
    goToQuoted: vscode.l10n.t('Go to Message'),
    showAttachment: vscode.l10n.t('Show attachment'),
    hideAttachment: vscode.l10n.t('Hide attachment'),
    tooDeep: vscode.l10n.t('More is quoted than is shown here.'),
  };
}

function threadWords(): ThreadWords {
  return {
    replies: { one: vscode.l10n.t('{0} reply'), many: vscode.l10n.t('{0} replies') },
    lastReply: vscode.l10n.t('last reply {0}'),
    unread: vscode.l10n.t('unread'),
    inThread: vscode.l10n.t('in a thread'),
    openDiscussion: vscode.l10n.t('Open Discussion'),
    messages: { one: vscode.l10n.t('{0} message'), many: vscode.l10n.t('{0} messages') },
    lastMessage: vscode.l10n.t('last message {0}'),
  };
}
