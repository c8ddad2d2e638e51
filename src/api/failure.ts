import { ApiError, type FailedCall, type Failure } from './errors';
import { redacted } from './redact';
import type { Outgoing } from './request';
import { sentence } from './sentence';

/** What is known besides the kind. */
export interface Detail extends Omit<FailedCall, 'route'> {
  readonly cause?: unknown;
}

/** The only place where an `ApiError` is made: the server's words lose every secret of the call here. */
export function apiError(failure: Failure, out: Outgoing, detail: Detail = {}): ApiError {
  const { cause, serverText, ...known } = detail;
  const call: FailedCall = {
    route: out.route,
    ...known,
    ...(serverText !== undefined && { serverText: redacted(serverText, out.secrets).slice(0, 500) }),
  };
  const options = cause === undefined ? undefined : { cause };
  return new ApiError(sentence(failure, call, new URL(out.url).host), failure, call, options);
}
