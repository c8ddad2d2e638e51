import { verifySync } from 'otplib';
import type { EmailCodes } from './emailCodes';
import type { User } from '../world/documents';
import type { World } from '../world/world';

export type Method = 'totp' | 'email';

export interface Asked {
  readonly code: string | undefined;
  /** Absent: the first that the user has. */
  readonly method: string | undefined;
}

/** Why a sign-in is not complete. */
export interface Refusal {
  readonly error: 'totp-required' | 'totp-invalid' | 'totp-max-attempts';
  readonly message: string;
  readonly details: Record<string, unknown>;
}

const secondsPerStep = 30;

/** The second step of a sign-in: authenticator codes by real time, e-mail codes by those sent. */
export class SecondFactor {
  constructor(
    private readonly codes: EmailCodes,
    private readonly now: () => number,
  ) {}

  /**
   * Undefined if the user may come in. Sends a code by e-mail where that is the way and none is on its way.
   */
  check(world: World, user: User, { code, method }: Asked): Refusal | undefined {
    const available = methodsOf(world, user);
    const chosen = method === 'totp' || method === 'email' ? method : available[0];
    if (!chosen || !world.isOn('Accounts_TwoFactorAuthentication_Enabled')) return undefined;
    const details = { method: chosen, ...this.prepare(world, user, chosen), availableMethods: available };
    if (code === undefined) return { error: 'totp-required', message: 'TOTP Required', details };
    const isRight = available.includes(chosen) && this.verify(world, user, { code, method: chosen });
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
    if (method === 'totp') return { codeGenerated: false };
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
