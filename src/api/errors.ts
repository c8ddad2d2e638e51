/** Why a call failed; closed, so that a `switch` over `kind` is checked by the compiler. */
export type Failure =
  /** No answer at all: no network, name not found, connection refused or cut. */
  | { readonly kind: 'offline' }
  /** The deadline passed, or the caller's signal fired. */
  | { readonly kind: 'timeout' | 'cancelled' }
  /** 401: the token is not taken, or user and password are wrong. */
  | { readonly kind: 'signedOut' }
  /** A second factor is wanted; `methods` as the server lists them, the preferred one first. */
  | {
      readonly kind: 'totpRequired';
      readonly methods: readonly SecondFactor[];
      readonly isWrongCode: boolean;
    }
  /** Refused three times over, each time after the pause that the server asked for. */
  | { readonly kind: 'rateLimited'; readonly retryAt: Date }
  /** A missing right; nothing there. */
  | { readonly kind: 'forbidden' | 'notFound' }
  /**
   * `refused` carries the server's code or its plain words. `invalid` is a request that it cannot read, or
   * one that was not sent: `needs-release`, `path-segment`, `foreign-address`, `unreadable-file`.
   */
  | { readonly kind: 'refused' | 'invalid'; readonly code: string }
  /** 5xx, or a storage behind the server that wants no more calls. */
  | { readonly kind: 'server' }
  /** The certificate is not trusted, or the browser host may not ask this server. */
  | { readonly kind: 'certificate' | 'cors' }
  /** The answer is not the JSON it should be; `redirectedTo` when it points elsewhere. */
  | { readonly kind: 'protocol'; readonly redirectedTo?: string };

export type FailureKind = Failure['kind'];
export type SecondFactor = 'totp' | 'email' | 'password';

/** What is known of the answer, for logs and for decisions; never a secret. */
export interface FailedCall {
  /** `GET chat.getMessage` */
  readonly route: string;
  readonly status?: number;
  readonly errorType?: string;
  /** The server's own words, cut to 500 characters. */
  readonly serverText?: string;
}

/** The only error the api layer throws. `message` is plain English for people, `cause` for the log. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    readonly failure: Failure,
    readonly call: FailedCall,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function failureOf(error: unknown): Failure | undefined {
  return error instanceof ApiError ? error.failure : undefined;
}
