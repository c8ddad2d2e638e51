import * as vscode from 'vscode';

/** What the server says about a room, in words that follow its author's name. */
export function systemText(type: string, parameter: string): string {
  const words = sentences[type]?.(parameter);
  return words ?? (parameter || vscode.l10n.t('changed something in this room'));
}

type Sentence = (parameter: string) => string;

const sentences: Readonly<Record<string, Sentence | undefined>> = {
  uj: () => vscode.l10n.t('joined the room'),
  ul: () => vscode.l10n.t('left the room'),
  ut: () => vscode.l10n.t('joined the conversation'),
  ru: (user) => vscode.l10n.t('removed {0}', user),
  au: (user) => vscode.l10n.t('added {0}', user),
  ui: (user) => vscode.l10n.t('invited {0}', user),
  uir: () => vscode.l10n.t('rejected the invitation'),
  ujt: () => vscode.l10n.t('joined the team'),
  ult: () => vscode.l10n.t('left the team'),
  'added-user-to-team': (user) => vscode.l10n.t('added {0} to the team', user),
  'removed-user-from-team': (user) => vscode.l10n.t('removed {0} from the team', user),
  wm: (name) => vscode.l10n.t('welcomes {0}', name),
  r: (name) => vscode.l10n.t('renamed the room to {0}', name),
  message_pinned: () => vscode.l10n.t('pinned a message'),
  message_pinned_e2e: () => vscode.l10n.t('pinned a message'),
  'user-muted': (user) => vscode.l10n.t('muted {0}', user),
  'user-unmuted': (user) => vscode.l10n.t('unmuted {0}', user),
  'user-banned': (user) => vscode.l10n.t('banned {0}', user),
  'user-unbanned': (user) => vscode.l10n.t('unbanned {0}', user),
  'subscription-role-added': (user) => vscode.l10n.t('gave {0} a role', user),
  'subscription-role-removed': (user) => vscode.l10n.t('took a role from {0}', user),
  'new-owner': (user) => vscode.l10n.t('made {0} an owner', user),
  'owner-removed': (user) => vscode.l10n.t('removed {0} as an owner', user),
  'new-moderator': (user) => vscode.l10n.t('made {0} a moderator', user),
  'moderator-removed': (user) => vscode.l10n.t('removed {0} as a moderator', user),
  'new-leader': (user) => vscode.l10n.t('made {0} a leader', user),
  'leader-removed': (user) => vscode.l10n.t('removed {0} as a leader', user),
  'room-archived': () => vscode.l10n.t('archived the room'),
  'room-unarchived': () => vscode.l10n.t('unarchived the room'),
  room_changed_topic: (topic) => vscode.l10n.t('set the topic to {0}', topic),
  room_changed_description: (text) => vscode.l10n.t('set the description to {0}', text),
  room_changed_announcement: (text) => vscode.l10n.t('set the announcement to {0}', text),
  room_changed_avatar: () => vscode.l10n.t('changed the avatar of the room'),
  room_changed_privacy: (kind) => vscode.l10n.t('made the room {0}', kind),
  room_e2e_enabled: () => vscode.l10n.t('switched encryption on'),
  room_e2e_disabled: () => vscode.l10n.t('switched encryption off'),
  'room-set-read-only': () => vscode.l10n.t('made the room read-only'),
  'room-removed-read-only': () => vscode.l10n.t('made the room writable'),
  'room-allowed-reacting': () => vscode.l10n.t('allowed reactions'),
  'room-disallowed-reacting': () => vscode.l10n.t('disallowed reactions'),
  'discussion-created': (title) => vscode.l10n.t('started the discussion {0}', title),
  videoconf: () => vscode.l10n.t('started a call'),
};
