import type { CallOptions } from './client';
import { apiError } from './failure';
import type { Outgoing } from './request';

/**
 * What to pass as the code where the second factor is the `password`: its SHA-256 in hexadecimal, so that the
 * password itself is never sent. The server asks for it where an account has no other second factor and
 * `Accounts_TwoFactorAuthentication_Enforce_Password_Fallback` is on.
 *
 * @returns 64 digits: `{ secondFactor: { method: 'password', code: await passwordDigest(password) } }`.
 * @see apps/meteor/app/2fa/server/code/PasswordCheckFallback.ts
 */
export async function passwordDigest(password: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(password));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same call with the second factor that it was refused for. */
export function withSecondFactor(
  out: Outgoing,
  { method, code }: NonNullable<CallOptions['secondFactor']>,
): Outgoing {
  const guarded = { ...out, secrets: [...out.secrets, code].filter((secret) => secret !== '') };
  // No header can hold it, so it is none of the server's codes.
  if (!/^[\x21-\x7e]+$/.test(code)) {
    throw apiError({ kind: 'totpRequired', methods: [method], isWrongCode: true }, guarded);
  }
  return { ...guarded, headers: { ...out.headers, 'x-2fa-code': code, 'x-2fa-method': method } };
}
