import * as vscode from 'vscode';
import type {
  AuthorWords,
  CommonWords,
  ComposeAttachmentWords,
  FieldsWords,
  KeptWords,
  MediaWords,
  SaidWords,
  TitleWords,
} from '../protocol/composeAttachmentWords';

export function composeAttachmentWords(): ComposeAttachmentWords {
  return {
    ...cardWords(),
    said: saidWords(),
    title: titleWords(),
    common: commonWords(),
    author: authorWords(),
    media: mediaWords(),
    fields: fieldsWords(),
    kept: keptWords(),
  };
}

type Groups = 'said' | 'title' | 'common' | 'author' | 'media' | 'fields' | 'kept';

function cardWords(): Omit<ComposeAttachmentWords, Groups> {
  return {
    add: vscode.l10n.t('Add Attachment'),
    untitled: vscode.l10n.t('Attachment'),
    card: vscode.l10n.t('Attachment {0} of {1}: {2}'),
    moveUp: vscode.l10n.t('Move Up'),
    moveDown: vscode.l10n.t('Move Down'),
    withKeyUp: vscode.l10n.t('{0} (Alt+Up)'),
    withKeyDown: vscode.l10n.t('{0} (Alt+Down)'),
    drag: vscode.l10n.t('Drag to another place'),
    duplicate: vscode.l10n.t('Duplicate'),
    remove: vscode.l10n.t('Remove'),
    undo: vscode.l10n.t('Undo'),
    yes: vscode.l10n.t('Yes'),
    problemWithin: vscode.l10n.t('A field in here needs a look'),
  };
}

function saidWords(): SaidWords {
  return {
    moved: vscode.l10n.t('Moved to {0} of {1}'),
    copied: vscode.l10n.t('The copy is {0} of {1}'),
    removed: vscode.l10n.t('Removed “{0}”.'),
    restored: vscode.l10n.t('Brought back as {0} of {1}'),
    fieldRemoved: vscode.l10n.t('Field removed'),
  };
}

function titleWords(): TitleWords {
  return {
    title: vscode.l10n.t('Title'),
    link: vscode.l10n.t('Title link'),
    download: vscode.l10n.t('Offer the link as a download'),
  };
}

function commonWords(): CommonWords {
  return {
    text: vscode.l10n.t('Text'),
    color: vscode.l10n.t('Color'),
    colorHint: vscode.l10n.t('Name or CSS color'),
    pickColor: vscode.l10n.t('Pick Color'),
    namedColors: vscode.l10n.t('Named colors'),
    noColor: vscode.l10n.t('No color'),
    time: vscode.l10n.t('Time'),
    timeHint: vscode.l10n.t('YYYY-MM-DD HH:mm'),
    pickTime: vscode.l10n.t('Pick Date and Time'),
    now: vscode.l10n.t('Now'),
    nowTip: vscode.l10n.t('Fill in the present time'),
    messageLink: vscode.l10n.t('Message link'),
    messageLinkOff: vscode.l10n.t('Needs a time: the time becomes the link.'),
    thumb: vscode.l10n.t('Thumbnail address'),
    collapsed: vscode.l10n.t('Collapsed at first'),
  };
}

function authorWords(): AuthorWords {
  return {
    group: vscode.l10n.t('Author'),
    name: vscode.l10n.t('Name'),
    link: vscode.l10n.t('Link'),
    icon: vscode.l10n.t('Icon address'),
  };
}

function mediaWords(): MediaWords {
  return {
    group: vscode.l10n.t('Image, audio, video'),
    image: vscode.l10n.t('Image address'),
    audio: vscode.l10n.t('Audio address'),
    video: vscode.l10n.t('Video address'),
  };
}

function fieldsWords(): FieldsWords {
  return {
    group: vscode.l10n.t('Fields'),
    row: vscode.l10n.t('Field {0} of {1}'),
    title: vscode.l10n.t('Title'),
    value: vscode.l10n.t('Value'),
    short: vscode.l10n.t('Short'),
    shortTip: vscode.l10n.t('Short fields stand side by side'),
    add: vscode.l10n.t('Add Field'),
  };
}

function keptWords(): KeptWords {
  return {
    also: vscode.l10n.t('Also kept: {0}'),
    remove: vscode.l10n.t('Remove What Is Also Kept'),
  };
}
