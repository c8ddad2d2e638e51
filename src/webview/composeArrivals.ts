import type { Disposable } from '../base/event';
import { Lifetime } from '../base/lifetime';
import { afterArrival } from '../model/compositionArrival';
import type { CompositionDraft, ListedDraft } from '../model/compositionDrafts';
import type { MessageId } from '../model/message';
import { sameValue } from '../model/sameValue';
import type { CurrentSession, Session } from '../model/session';
import { reported } from '../platform/command';
import { offerRemoval, type AskRemoval } from './composeEditing';

export interface ArrivalsOptions {
  readonly isOpen: (draft: string) => boolean;
  readonly onDidLetGo: (draft: string) => void;
  readonly askForRemoval: AskRemoval;
}

/** What arrives once its tab is closed: nobody else lets go of those drafts. */
export function followArrivals(current: CurrentSession, options: ArrivalsOptions): Disposable {
  const lifetime = new Lifetime();
  let ofSession = lifetime.own(new Lifetime());
  const follow = () => {
    ofSession.dispose();
    ofSession = lifetime.own(new Lifetime());
    const session = current.get();
    if (!session) return;
    const heed = ({ id }: { readonly id: MessageId }) =>
      void reported('let go of drafts', () => letGo(session, id, options));
    ofSession.own(session.sending.onDidArrive(heed));
  };
  lifetime.own(current.onDidChange(follow));
  follow();
  return lifetime;
}

async function letGo(
  session: Session,
  id: MessageId,
  { isOpen, onDidLetGo, askForRemoval }: ArrivalsOptions,
): Promise<void> {
  const { compositions } = session;
  const drafts = (await compositions.list()).filter((draft) => !isOpen(draft.id));
  for (const draft of drafts) {
    const after = afterArrival(contentOf(draft), id);
    // Meanwhile somebody may have gone on writing on it.
    if (!after || isOpen(draft.id) || !sameValue(await compositions.read(draft.id), draft)) continue;
    if (after !== 'done') {
      await compositions.write(draft.id, after);
      continue;
    }
    await compositions.remove(draft.id);
    onDidLetGo(draft.id);
    const { corrects } = draft;
    // It waits for the person; what else has arrived does not.
    if (corrects) void reported('delete old message', () => offerRemoval(session, corrects, askForRemoval));
  }
}

function contentOf({ id: _id, savedAt: _savedAt, ...content }: ListedDraft): CompositionDraft {
  return content;
}
