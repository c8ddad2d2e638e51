import type { Account } from '../model/account';
import { preferencesFromWire } from '../model/user';

/** What a secret holds. The account is in it so that another window learns all from one change. */
export interface AccountRecord {
  readonly account: Account;
  /** Absent once the server no longer took it: the account waits for signing in again. */
  readonly token?: string;
}

export function recordFromText(text: string): AccountRecord | undefined {
  const value = parsed(text);
  if (!isObject(value)) return undefined;
  const account = accountFrom(value['account']);
  const token = value['token'];
  return account && { account, token: typeof token === 'string' ? token : undefined };
}

/** An account as an earlier version may have stored it, or undefined if it is none. */
export function accountFrom(value: unknown): Account | undefined {
  if (!isObject(value)) return undefined;
  const texts = ['id', 'server', 'userId', 'username'].map((key) => value[key]);
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  // Checked above; what else an account holds gets its default here.
  const account = value as unknown as Account;
  if (!URL.canParse(account.server)) return undefined;
  return {
    ...account,
    signedInBy: account.signedInBy === 'accessToken' ? 'accessToken' : 'password',
    preferences: { ...preferencesFromWire(), ...account.preferences },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Damaged, or not ours: the same as nothing.
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
