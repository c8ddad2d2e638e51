import { meteorError } from '../failures';
import type { World } from './world';

const prefix = 'Accounts_Password_Policy_';
const notMet = "The password provided does not meet the server's password policy.";

interface Rule {
  /** As `pw.getPolicy` and the settings name it. */
  readonly name: string;
  readonly setting: string;
  readonly code: string;
  readonly reason: string;
  readonly isMet: (password: string, world: World) => boolean;
}

const limits = [
  { name: 'minLength', setting: 'MinLength' },
  { name: 'maxLength', setting: 'MaxLength' },
];

const rules: readonly [Rule, ...Rule[]] = [
  {
    name: 'forbidRepeatingCharacters',
    setting: 'ForbidRepeatingCharacters',
    code: 'repeatingCharacters',
    reason: 'The password contains repeating characters which is against the password policy.',
    isMet: (password, world) => !repeats(world).test(password),
  },
  must('oneLowercase', 'Lowercase', /[a-z]/),
  must('oneUppercase', 'Uppercase', /[A-Z]/),
  { ...must('oneNumber', 'Number', /[0-9]/), reason: missing('numerical') },
  { ...must('oneSpecial', 'SpecialCharacter', /[^A-Za-z0-9 ]/), reason: missing('special') },
];

function must(code: string, what: string, pattern: RegExp): Rule {
  return {
    name: `mustContainAtLeastOne${what}`,
    setting: `AtLeastOne${what}`,
    code,
    reason: missing(what.toLowerCase()),
    isMet: (password) => pattern.test(password),
  };
}

function missing(what: string): string {
  return `The password does not contain at least one ${what} character which is against the password policy.`;
}

/** Throws the server's refusal with every reason; an empty password meets no policy at all. */
export function checkPassword(world: World, password: string): void {
  if (password.trim() === '') throw meteorError('error-password-policy-not-met', notMet);
  if (!world.isOn(`${prefix}Enabled`)) return;
  const reasons = [...lengthReasons(world, password), ...ruleReasons(world, password)];
  if (reasons.length > 0) throw meteorError('error-password-policy-not-met', notMet, reasons);
}

function lengthReasons(world: World, password: string) {
  const least = world.number(`${prefix}MinLength`);
  const most = world.number(`${prefix}MaxLength`);
  return [
    ...(password.length < least ? [reason('minLength', lengthText('minimum'))] : []),
    ...(most >= 1 && password.length > most ? [reason('maxLength', lengthText('maximum'))] : []),
  ];
}

function lengthText(bound: string): string {
  return `The password does not meet the ${bound} length password policy.`;
}

function ruleReasons(world: World, password: string) {
  return rules
    .filter((rule) => world.isOn(prefix + rule.setting) && !rule.isMet(password, world))
    .map((rule) => reason(rule.code, rule.reason));
}

function reason(code: string, message: string) {
  return { error: `error-password-policy-not-met-${code}`, message };
}

/** What `pw.getPolicy` says: nothing of a policy that is off. */
export function passwordPolicy(world: World) {
  const enabled = world.isOn(`${prefix}Enabled`);
  return { enabled, policy: enabled ? [...limitEntries(world), ...ruleEntries(world)] : [] };
}

function limitEntries(world: World): unknown[][] {
  return limits
    .map(({ name, setting }) => [name, world.number(prefix + setting)] as const)
    .filter(([, value]) => value >= 1)
    .map(([name, value]) => entry(name, value));
}

/** The count of repetitions is named right behind its rule, even where that is off. */
function ruleEntries(world: World): unknown[][] {
  const [repeating, ...others] = rules;
  const count = repetitions(world);
  const counted = count > 0 ? [entry('forbidRepeatingCharactersCount', count)] : [];
  return [...namedIfOn(world, repeating), ...counted, ...others.flatMap((rule) => namedIfOn(world, rule))];
}

function namedIfOn(world: World, { setting, name }: Rule): unknown[][] {
  return world.isOn(prefix + setting) ? [entry(name)] : [];
}

function entry(name: string, value?: number): unknown[] {
  return [`get-password-policy-${name}`, ...(value === undefined ? [] : [{ [name]: value }])];
}

function repeats(world: World): RegExp {
  return new RegExp(`(.)\\1{${repetitions(world)},}`);
}

function repetitions(world: World): number {
  return world.number(`${prefix}ForbidRepeatingCharactersCount`);
}
