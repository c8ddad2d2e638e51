import { ApiError, type FailedCall, type Failure } from './errors';
import type { Outgoing } from './request';
import { sentence } from './sentence';
import type { Missing } from './versions';

/** What is known besides the kind. */
export interface Detail extends Omit<FailedCall, 'route'> {
  readonly cause?: unknown;
}

/** The only place where an `ApiError` is made. Texts of the server have lost the call's secrets before. */
export function apiError(failure: Failure, out: Outgoing, detail: Detail = {}): ApiError {
  const { cause, ...known } = detail;
  const call: FailedCall = { route: out.route, ...known };
  const options = cause === undefined ? undefined : { cause };
  return new ApiError(sentence(failure, call, new URL(out.url).host), failure, call, options);
}

/** Nothing was sent: the server is known to lack what the call is about. */
export function tooOld({ needs, version, about }: Missing, { route, url }: Outgoing): ApiError {
  const { host } = new URL(url);
  const words = `${host} runs Rocket.Chat ${version}, which is too old: ${about} needs ${needs} or newer.`;
  return new ApiError(words, { kind: 'invalid', code: 'needs-release' }, { route });
}
