import * as vscode from 'vscode';
import { ruleName } from '../model/guard/names';
import type { Found } from '../model/guard/secretGuard';
import { plainText } from '../platform/plainText';

export function secretCount(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 secret in what you are about to send')
    : vscode.l10n.t('{0} secrets in what you are about to send', count);
}

/** What was found, and in which line, of the file where it is code from one; whether it stays there. */
export function foundLabel({ passage, finding }: Found, isSpared: boolean): string {
  const { rule } = finding;
  const line = passage.lineOf?.(finding.line) ?? finding.line;
  return isSpared
    ? vscode.l10n.t('Line {0}: {1}, is not masked', line, kindOf(rule))
    : vscode.l10n.t('Line {0}: {1}', line, kindOf(rule));
}

/** Products are called the same everywhere; what is found beside a name is not a product. */
function kindOf(rule: string): string {
  switch (rule) {
    case 'private-key':
      return vscode.l10n.t('private key');
    case 'connection-password':
      return vscode.l10n.t('password in an address');
    case 'password':
      return vscode.l10n.t('password');
    case 'token':
      return vscode.l10n.t('token');
    case 'key':
      return vscode.l10n.t('key');
    case 'secret':
      return vscode.l10n.t('secret value');
    case 'own-pattern':
      return vscode.l10n.t('found by a pattern of yours');
    default:
      return ruleName(rule);
  }
}

/** All that was found, in its order, and which of it one is. */
export interface AmongFound {
  readonly all: readonly Found[];
  readonly at: number;
}

/** The line around it, so that one knows which it is; of all secrets in it nothing but how they begin. */
export function foundLine(found: Found, among: AmongFound): string {
  const { text } = found.passage;
  const stretch = lineAround(found);
  let shown = stretch.isCut ? '…' : '';
  let place = 0;
  let at = stretch.from;
  for (const { finding } of foundIn(stretch, found, among)) {
    shown += text.slice(at, Math.max(at, finding.start));
    if (finding.start === found.finding.start) place = shown.length;
    shown += beginning(text, finding);
    at = finding.end;
  }
  return plainText(around(`${shown}${text.slice(at, Math.max(at, stretch.end))}`, place));
}

interface Stretch {
  readonly from: number;
  readonly end: number;
  /** Does not begin where its line does. */
  readonly isCut: boolean;
}

/** A line may be as long as its file, with thousands of secrets: it is not read anew for each of them. */
const reach = 2_000;

function lineAround({ passage: { text }, finding: { start } }: Found): Stretch {
  const first = Math.max(0, start - reach);
  const newline = text.slice(first, start).lastIndexOf('\n');
  const end = start + text.slice(start, start + reach).search(/\r?\n|$/);
  return { from: first + newline + 1, end, isCut: first > 0 && newline === -1 };
}

/** That one and its neighbours. */
function foundIn({ from, end }: Stretch, { passage }: Found, { all, at }: AmongFound): readonly Found[] {
  const isIn = (other: Found | undefined) =>
    other?.passage === passage && other.finding.end > from && other.finding.start < end;
  let first = at;
  let last = at;
  while (isIn(all[first - 1])) first -= 1;
  while (isIn(all[last + 1])) last += 1;
  return all.slice(first, last + 1);
}

const longest = 160;
/** Says what it is: its name stands before it. */
const before = 60;

/** Of a long line, where the secret stands in it. */
function around(line: string, place: number): string {
  const from = line.trim().length <= longest ? 0 : Math.max(0, place - before);
  const part = line.slice(from).trim();
  return `${from > 0 ? '…' : ''}${part.slice(0, longest)}`;
}

/** Of a short one even four letters would tell much. */
function beginning(text: string, { start, end }: Found['finding']): string {
  const shown = Math.min(4, Math.floor((end - start) / 5));
  return `${text.slice(start, start + shown)}…`;
}
