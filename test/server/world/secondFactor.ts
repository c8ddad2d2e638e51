import { verifySync } from 'otplib';
import type { EmailCodes } from './emailCodes';
import type { User } from './documents';
import type { World } from './world';

type Method = 'totp' | 'email' | 'password';

interface Asked {
  readonly code: string | undefined;
  /** Absent: the first that the user has. */
  readonly method: string | undefined;
  /** Whether the password stands in for who has no other; `never` if absent. */
  readonly password?: 'never' | 'bySetting' | 'always';
}

/** Why a sign-in, or whatever else asks for a second factor, is not complete. */
interface Refusal {
  readonly error: 'totp-required' | 'totp-invalid' | 'totp-max-attempts';
  readonly message: string;
  readonly details: Record<string, unknown>;
}

const secondsPerStep = 30;

/** Second factors: authenticator codes by real time, e-mail codes by those sent, else the password. */
export class SecondFactor {
  constructor(
    private readonly codes: EmailCodes,
    /** The outer world's time, by which codes live and die. */
    readonly now: () => number,
  ) {}

  /**
   * Undefined if the user may come in. Sends a code by e-mail where that is the way and none is on its way.
   */
  check(world: World, user: User, asked: Asked): Refusal | undefined {
    if (!world.isOn('Accounts_TwoFactorAuthentication_Enabled')) return undefined;
    const available = methodsOf(world, user);
    const chosen = wayOf(world, asked, available);
    if (!chosen) return undefined;
    const details = { method: chosen, ...this.prepare(world, user, chosen), availableMethods: available };
    const { code } = asked;
    if (!code) return { error: 'totp-required', message: 'TOTP Required', details };
    const isPossible = chosen === 'password' || available.includes(chosen);
    const isRight = isPossible && this.verify(world, user, { code, method: chosen });
    return isRight ? undefined : { ...this.wrong(world, user, chosen), details };
  }

  private wrong(world: World, user: User, method: Method): Omit<Refusal, 'details'> {
    return method === 'email' && this.exhausted(world, user)
      ? { error: 'totp-max-attempts', message: 'TOTP Maximun Failed Attempts Reached' }
      : { error: 'totp-invalid', message: 'TOTP Invalid' };
  }

  sendEmailCode(world: World, user: User): void {
    this.codes.send(user._id, world.number('Accounts_TwoFactorAuthentication_By_Email_Code_Expiration'));
  }

  private prepare(world: World, user: User, method: Method): Record<string, unknown> {
    if (method !== 'email') return { codeGenerated: false };
    const emailOrUsername = user.username || verifiedAddress(user);
    const codeExpires = this.codes.expiry(user._id);
    if (codeExpires && !this.exhausted(world, user)) {
      return { emailOrUsername, codeGenerated: false, codeExpires };
    }
    this.sendEmailCode(world, user);
    return { codeGenerated: true, emailOrUsername };
  }

  private verify(world: World, user: User, { code, method }: { code: string; method: Method }): boolean {
    if (method === 'email') return this.codes.verify(user._id, code);
    if (method === 'password') return user.secret.passwordSha256 === code.toLowerCase();
    const secret = user.secret.totpSecret;
    if (secret === undefined || !/^\d{6}$/.test(code)) return false;
    const steps = world.number('Accounts_TwoFactorAuthentication_MaxDelta');
    const epoch = Math.floor(this.now() / 1000);
    return verifySync({ secret, token: code, epoch, epochTolerance: steps * secondsPerStep }).valid;
  }

  private exhausted(world: World, user: User): boolean {
    const most = world.number('Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts');
    return this.codes.wrongAttempts(user._id) >= most;
  }
}

/** The way that the client names, the first that the user has, or the password where that is allowed. */
function wayOf(
  world: World,
  { method, password = 'never' }: Asked,
  available: readonly Method[],
): Method | undefined {
  if (method === 'totp' || method === 'email') return method;
  if (available[0] || password === 'never') return available[0];
  const stands = world.isOn('Accounts_TwoFactorAuthentication_Enforce_Password_Fallback');
  return password === 'always' || stands ? 'password' : undefined;
}

function methodsOf(world: World, user: User): Method[] {
  const found: Method[] = [];
  const byTotp = world.isOn('Accounts_TwoFactorAuthentication_By_TOTP_Enabled');
  if (byTotp && user.secret.totpSecret !== undefined) found.push('totp');
  const byEmail = world.isOn('Accounts_TwoFactorAuthentication_By_Email_Enabled');
  if (byEmail && user.secret.emailSecondFactor && verifiedAddress(user) !== undefined) found.push('email');
  return found;
}

function verifiedAddress(user: User): string | undefined {
  return user.emails.find((email) => email.verified)?.address;
}
