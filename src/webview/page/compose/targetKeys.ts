import { type OptionAct, optionKeyDoes } from '../shared/optionList';

/** What the field is like when a key is pressed in it. */
export interface Situation {
  /** Something is offered. */
  readonly isOpen: boolean;
  /** Something may be offered in a moment. */
  readonly isPending: boolean;
  readonly isEmpty: boolean;
  readonly isAtStart: boolean;
  readonly hasChips: boolean;
}

export type TargetAct =
  | OptionAct
  | 'open'
  | 'toChips'
  | 'removeLast'
  /** The key would do something that is not meant here. */
  | 'nothing';

/** What a key does that does not simply type: absent where it does. */
export function targetKeyDoes(key: string, situation: Situation): TargetAct | undefined {
  return (situation.isOpen ? inList(key, situation) : undefined) ?? inField(key, situation);
}

/** Who only passes by with Tab adds nobody. */
function inList(key: string, { isEmpty }: Situation): TargetAct | undefined {
  return key === 'Tab' && isEmpty ? undefined : optionKeyDoes(key);
}

function inField(key: string, situation: Situation): TargetAct | undefined {
  if (key === 'ArrowDown') return 'open';
  if (key === 'Enter') return situation.isPending && !situation.isEmpty ? 'take' : 'nothing';
  return situation.hasChips ? amongChips(key, situation) : undefined;
}

function amongChips(key: string, { isEmpty, isAtStart }: Situation): TargetAct | undefined {
  if (key === 'ArrowLeft' && isAtStart) return 'toChips';
  return key === 'Backspace' && isEmpty ? 'removeLast' : undefined;
}
