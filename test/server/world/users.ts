import { createHash, randomBytes } from 'node:crypto';
import type { Token, User, UserRef } from './documents';

/** All accounts, found by whatever a request may name them by. */
export class Users {
  private readonly ids = new Map<string, User>();
  private readonly names = new Map<string, User>();
  private readonly addresses = new Map<string, User>();
  private readonly tokens = new Map<string, User>();

  /** Told of each person of whose tokens some have gone. */
  constructor(private readonly onTokensGone: (user: User) => void = () => undefined) {}

  all(): User[] {
    return [...this.ids.values()];
  }

  byId(id: string): User | undefined {
    return this.ids.get(id);
  }

  byUsername(username: string): User | undefined {
    const user = this.byUsernameIgnoringCase(username);
    return user?.username === username ? user : undefined;
  }

  byUsernameIgnoringCase(username: string): User | undefined {
    return this.names.get(username.toLowerCase());
  }

  byEmail(address: string): User | undefined {
    return this.addresses.get(address.toLowerCase());
  }

  byToken(value: string): User | undefined {
    return this.tokens.get(value);
  }

  add(user: User): void {
    this.ids.set(user._id, user);
    this.names.set(user.username.toLowerCase(), user);
    for (const email of user.emails) this.addresses.set(email.address.toLowerCase(), user);
    for (const token of user.secret.tokens) this.tokens.set(token.value, user);
  }

  remove(user: User): void {
    this.ids.delete(user._id);
    this.names.delete(user.username.toLowerCase());
    for (const email of user.emails) this.addresses.delete(email.address.toLowerCase());
    this.keepTokens(user, () => false);
  }

  rename(user: User, username: string): void {
    this.names.delete(user.username.toLowerCase());
    user.username = username;
    this.names.set(username.toLowerCase(), user);
  }

  /** The only address from then on. */
  setEmail(user: User, address: string, verified: boolean): void {
    for (const email of user.emails) this.addresses.delete(email.address.toLowerCase());
    user.emails = [{ address, verified }];
    this.addresses.set(address.toLowerCase(), user);
  }

  addToken(user: User, token: Token): void {
    user.secret.tokens.push(token);
    this.tokens.set(token.value, user);
  }

  /** Does nothing for a token that is not there. */
  removeToken(value: string): void {
    const user = this.tokens.get(value);
    if (user) this.keepTokens(user, (token) => token.value !== value);
  }

  /** Takes all others away. */
  keepTokens(user: User, isKept: (token: Token) => boolean): void {
    for (const token of user.secret.tokens) if (!isKept(token)) this.tokens.delete(token.value);
    user.secret.tokens = user.secret.tokens.filter(isKept);
    this.onTokensGone(user);
  }
}

/** What is kept of a password, and what a client may send in its place. */
export function passwordDigest(password: string): string {
  return createHash('sha256').update(password).digest('hex');
}

/** One that nobody has thought of. */
export function newPassword(): string {
  return randomBytes(18).toString('base64url');
}

/** How a document names a user. */
export function refOf(user: User): UserRef {
  return { _id: user._id, username: user.username, name: user.name };
}
