type Body = Record<string, unknown>;

/** A refusal with its answer ready: status and body as the server sends them. */
export class Rejection extends Error {
  override readonly name = 'Rejection';

  constructor(
    readonly status: 400 | 401 | 403 | 404 | 429 | 500 | 503,
    readonly body: Body,
  ) {
    super(JSON.stringify(body));
  }
}

/** What a handler answers by a thrown Meteor error: 403 for the two codes of a missing right, else 400. */
export function meteorError(code: string, reason?: string, details?: unknown): Rejection {
  const error = reason === undefined ? `[${code}]` : `${reason} [${code}]`;
  if (code === 'unauthorized' || code === 'error-unauthorized') {
    return new Rejection(403, { success: false, error });
  }
  return new Rejection(400, {
    success: false,
    error,
    errorType: code,
    ...(details === undefined ? {} : { details }),
  });
}

/** A plain error or a returned failure: 400 with a text and no `errorType`. */
export function plainError(message: string): Rejection {
  return new Rejection(400, { success: false, error: message });
}

/** What is none of the things that it might be. */
export function matchesNone(): Rejection {
  return plainError('Match error: Failed Match.OneOf, Match.Maybe or Match.Optional validation');
}

/** A returned failure with keys of its own; none at all is `{"success":false}`. */
export function failure(keys: Body = {}): Rejection {
  return new Rejection(400, { success: false, ...keys });
}

export function forbidden(text = 'unauthorized'): Rejection {
  return new Rejection(403, { success: false, error: text });
}

/** A few methods say so to people who are signed in. */
export function unauthorized(): Rejection {
  return new Rejection(401, { success: false, error: 'unauthorized' });
}

export function notFound(text = 'Resource not found'): Rejection {
  return new Rejection(404, { success: false, error: text });
}

/** The route's permission is missing: checked before validation. */
export function missingPermission(): Rejection {
  return forbidden('User does not have the permissions required for this action [error-unauthorized]');
}

export function notSignedIn(): Rejection {
  const text = 'You must be logged in to do this.';
  return new Rejection(401, { success: false, error: text, status: 'error', message: text });
}
