/** How a colleague answers one sort of message. */
export interface Manner {
  readonly emoji: string;
  readonly answers: readonly string[];
}

const toCode: Manner = {
  emoji: ':eyes:',
  answers: [
    'Reading it now. What happens here when there is nothing to do, an empty list say?',
    'Shorter than what I had in mind, I like it. Is there a test that fails without these lines?',
    'I would give the middle part a name, then the rest reads by itself. Otherwise :+1:',
  ],
};

const toQuestion: Manner = {
  emoji: ':thinking:',
  answers: [
    'Good question. I look it up after the stand-up and answer here.',
    'I believe so, but let me try it before you build on my word.',
  ],
};

const toAnythingElse: Manner = {
  emoji: ':+1:',
  answers: ['Thanks, that helps. I take it from here.', 'Makes sense to me. Shall we pin it?'],
};

export function mannerFor(text: string): Manner {
  if (text.includes('```')) return toCode;
  return text.trimEnd().endsWith('?') ? toQuestion : toAnythingElse;
}
