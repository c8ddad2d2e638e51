/** Of a keyboard event what matters here. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What the box is like when a key is pressed. */
export interface Situation {
  readonly sendsOn: 'enter' | 'alternative';
  readonly isInFence: boolean;
  readonly isEmpty: boolean;
}

/** What a key does that does not simply type: absent where it does. */
export function keyDoes(key: Key, situation: Situation): 'send' | 'editLast' | 'escape' | undefined {
  if (key.key === 'Enter') return sends(key, situation) ? 'send' : undefined;
  if (hasModifier(key)) return undefined;
  if (key.key === 'Escape') return 'escape';
  return key.key === 'ArrowUp' && situation.isEmpty ? 'editLast' : undefined;
}

/** An input method is at work: its Enter takes a word over, some say so by this code only. */
export function isComposing(event: { readonly isComposing: boolean; readonly keyCode: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

function sends({ ctrlKey, metaKey, shiftKey, altKey }: Key, { sendsOn, isInFence }: Situation): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return !shiftKey;
  return !isInFence && shiftKey === (sendsOn === 'alternative');
}

export function hasModifier({ ctrlKey, metaKey, shiftKey, altKey }: Key): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}
