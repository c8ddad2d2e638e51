import type { Chance } from './chance';
import { blanks } from './words';

/** Words and the signs between them, which the parser takes for plain text. */
const plain = [
  'The {thing} in {place} is {state} since {when}.',
  'Has anybody seen why the {thing} is {state}?',
  'I will {action} the {thing} by {deadline}.',
  'Turns out {cause}. The {thing} is {state} now.',
  'Could somebody {action} the {thing} in {place} by {deadline}?',
  "Let's {action} it {deadline}, the {thing} can wait.",
  'Works for me.',
  'Thanks, that was it.',
  'On it.',
  'Good catch!',
  'No idea, but the {thing} looks {state} from here.',
  'My guess: the {thing}. It was {state} last time as well.',
  'Do we really need the {thing} in {place}?',
  'Moved the {thing} to {place}, please {action} yours before {deadline}.',
  'Same here since {when}, and only in {place}.',
  'It is not the {thing}. We found out that {cause}.',
  'Who is on call in {place} until {deadline}?',
  'Done. The {thing} is {state} again.',
  'I would rather {action} the {thing} than {action} the {thing}.',
  'Postponed until {deadline}, {place} asked for it.',
  'Morning! The {thing} ran through, nothing to do.',
  'For the record, {cause}, and that is why the {thing} was {state}.',
];

/** With what makes a message more than text. */
const rich = [
  '@{person} can you {action} the {thing} in {place}?',
  'Thanks @{person} :thumbsup:',
  'Ask @{person} or @{person} before you {action} it.',
  '*{thing}* first, _then_ the {thing}.',
  '`{thing}.retry = true` made it {state}.',
  '```\nError: {thing} is {state}\n    at {thing} (worker.ts:41)\n```\nThis is from {place}.',
  'Log: https://logs.example.com/{place}/{thing}',
  'See #{room} for the {thing}.',
  '> the {thing} is {state}\nNot any more :tada:',
  '- [ ] {action} the {thing}\n- [x] tell {place}',
];

const openers = [
  'Is it normal that the {thing} is {state}?',
  'Plan for {deadline}: {action} the {thing} in {place}.',
  'Incident in {place}: the {thing} is {state} since {when}.',
  'Proposal. We {action} the {thing} and forget about the {thing}.',
];

interface Mentionable {
  readonly person: readonly string[];
  readonly room: readonly string[];
}

/** Something that somebody says; now and then it names one of these people or rooms. */
export function sentence(chance: Chance, names: Mentionable): string {
  return chance.is(0.15) ? richSentence(chance, names) : filled(chance, chance.of(plain));
}

/** Something that others answer in a thread. */
export function opener(chance: Chance): string {
  return filled(chance, chance.of(openers));
}

function richSentence(chance: Chance, names: Mentionable): string {
  return filled(chance, chance.of(rich), names);
}

function filled(chance: Chance, template: string, names?: Mentionable): string {
  const words: Readonly<Record<string, readonly string[]>> = { ...blanks, ...names };
  return template.replace(/\{(\w+)\}/g, (_, blank: string) => chance.of(words[blank] ?? []));
}
