import { ApiError, type Failure, type FailureKind } from '../api/errors';
import { messageId, type MessageId } from './message';
import { isRecord, optionalText, optionalTime, records } from './parse';
import { placeFrom, type Place } from './place';
import { sealed, unsealed } from './seal';
import { extrasFrom, type Extras } from './sendingExtras';

/** A message that is quoted; author and text as the box shows them. */
export interface Quote {
  readonly id: MessageId;
  readonly author: string;
  readonly text: string;
}

/** What a person wrote. */
export interface Written {
  readonly text: string;
  readonly quotes: readonly Quote[];
  /** A reply that its room shows too. */
  readonly alsoToRoom: boolean;
  readonly extras?: Extras;
  /** What came from outside a conversation, where its course is told: code that was shared, a quick reply. */
  readonly kind?: WrittenKind;
}

const kinds = ['share', 'reply'] as const;
export type WrittenKind = (typeof kinds)[number];

/** What is kept of a message until the server has it. */
export interface KeptEntry extends Written {
  readonly id: MessageId;
  readonly place: Place;
  /** ms since the epoch, by this machine's clock. */
  readonly acceptedAt: number;
  /** The window that takes care of it. */
  readonly owner: string;
  /** The server does not take it. */
  readonly error?: ApiError;
}

const prefix = 'outbox-';
const version = 1;

export function entryName(id: MessageId): string {
  return `${prefix}${id}.json`;
}

export function isEntryName(name: string): boolean {
  return name.startsWith(prefix);
}

export function entryText(entry: KeptEntry): string {
  const { id, place, owner, text, quotes, alsoToRoom, extras, kind, acceptedAt, error } = entry;
  const content = {
    ...{ id, place, owner, text, quotes, alsoToRoom, extras, kind },
    acceptedAt: new Date(acceptedAt).toISOString(),
    ...(error && keptError(error)),
  };
  return sealed({ version, savedAt: acceptedAt, content });
}

/** Undefined for one that is damaged, or of another version. */
export function entryFrom(text: string | undefined): KeptEntry | undefined {
  const file = text === undefined ? undefined : unsealed(text);
  if (file?.version !== version || !isRecord(file.content)) return undefined;
  const written = writtenFrom(file.content);
  const head = headFrom(file.content);
  return head && { ...head, ...written, error: errorFrom(file.content['error']) };
}

type Content = Readonly<Record<string, unknown>>;

function headFrom(content: Content): Pick<KeptEntry, 'id' | 'place' | 'owner' | 'acceptedAt'> | undefined {
  const [id, owner] = [optionalText(content['id']), optionalText(content['owner'])];
  const acceptedAt = optionalTime(content['acceptedAt']);
  const place = placeFrom(content['place']);
  if (id === undefined || owner === undefined || acceptedAt === undefined || !place) return undefined;
  return { id: messageId(id), place, owner, acceptedAt };
}

function writtenFrom(content: Content): Written {
  const extras = extrasFrom(content['extras']);
  const kind = kinds.find((one) => one === content['kind']);
  return {
    text: optionalText(content['text']) ?? '',
    quotes: quotesFrom(content['quotes']),
    alsoToRoom: content['alsoToRoom'] === true,
    ...(extras && { extras }),
    ...(kind && { kind }),
  };
}

export function quotesFrom(value: unknown): readonly Quote[] {
  return records(value).flatMap(({ id, author, text }) => {
    if (typeof id !== 'string' || typeof author !== 'string' || typeof text !== 'string') return [];
    return [{ id: messageId(id), author, text }];
  });
}

function keptError({ message, failure, call }: ApiError) {
  return { error: { message, failure, call: { route: call.route, serverText: call.serverText } } };
}

/** What made a message fail for good. */
const known: readonly FailureKind[] = [
  'forbidden',
  'notFound',
  'refused',
  'invalid',
  'server',
  'protocol',
  'totpRequired',
  'cancelled',
];

function errorFrom(value: unknown): ApiError | undefined {
  if (!isRecord(value)) return undefined;
  const { message, failure, call } = value;
  const found = isRecord(failure) && known.find((kind) => kind === failure['kind']);
  // A failure is plain data; its kind was looked at.
  const kept = found ? (failure as Failure) : ({ kind: 'server' } as const);
  const { route, serverText } = isRecord(call) ? call : {};
  return new ApiError(optionalText(message) ?? '', kept, {
    route: optionalText(route) ?? '',
    serverText: optionalText(serverText),
  });
}
