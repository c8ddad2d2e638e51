import * as vscode from 'vscode';
import type { Choice } from './ask';
import { place, shown, type Flow, type Step } from './flow';
import { userStep } from './passwordSteps';
import { tokenStep } from './tokenSteps';

/** By password or by access token: the token first where people usually sign in by a service. */
export const wayStep: Step = (flow) => {
  const { singleSignOn } = flow.draft.ways;
  const choices = [passwordChoice(), tokenChoice(flow)];
  return flow.ask.choice<Step>({
    ...place(2, 4),
    placeholder: vscode.l10n.t('How do you sign in to {0}?', shown(flow.draft.server)),
    choices: singleSignOn.length > 0 ? choices.reverse() : choices,
  });
};

function passwordChoice(): Choice<Step> {
  return {
    label: vscode.l10n.t('User Name and Password'),
    detail: vscode.l10n.t('Those that you type on the sign-in page of the server.'),
    answer: userStep,
  };
}

function tokenChoice({ draft }: Flow): Choice<Step> {
  const services = draft.ways.singleSignOn.join(', ');
  return {
    label: vscode.l10n.t('Access Token'),
    detail: services
      ? vscode.l10n.t('For sign-in with {0}: opens the page in your browser that makes a token.', services)
      : vscode.l10n.t('Opens the page in your browser that makes a token.'),
    answer: tokenStep,
  };
}
