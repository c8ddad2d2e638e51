const admins = ['admin', 'owner', 'moderator'];
const owners = ['admin', 'owner'];
const people = ['admin', 'user', 'federated-external'];
const members = [...people, 'bot', 'app'];

/** Who holds a permission on a server that nobody has changed. */
const holders: readonly (readonly [roles: readonly string[], permissions: string])[] = [
  [['admin', 'bot', 'app'], 'api-bypass-rate-limit send-many-messages join-without-join-code'],
  [['bot', 'app'], 'message-impersonate bypass-time-limit-edit-and-delete'],
  [admins, 'pin-message edit-message delete-message post-readonly edit-room edit-room-avatar'],
  [admins, 'add-user-to-joined-room remove-user mute-user ban-user create-invite-links'],
  [admins, 'view-broadcast-member-list add-team-member edit-team-member move-room-to-team'],
  [admins, 'create-team-channel create-team-group edit-team-channel remove-team-channel'],
  [admins, 'delete-team-channel delete-team-group'],
  [owners, 'force-delete-message set-owner set-moderator set-leader set-readonly archive-room'],
  [owners, 'set-react-when-readonly delete-c delete-p toggle-room-e2e-encryption'],
  [owners, 'delete-team convert-team edit-team view-all-team-channels'],
  [people, 'delete-own-message'],
  [[...admins, 'user', 'federated-external'], 'mention-all mention-here view-outside-room'],
  [[...members, 'anonymous'], 'view-c-room leave-c leave-p'],
  [['guest', 'bot', 'app', 'anonymous'], 'view-joined-room'],
  [[...people, 'anonymous'], 'preview-c-room'],
  [[...members, 'guest', 'anonymous'], 'view-p-room'],
  [[...members, 'guest'], 'view-d-room'],
  [members, 'create-c create-p create-d'],
  [[...people, 'guest', 'app'], 'start-discussion'],
  [[...people, 'owner', 'app'], 'start-discussion-other-user'],
  [['admin', 'user'], 'create-personal-access-tokens create-team'],
  [['admin'], 'view-full-other-user-info view-statistics unarchive-room delete-d clean-channel-history'],
  [['admin'], 'add-all-to-room edit-room-retention-policy add-user-to-any-c-room view-join-code'],
  [['admin'], 'kick-user-from-any-c-room create-user delete-user edit-other-user-info'],
  [['admin'], 'edit-other-user-active-status edit-other-user-avatar assign-roles assign-admin-role'],
  [['admin'], 'logout-other-user user-generate-access-token view-user-administration'],
  [['admin'], 'view-room-administration view-other-user-channels view-privileged-setting'],
  [['admin'], 'edit-privileged-setting manage-emoji manage-oauth-apps view-all-teams'],
  [['admin'], 'edit-other-user-password manage-moderation-actions access-permissions get-server-info'],
  [['admin'], 'edit-other-user-totp edit-other-user-e2ee'],
  [['admin'], 'can-audit mail-messages'],
  [['admin'], 'manage-outgoing-integrations manage-own-outgoing-integrations'],
  [['admin'], 'manage-incoming-integrations manage-own-incoming-integrations'],
  [[], 'add-user-to-any-p-room kick-user-from-any-p-room'],
];

/** The roles of a new workspace. */
export const roles: readonly { readonly _id: string; readonly scope: 'Users' | 'Subscriptions' }[] = [
  ...['admin', 'user', 'bot', 'app', 'guest', 'anonymous', 'federated-external'].map((_id) => ({
    _id,
    scope: 'Users' as const,
  })),
  ...['owner', 'moderator', 'leader'].map((_id) => ({ _id, scope: 'Subscriptions' as const })),
];

interface Permission {
  readonly _id: string;
  readonly roles: readonly string[];
  /** Of those that somebody has changed. */
  readonly _updatedAt?: string;
}

/** Who may do what, until an administrator changes it. */
export class Permissions {
  private readonly ids = new Map<string, Permission>(
    holders.flatMap(([roles, names]) => names.split(' ').map((_id) => [_id, { _id, roles }] as const)),
  );

  /** A permission counts if any of the roles has it. */
  hold(roles: readonly string[], permission: string): boolean {
    const allowed = this.ids.get(permission);
    if (!allowed) throw new Error(`No default roles are known for the permission ${permission}`);
    return roles.some((role) => allowed.roles.includes(role));
  }

  has(permission: string): boolean {
    return this.ids.has(permission);
  }

  all(): Permission[] {
    return [...this.ids.values()];
  }

  grant(_id: string, { roles, at }: { readonly roles: readonly string[]; readonly at: string }): void {
    this.ids.set(_id, { _id, roles, _updatedAt: at });
  }
}
