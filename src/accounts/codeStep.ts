import * as vscode from 'vscode';
import { failureOf, type SecondFactor } from '../api/errors';
import type { Button } from './ask';
import { place, shown, signedInBy, type Flow, type Next, type Step } from './flow';
import { Problem } from './problem';
import { loginProblem } from './problems';

const tries = 3;

/** What a person can type. A password instead of a code is for other calls than `login`. */
export type CodeFactor = Exclude<SecondFactor, 'password'>;

/** The second factor that the server wants. After three wrong codes the whole sequence ends. */
export function codeStep(factor: CodeFactor): Step {
  let left = tries;
  return (flow) =>
    flow.ask.text<Next>({
      ...place(5, 5),
      prompt: promptFor(factor, shown(flow.draft.server)),
      placeholder: '123456',
      value: '',
      keep: () => undefined,
      buttons: factor === 'email' ? [resendButton(flow)] : [],
      accept: async (typed, signal) => {
        const code = typed.replaceAll(/\s/g, '');
        if (code === '') throw new Problem(vscode.l10n.t('Enter the code.'));
        const answer = await logInWith(code, flow, signal);
        if (answer !== 'wrong') return answer;
        left -= 1;
        throw wrongCode(left);
      },
    });
}

function promptFor(factor: CodeFactor, server: string): string {
  return factor === 'email'
    ? vscode.l10n.t('Code that {0} has sent to your e-mail address', server)
    : vscode.l10n.t('Code that your authenticator app shows for {0}', server);
}

async function logInWith(
  code: string,
  { connect, draft }: Flow,
  signal: AbortSignal,
): Promise<Next | 'wrong'> {
  try {
    const login = { user: draft.user.trim(), password: draft.password, code };
    const { data } = await connect(draft.server).session.login(login, { signal });
    return signedInBy(draft, data);
  } catch (error) {
    if (failureOf(error)?.kind === 'totpRequired') return 'wrong';
    throw loginProblem(error, shown(draft.server));
  }
}

/** A `Problem` leaves the person in the box; the last one is an ordinary error and ends the sequence. */
function wrongCode(left: number): Error {
  if (left === 0)
    return new Error(vscode.l10n.t('The code was wrong three times. Sign in again to get three more tries.'));
  return new Problem(
    left === 1
      ? vscode.l10n.t('The code is wrong or too old. One try is left.')
      : vscode.l10n.t('The code is wrong or too old. {0} tries are left.', left),
  );
}

function resendButton({ connect, draft }: Flow): Button {
  return {
    icon: 'mail',
    label: vscode.l10n.t('Send the Code Again'),
    run: async (signal) => {
      try {
        await connect(draft.server).users.sendEmailCode({ emailOrUsername: draft.user.trim() }, { signal });
        return vscode.l10n.t('A new code is on its way.');
      } catch (error) {
        throw loginProblem(error, shown(draft.server));
      }
    },
  };
}
