import * as vscode from 'vscode';
import { AllowedSecrets, type Allowing, type KeyStore } from '../model/guard/allowed';
import type { Guard } from '../model/guard/guard';
import { ownRules, type OwnRules } from '../model/guard/ownRules';
import { SecretGuard, secretOf, type Found } from '../model/guard/secretGuard';
import type { Shelf } from '../model/shelf';
import { log } from '../platform/log';
import { plainText } from '../platform/plainText';
import { setting } from '../platform/setting';
import { askAboutSecrets } from './secretQuestion';

/** What the person has allowed for good. What is wrong with their key goes to the log. */
export function keptAllowed(keys: KeyStore, shelf: Shelf): AllowedSecrets {
  return new AllowedSecrets(keys, shelf, (error) => log.error('the key of what is always allowed', error));
}

/** The guard as the person has set it, which asks in a list of its own. */
export function secretGuard(allowed: AllowedSecrets): Guard {
  const tell = once(warn);
  const allow = allowing(allowed, tell);
  return new SecretGuard({
    rules: () => rulesInForce((pattern) => tell(unreadable(pattern))),
    allowed: (secrets) => allowed.among(secrets),
    ask: (found) => askAboutSecrets(found, allow),
  });
}

/** Allows one; `tell` is given the words where that does not last. */
export function allowing(
  allowed: AllowedSecrets,
  tell: (words: string) => void,
): (found: Found) => Promise<void> {
  return async (found) => {
    const words = shortness(await allowed.add(secretOf(found)));
    if (words !== undefined) tell(words);
  };
}

function shortness(where: Allowing): string | undefined {
  switch (where) {
    case 'kept':
      return undefined;
    case 'keyNotKept':
      return vscode.l10n.t(
        'This system does not keep secrets for VS Code. What you allow is asked about again once this window closes.',
      );
    case 'keyNotRead':
      return vscode.l10n.t(
        'This system does not give back what you have always allowed: it is asked about again, and what you allow now once this window closes. If that stays so, Forget Allowed Secrets… starts anew.',
      );
  }
}

function once(say: (words: string) => void): (words: string) => void {
  const said = new Set<string>();
  return (words) => {
    if (said.has(words)) return;
    said.add(words);
    say(words);
  };
}

function rulesInForce(refuse: (pattern: string) => void): OwnRules | undefined {
  if (!setting('rocketchat.secretGuard.enabled')) return undefined;
  const patterns = setting('rocketchat.secretGuard.patterns');
  return ownRules(patterns, setting('rocketchat.secretGuard.exceptions'), refuse);
}

function unreadable(pattern: string): string {
  return vscode.l10n.t(
    'The secret guard cannot use the pattern {0} of your settings: it is no regular expression, matches an empty text, or repeats a repetition, as (a+)+ does.',
    pattern,
  );
}

/** Shown alone: who has taken an exception for a text has a secret in it, and the log is handed on. */
function warn(words: string): void {
  void vscode.window.showWarningMessage(plainText(words));
}
