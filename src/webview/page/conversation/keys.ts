import type { Action, MessageView } from '../../protocol/message';

/** What a key means on a message of the list. */
export type Intent =
  | { readonly kind: 'move'; readonly to: Move }
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'react' }
  | { readonly kind: 'openThread' }
  | { readonly kind: 'leave' };

export type Move = 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp';

/** Of a keyboard event, what decides. */
export type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
};

/** The first of each that is offered is meant. */
const letters: Readonly<Record<string, readonly Action[]>> = {
  Enter: ['reply'],
  r: ['reply'],
  e: ['edit'],
  q: ['quote'],
  '+': ['react'],
  a: ['react'],
  s: ['star', 'unstar'],
  p: ['pin', 'unpin'],
  Delete: ['delete'],
  c: ['copyText'],
};

/** Undefined where the key means nothing: then it is for somebody else. */
export function intentOf(key: Key, view: MessageView): Intent | undefined {
  if (key.ctrlKey || key.metaKey || key.altKey) return undefined;
  if (key.key === 'Escape') return { kind: 'leave' };
  if (key.key === 'Enter' && view.thread) return { kind: 'openThread' };
  return moveOf(key) ?? actionOf(key, view);
}

function moveOf({ key, shiftKey }: Key): Intent | undefined {
  const to = shiftKey || !Object.hasOwn(moves, key) ? undefined : moves[key];
  return to && { kind: 'move', to };
}

function actionOf({ key, shiftKey }: Key, { offers }: MessageView): Intent | undefined {
  // A plus needs Shift on many keyboards; without it, letters are capital under Caps Lock.
  const letter = key.length === 1 && !shiftKey ? key.toLowerCase() : key;
  const meant = Object.hasOwn(letters, letter) ? letters[letter] : undefined;
  const action = meant?.find((one) => offers.includes(one));
  if (action === undefined) return undefined;
  return action === 'react' ? { kind: 'react' } : { kind: 'act', action };
}
