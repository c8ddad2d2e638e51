import type { SeedMessage, SeedRoom, SeedUser, SeedView } from '../data/seed';
import { emptyAccount } from './accounts';
import type { Room, User } from './documents';
import type { Draft } from './posting';
import { passwordDigest, refOf } from './users';
import type { World } from './world';

export function accountOf(world: World, seed: SeedUser): User {
  const { status = 'offline', statusText = '', utcOffset = 0, type = 'user' } = seed;
  return {
    ...emptyAccount(world),
    _id: seed.id,
    username: seed.username,
    name: seed.name,
    type,
    roles: [...seed.roles],
    emails: [{ address: seed.email, verified: true }],
    status,
    statusConnection: status,
    statusText,
    utcOffset,
    preferences: { ...seed.preferences },
    secret: secretOf(world, seed),
  };
}

function secretOf(world: World, seed: SeedUser): User['secret'] {
  const { password, totpSecret, emailSecondFactor, accessTokens = [] } = seed;
  return {
    // Where there is none, one that nobody knows: an empty password must not open the account.
    passwordSha256: passwordDigest(password === '' ? world.newReadableId() : password),
    tokens: accessTokens.map(({ name, token }) => ({
      value: token,
      kind: 'personal',
      name,
      createdAt: world.timestamp(),
    })),
    ...(totpSecret !== undefined && { totpSecret }),
    ...(emailSecondFactor !== undefined && { emailSecondFactor }),
  };
}

export function roomOf(world: World, seed: SeedRoom, users: readonly User[]): Room {
  const [owner] = seed.kind === 'd' ? [] : users;
  return {
    _id: seed.id,
    t: seed.kind,
    ...(seed.name !== undefined && { name: seed.name, fname: seed.fname ?? seed.name }),
    ...(seed.kind === 'd' && {
      uids: users.map((user) => user._id).sort(),
      usernames: users.map((user) => user.username),
    }),
    ...(owner && { u: refOf(owner) }),
    ...roomText(seed),
    ...roomState(seed),
    ...roomBelonging(seed),
    msgs: 0,
    usersCount: users.length,
    ts: world.timestamp(),
    _updatedAt: world.timestamp(),
  };
}

function roomText({ topic, description, announcement }: SeedRoom) {
  return {
    ...(topic !== undefined && { topic }),
    ...(description !== undefined && { description }),
    ...(announcement !== undefined && { announcement }),
  };
}

function roomState(seed: SeedRoom) {
  return {
    default: seed.isDefault === true,
    ro: seed.readOnly === true,
    sysMes: true,
    ...(seed.encrypted && { encrypted: true }),
    ...(seed.silenced && { muted: [...seed.silenced] }),
  };
}

function roomBelonging({ discussionOf, team }: SeedRoom) {
  return {
    ...(discussionOf !== undefined && { prid: discussionOf }),
    ...(team && { teamId: team.id }),
    ...(team?.main && { teamMain: true }),
  };
}

export function roleIn(seed: SeedRoom, user: User): string | undefined {
  if (user.username === seed.members[0]) return 'owner';
  return seed.moderators?.includes(user.username) ? 'moderator' : undefined;
}

export function draftOf(world: World, seed: SeedMessage): Draft {
  const { file } = seed;
  return {
    _id: seed.id,
    msg: seed.text.replaceAll('{{site}}', world.text('Site_Url')),
    ...(seed.type !== undefined && { t: seed.type }),
    ...(seed.thread !== undefined && { tmid: seed.thread, tshow: seed.alsoInChannel ?? false }),
    ...(seed.attachments && { attachments: seed.attachments.map((attachment) => ({ ...attachment })) }),
    ...(file && { file: fileOf(file), files: [fileOf(file)] }),
    ...appearance(seed),
    ...(seed.discussion !== undefined && { drid: seed.discussion }),
    ...(seed.content && { content: { ...seed.content }, e2e: 'pending' }),
  };
}

function appearance({ alias, emoji, avatar }: SeedMessage) {
  return {
    ...(alias !== undefined && { alias }),
    ...(emoji !== undefined && { emoji }),
    ...(avatar !== undefined && { avatar }),
  };
}

function fileOf({ id, name, type, size }: NonNullable<SeedMessage['file']>) {
  return { _id: id, name, type, size, format: name.split('.').at(-1) ?? '' };
}

export function flagsOf(view: SeedView) {
  return {
    ...(view.favorite && { f: true }),
    ...(view.hideUnreadStatus && { hideUnreadStatus: true }),
    ...(view.hideMentionStatus && { hideMentionStatus: true }),
    ...(view.disableNotifications && { disableNotifications: true }),
  };
}
