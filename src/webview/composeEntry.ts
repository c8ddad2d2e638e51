import type { Composition } from '../model/composition';
import type { Draft } from '../model/drafts';
import type { Message } from '../model/message';
import { placeFrom, type Place } from '../model/place';
import { withQuotes } from '../model/sendingText';
import type { Session } from '../model/session';
import type { FileToSend, HeldFile } from '../model/uploads';
import { explain } from '../platform/explain';
import { log } from '../platform/log';
import { handle } from './handlers';
import type { MakePart, OpenPage } from './part';
import type { FromPage } from './protocol/conversation';
import { draftFrom } from './sendingDraft';
import { notThere } from './sendingWords';

/** Where composers open. */
export interface Composers {
  /** Resolves once it is kept; throws where it is not. */
  compose(session: Session, start: Start): Promise<void>;
  edit(session: Session, message: Message, text: string): Promise<void>;
}

interface Start {
  readonly place: Place;
  readonly form?: Partial<Composition>;
  readonly files?: readonly FileToSend[];
}

/** The answer box's way to a composer: what stands in the box goes along. */
export function composeEntry(composers: () => Composers): MakePart {
  return (page) => ({
    begin: () => undefined,
    heed: (message) => handle(message, { compose: (asked) => void move(page, asked, composers()) }),
    dispose: () => undefined,
  });
}

type Asked = Extract<FromPage, { type: 'compose' }>;

/** Where that fails, it stands in the box again. */
async function move(
  page: OpenPage,
  { place: where, draft: view }: Asked,
  composers: Composers,
): Promise<void> {
  const place = placeFrom(where);
  if (!place) return;
  const draft = draftFrom(view);
  const held = await page.session.drafts.hold(place, draft);
  try {
    await open(page, { place, draft }, composers);
    await held.release();
  } catch (error) {
    log.error('compose', error);
    await held.giveBack();
    page.tell({ type: 'refused', place, draft, reason: explain(error) });
  }
}

interface Moving {
  readonly place: Place;
  readonly draft: Draft;
}

async function open({ session }: OpenPage, { place, draft }: Moving, composers: Composers): Promise<void> {
  const { text, edits, quotes = [] } = draft;
  if (edits) {
    const message = session.messages.get(edits);
    if (!message) throw new Error(notThere());
    return composers.edit(session, message, await withQuotes(session, place, { text, quotes }));
  }
  const files = filesIn(session, place);
  const isEmpty = text.trim() === '' && quotes.length === 0 && files.length === 0;
  if (isEmpty) return composers.compose(session, { place });
  const form = { text: await withQuotes(session, place, { text, quotes }) };
  await composers.compose(session, { place, form, files });
  for (const { id } of files) session.uploads.remove(id);
}

/** One that may have been posted stays: only there it is known how to find out. */
function filesIn({ uploads }: Session, place: Place): readonly HeldFile[] {
  const unclear = new Set(uploads.of(place).flatMap(({ id, isInDoubt }) => (isInDoubt ? [id] : [])));
  return uploads.waiting(place).filter(({ id }) => !unclear.has(id));
}
