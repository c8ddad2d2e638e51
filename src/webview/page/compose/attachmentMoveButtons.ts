import { html, nothing, type TemplateResult } from 'lit';
import type { ComposeAttachmentWords } from '../../protocol/composeAttachmentWords';
import { fill } from '../shared/fill';
import { iconButton } from './attachmentControls';

interface Movable {
  readonly at: number;
  readonly count: number;
}

/** Up and down among several; at either end a button stays where it is, and does nothing. */
export function moveButtons(
  words: ComposeAttachmentWords,
  { at, count }: Movable,
  move: (to: number) => void,
): TemplateResult | typeof nothing {
  if (count < 2) return nothing;
  const { moveUp, moveDown, withKeyUp, withKeyDown } = words;
  const up = { icon: 'arrow-up', label: moveUp, title: fill(withKeyUp, moveUp), keys: 'Alt+ArrowUp' };
  const down = {
    icon: 'arrow-down',
    label: moveDown,
    title: fill(withKeyDown, moveDown),
    keys: 'Alt+ArrowDown',
  };
  return html`${iconButton({ ...up, isOff: at === 0 }, () => move(at - 1))}
  ${iconButton({ ...down, isOff: at === count - 1 }, () => move(at + 1))}`;
}

/** How far a key moves what has the focus; 0 where it means something else. */
export function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey, target }: KeyboardEvent): -1 | 0 | 1 {
  if (!altKey || ctrlKey || metaKey || shiftKey || hasOwnUse(target)) return 0;
  if (key === 'ArrowUp') return -1;
  return key === 'ArrowDown' ? 1 : 0;
}

/** In some controls Alt and an arrow open a list, or go from paragraph to paragraph. */
function hasOwnUse(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return ['color', 'datetime-local'].includes(target.type);
  return target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;
}
