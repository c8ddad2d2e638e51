import type { Account } from '../model/account';
import type { Draft, Flow, SignedIn, Step, Tools } from './flow';
import { passwordStep, userStep } from './passwordSteps';
import { serverStep } from './serverStep';
import { tokenStep } from './tokenSteps';
import { wayStep } from './wayStep';

/** Leads a person through signing in. Rejects with a CancellationError when the person leaves. */
export async function signIn(tools: Tools, defaultServer: string): Promise<SignedIn> {
  return walk(tools, emptyDraft(defaultServer), [serverStep]);
}

/** The same for an account whose token is gone: server and user are known, and going back changes them. */
export async function signInAgain(tools: Tools, account: Account): Promise<SignedIn> {
  const draft = { ...emptyDraft(account.server), server: account.server, user: account.username };
  const byPassword: Step[] = [serverStep, wayStep, userStep, passwordStep];
  const byToken: Step[] = [serverStep, wayStep, tokenStep];
  return walk(tools, draft, account.signedInBy === 'password' ? byPassword : byToken);
}

/** Runs the last step of the path; going back takes it off. */
async function walk(tools: Tools, draft: Draft, path: Step[]): Promise<SignedIn> {
  const flow: Flow = { ...tools, draft };
  for (let step = path.at(-1); step; step = path.at(-1)) {
    const next = await step(flow);
    if (next === 'back') path.pop();
    else if (typeof next === 'function') path.push(next);
    else return next;
  }
  throw new Error('The first step has no way back.');
}

function emptyDraft(address: string): Draft {
  const ways = { takesPasswords: true, singleSignOn: [] };
  return { address, server: '', ways, user: '', password: '', token: '', userId: '', opened: '' };
}
