import { toPayload } from '../model/compositionPayload';
import type { Extras } from '../model/sendingExtras';
import { messageId } from '../model/message';
import { roomId } from '../model/room';
import type { Session } from '../model/session';
import type { ComposeDraft } from './composeDraft';
import { fileAttachment } from './composeFileViews';
import type { Beholder } from './messageView';
import { outgoingView } from './outgoingView';
import type { MessageView } from './protocol/message';

type Previewing = Pick<Session, 'account' | 'knownSettings'>;

interface Seen {
  readonly beholder: Beholder;
  readonly now: number;
}

/** As it is going to arrive: the message, and those of the files that follow it. */
export interface Preview {
  readonly message: MessageView;
  readonly more: readonly MessageView[];
}

export function previewOf(
  session: Previewing,
  draft: Pick<ComposeDraft, 'form' | 'files'>,
  seen: Seen,
): Preview {
  const { text = '', alias, emoji, avatar, customFields, attachments } = toPayload(draft.form);
  const words = { text, extras: { alias, emoji, avatar, customFields, attachments } };
  const message = arrivingView(session, words, seen);
  const files = draft.files.map((file) => [fileAttachment(file)]);
  // In the person's own name.
  const bare = arrivingView(session, { text: '', extras: {} }, seen);
  const more = files.map((attached, at) => ({ ...bare, id: `${bare.id}${at}`, attachments: attached }));
  const [first] = files;
  if (!first || !goesWithText(draft)) return { message, more };
  return { message: { ...message, attachments: first }, more: more.slice(1) };
}

/** By the same way as one that is being sent. */
function arrivingView(
  session: Previewing,
  { text, extras }: { readonly text: string; readonly extras: Extras },
  { beholder, now }: Seen,
): MessageView {
  const entry = {
    id: messageId('preview'),
    place: { room: roomId('preview') },
    acceptedAt: now,
    state: 'sending',
    text,
    quotes: [],
    alsoToRoom: false,
    extras,
  } as const;
  const view = outgoingView(entry, beholder);
  return {
    ...view,
    author: { ...view.author, ...realName(session, extras.alias) },
    delivery: undefined,
    contextValue: '',
  };
}

/** A text alone goes with the first file; whatever is richer is a message of its own, in front of the files. */
export function goesWithText({ form, files }: Pick<ComposeDraft, 'form' | 'files'>): boolean {
  const { alias, emoji, avatar, customFields, attachments, parseUrls } = toPayload(form);
  const rich = [alias, emoji, avatar, customFields, attachments, parseUrls];
  // Rooms cannot show a file of a thread, too.
  if (form.thread?.alsoToRoom) return false;
  return files.length > 0 && rich.every((one) => one === undefined);
}

/** As the server shows it. */
function realName({ account, knownSettings }: Previewing, alias: string | undefined) {
  const { name, username } = account;
  if (alias !== undefined || knownSettings?.usesRealNames !== true || name === undefined) return {};
  return { name, showsUsername: name !== username };
}
