import type { Disposable } from '../base/event';
import { messageId, type MessageId } from './message';
import { isRecord, optionalText, records } from './parse';
import { placeFrom, type Place } from './place';
import type { Written } from './sendingFile';
import type { CurrentSession, Session } from './session';
import type { Shelf } from './shelf';

const shelfKey = 'unsent';

/** Where earlier versions kept what they could not send: taken over by each account as it comes into use. */
export function emptyUnsentShelf(
  shelf: Shelf,
  sessions: CurrentSession,
  drop: (error: unknown) => void,
): Disposable {
  // One account after the other: each leaves what belongs to the rest.
  let turn = Promise.resolve();
  const follow = (session: Session | undefined) => {
    if (session) turn = turn.then(() => takeOver(shelf, session)).catch(drop);
  };
  follow(sessions.get());
  return sessions.onDidChange(follow);
}

async function takeOver(shelf: Shelf, { account, sending }: Session): Promise<void> {
  const parcels = records(shelf.get(shelfKey));
  if (parcels.length === 0) return;
  const isMine = (parcel: Content) => parcel['account'] === account.id;
  for (const parcel of parcels.filter(isMine)) {
    const left = entryIn(parcel);
    if (left) await sending.takeOver(left);
  }
  const others = parcels.filter((parcel) => !isMine(parcel));
  await shelf.update(shelfKey, others.length > 0 ? others : undefined);
}

type Content = Readonly<Record<string, unknown>>;
type Left = Written & { readonly id: MessageId; readonly place: Place };

/** Undefined where an earlier version put something else there. */
function entryIn({ entry, kind }: Content): Left | undefined {
  if (!isRecord(entry)) return undefined;
  const [id, text] = [optionalText(entry['id']), optionalText(entry['text'])];
  const place = placeFrom(entry);
  if (id === undefined || text === undefined || !place) return undefined;
  const alsoToRoom = entry['isShownInRoom'] === true;
  return {
    ...{ id: messageId(id), place, text, quotes: [], alsoToRoom },
    kind: kind === 'reply' ? 'reply' : 'share',
  };
}
