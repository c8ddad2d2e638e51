import * as vscode from 'vscode';
import type {
  ComposeWords,
  FilesWords,
  FooterWords,
  LookWords,
  MoreWords,
  OutcomeWords,
  ToWords,
} from '../protocol/composeWords';

export function composeWords(): ComposeWords {
  return {
    title: vscode.l10n.t('Compose Message'),
    isPayload: vscode.l10n.t(
      'This form is the body of chat.postMessage. JSON of such a message, pasted anywhere, fills it.',
    ),
    to: toWords(),
    message: vscode.l10n.t('Message'),
    left: vscode.l10n.t('{0} of {1} characters left'),
    look: lookWords(),
    more: moreWords(),
    files: filesWords(),
    attachments: vscode.l10n.t('Attachments'),
    attachmentsLocked: vscode.l10n.t('Rocket.Chat cannot change attachments after a message was sent.'),
    close: vscode.l10n.t('Close'),
    preview: vscode.l10n.t('Preview'),
    previewEmpty: vscode.l10n.t('The message shows here as it is going to arrive.'),
    outcome: outcomeWords(),
    footer: footerWords(),
  };
}

function toWords(): ToWords {
  return {
    label: vscode.l10n.t('To'),
    add: vscode.l10n.t('Add a room or person'),
    addMore: vscode.l10n.t('Add another'),
    chosen: vscode.l10n.t('Goes to'),
    results: vscode.l10n.t('Rooms and people'),
    walk: vscode.l10n.t('Left Arrow leads to those that were added, Delete takes one off.'),
    remove: vscode.l10n.t('Remove {0}'),
    added: vscode.l10n.t('{0} was added.'),
    removed: vscode.l10n.t('{0} was removed.'),
    foundOne: vscode.l10n.t('{0} result'),
    foundMany: vscode.l10n.t('{0} results'),
    foundNone: vscode.l10n.t('No room or person is called so.'),
    untaken: vscode.l10n.t('Pick a room or person for “{0}”, or clear the field.'),
    thread: vscode.l10n.t('Thread in {0}: {1}'),
    alsoTo: vscode.l10n.t('Also send to {0}'),
    locked: vscode.l10n.t('A message that was sent stays where it is.'),
  };
}

function lookWords(): LookWords {
  return {
    emoji: vscode.l10n.t('Emoji in place of the avatar'),
    emojiHint: vscode.l10n.t('A short code, such as :tada:'),
    pickEmoji: vscode.l10n.t('Pick Emoji'),
    alias: vscode.l10n.t('Name in place of yours'),
    avatar: vscode.l10n.t('Picture in place of the avatar'),
    avatarHint: vscode.l10n.t('Web address of a picture'),
    noRight: vscode.l10n.t(
      'Another name or picture needs the permission message-impersonate. Only the bot role has it: administrators lack it too.',
    ),
  };
}

function moreWords(): MoreWords {
  return {
    label: vscode.l10n.t('More'),
    previews: vscode.l10n.t('Link previews'),
    previewsByServer: vscode.l10n.t('As the server decides'),
    previewsShown: vscode.l10n.t('Show'),
    previewsNone: vscode.l10n.t('None'),
    customFields: vscode.l10n.t('Custom fields'),
    customFieldsHint: vscode.l10n.t('JSON of an object'),
  };
}

function filesWords(): FilesWords {
  return {
    label: vscode.l10n.t('Files'),
    add: vscode.l10n.t('Add Files…'),
    addHint: vscode.l10n.t('Add files; or paste them, or drop them while holding Shift'),
    description: vscode.l10n.t('Description of {0}'),
    describe: vscode.l10n.t('Description'),
    drag: vscode.l10n.t('Drag to another place, or press Alt+Up or Alt+Down'),
    moved: vscode.l10n.t('{0} is now {1} of {2}.'),
    removed: vscode.l10n.t('{0} was removed.'),
    notInEdit: vscode.l10n.t('Rocket.Chat cannot add files to a message that was sent.'),
  };
}

function outcomeWords(): OutcomeWords {
  return {
    label: vscode.l10n.t('Delivery'),
    sending: vscode.l10n.t('{0}: sending…'),
    waiting: vscode.l10n.t('{0}: waiting. {1}.'),
    delivered: vscode.l10n.t('{0}: delivered'),
    failed: vscode.l10n.t('{0}: not sent. {1}'),
    retry: vscode.l10n.t('Retry {0}'),
    stays: vscode.l10n.t('The draft stays until it has arrived everywhere.'),
  };
}

function footerWords(): FooterWords {
  return {
    kept: vscode.l10n.t('Draft kept'),
    notKept: vscode.l10n.t('Draft not kept yet'),
    toNobody: vscode.l10n.t('to nobody yet'),
    toOne: vscode.l10n.t('to {0} target'),
    toMany: vscode.l10n.t('to {0} targets'),
    as: vscode.l10n.t('as {0}'),
    problemsOne: vscode.l10n.t('{0} field needs a look'),
    problemsMany: vscode.l10n.t('{0} fields need a look'),
    sending: vscode.l10n.t('Sending…'),
    copyJson: vscode.l10n.t('Copy as JSON'),
    copyCurl: vscode.l10n.t('Copy as cURL'),
    copyHint: vscode.l10n.t('Never holds your token'),
    discard: vscode.l10n.t('Discard'),
    correctedCopy: vscode.l10n.t('Send Corrected Copy'),
    correctedCopyHint: vscode.l10n.t('Send it anew, with other attachments, and delete this one if you like'),
    send: vscode.l10n.t('Send'),
    save: vscode.l10n.t('Save Changes'),
    withKey: vscode.l10n.t('{0} ({1})'),
  };
}
