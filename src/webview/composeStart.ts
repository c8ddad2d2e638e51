import { formOf } from '../model/compositionMessage';
import { fromPayload } from '../model/compositionPayload';
import { emptyComposition, type Composition, type ThreadTarget } from '../model/composition';
import type { Message } from '../model/message';
import { shownPreviews } from '../model/messageEditing';
import { shortened, summaryOf } from '../model/messageText';
import type { Place } from '../model/place';
import { lookUp } from '../model/roomArrival';
import type { Written } from '../model/sendingFile';
import { withQuotes } from '../model/sendingText';
import type { Session } from '../model/session';
import { targetOfRoom } from './composePlace';

/** An empty form that goes there. Throws `ApiError` for a room that cannot be looked up. */
export async function formFor(session: Session, place: Place | undefined): Promise<Composition> {
  if (!place) return emptyComposition;
  const room = await lookUp(session, place.room);
  return { ...emptyComposition, targets: [targetOfRoom(room)], ...threadKey(session, place) };
}

/** A message that was sent, as it stands in the form. */
export async function editedForm(session: Session, message: Message): Promise<Composition> {
  const room = await lookUp(session, message.room);
  return {
    ...formOf(message),
    parseUrls: shownPreviews(message),
    targets: [targetOfRoom(room)],
    ...threadKey(session, message),
  };
}

/** A message that has not arrived, as it stands in the form. */
export async function writtenForm(session: Session, place: Place, written: Written): Promise<Composition> {
  const { previewUrls, ...extras } = written.extras ?? {};
  const text = await withQuotes(session, place, written);
  const { targets, thread } = await formFor(session, place);
  return {
    ...fromPayload({ ...extras, text, ...(previewUrls?.length === 0 && { parseUrls: false }) }),
    targets,
    ...(thread && { thread: { ...thread, alsoToRoom: written.alsoToRoom } }),
  };
}

function threadKey(
  session: Session,
  { thread: id, isShownInRoom: alsoToRoom = false }: Pick<Message, 'thread' | 'isShownInRoom'>,
): { readonly thread?: ThreadTarget } {
  return id === undefined ? {} : { thread: { id, label: beginningOf(session, id), alsoToRoom } };
}

const longestLabel = 80;

/** How the first message of a thread begins; nothing where it is not known. */
function beginningOf(session: Session, id: NonNullable<Message['thread']>): string {
  const first = session.messages.get(id);
  const summary = first && summaryOf(first);
  return summary?.kind === 'text' ? shortened(summary.text, longestLabel) : '';
}
