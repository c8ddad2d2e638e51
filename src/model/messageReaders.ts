import { ApiError } from '../api/errors';
import type { Message } from './message';
import { optionalText, parsed, present, text, time } from './parse';
import type { Session } from './session';

/** The server has not paid for it. */
export class NeedsLicence extends Error {
  override readonly name = 'NeedsLicence';
}

export interface Reader {
  readonly username: string;
  readonly name?: string;
  readonly readAt: number;
}

/** Who has read a message besides its author, the first one first. Throws `NeedsLicence`, and `ApiError`. */
export async function readersOf(session: Session, message: Message): Promise<readonly Reader[]> {
  const { receipts } = await asked(session, message);
  return parsed(receipts, ({ ts, user, userId }) => ({
    id: userId,
    username: text(present(user, 'a reader').username, 'a reader'),
    name: optionalText(user.name),
    readAt: time(ts, 'a reader'),
  }))
    .filter(({ id }) => id !== message.author.id)
    .map(({ username, name, readAt }) => ({ username, name, readAt }))
    .sort((one, other) => one.readAt - other.readAt);
}

async function asked({ client, signal }: Session, { id }: Message) {
  try {
    return await client.chat.getMessageReadReceipts({ messageId: id }, { signal });
  } catch (error) {
    const isUnpaid = error instanceof ApiError && error.call.errorType === 'error-action-not-allowed';
    throw isUnpaid ? new NeedsLicence('Read receipts need a licence.', { cause: error }) : error;
  }
}
