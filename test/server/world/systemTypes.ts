import type { Room } from './documents';

/** Types of messages that only the server makes. `e2e` is not among them: that is a person's message. */
const systemTypes = new Set(
  [
    ['uj', 'ul', 'ru', 'au', 'ui', 'uir', 'ut', 'ujt', 'ult', 'wm', 'r', 'rm'],
    ['added-user-to-team', 'removed-user-from-team', 'user-converted-to-team', 'user-converted-to-channel'],
    ['user-added-room-to-team', 'user-removed-room-from-team', 'user-deleted-room-from-team'],
    ['message_pinned', 'message_pinned_e2e', 'discussion-created', 'videoconf', 'command'],
    ['user-muted', 'user-unmuted', 'mute_unmute', 'user-banned', 'user-unbanned'],
    ['subscription-role-added', 'subscription-role-removed', 'new-owner', 'owner-removed'],
    ['new-moderator', 'moderator-removed', 'new-leader', 'leader-removed'],
    ['room-archived', 'room-unarchived', 'room_changed_privacy', 'room_changed_description'],
    ['room_changed_announcement', 'room_changed_avatar', 'room_changed_topic'],
    ['room_e2e_enabled', 'room_e2e_disabled', 'room-set-read-only', 'room-removed-read-only'],
    ['room-allowed-reacting', 'room-disallowed-reacting', 'abac-removed-user-from-room'],
  ].flat(),
);

export function isSystemType(type: string | undefined): boolean {
  return type !== undefined && (systemTypes.has(type) || /^(livechat|omnichannel)/.test(type));
}

/**
 * What a room does not show: by its own list, else by the workspace's, where one name may stand for two
 * types.
 */
export function hiddenTypes({ sysMes }: Room, setting: unknown): ReadonlySet<string> {
  if (Array.isArray(sysMes)) return new Set(sysMes);
  const names: unknown[] = Array.isArray(setting) ? setting : [];
  const types = names.flatMap((name) => (name === 'mute_unmute' ? ['user-muted', 'user-unmuted'] : [name]));
  return new Set(types.filter((type) => typeof type === 'string'));
}
