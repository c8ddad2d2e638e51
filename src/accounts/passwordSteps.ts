import * as vscode from 'vscode';
import { failureOf, type SecondFactor } from '../api/errors';
import { codeStep, type CodeFactor } from './codeStep';
import { place, shown, signedInBy, type Flow, type Next, type Step } from './flow';
import { Problem } from './problem';
import { loginProblem } from './problems';

export const userStep: Step = (flow) =>
  flow.ask.text<Step>({
    ...place(3, 4),
    prompt: vscode.l10n.t('User name or e-mail address on {0}', shown(flow.draft.server)),
    value: flow.draft.user,
    keep: (typed) => void (flow.draft.user = typed),
    accept: (typed) =>
      typed.trim() === ''
        ? Promise.reject(new Problem(vscode.l10n.t('Enter your user name or e-mail address.')))
        : Promise.resolve(passwordStep),
  });

export const passwordStep: Step = (flow) =>
  flow.ask.text<Next>({
    ...place(4, 4),
    prompt: vscode.l10n.t('Password of {0} on {1}', flow.draft.user.trim(), shown(flow.draft.server)),
    value: flow.draft.password,
    isSecret: true,
    keep: (typed) => void (flow.draft.password = typed),
    accept: (password, signal) => logIn(flow, password, signal),
  });

async function logIn({ connect, draft }: Flow, password: string, signal: AbortSignal): Promise<Next> {
  if (password === '') throw new Problem(vscode.l10n.t('Enter your password.'));
  try {
    const { data } = await connect(draft.server).session.login(
      { user: draft.user.trim(), password },
      { signal },
    );
    return signedInBy(draft, data);
  } catch (error) {
    const failure = failureOf(error);
    if (failure?.kind === 'totpRequired') return codeStep(factorOf(failure.methods, draft.server));
    throw loginProblem(error, shown(draft.server));
  }
}

/** An old server names none, and means the authenticator. */
function factorOf(methods: readonly SecondFactor[], server: string): CodeFactor {
  if (methods.length === 0) return 'totp';
  const factor = methods.find((method) => method !== 'password');
  if (factor) return factor;
  throw new Problem(
    vscode.l10n.t(
      '{0} wants a confirmation that cannot be given here. Go back and sign in by access token.',
      shown(server),
    ),
  );
}
