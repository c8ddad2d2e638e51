import * as vscode from 'vscode';
import { failureOf } from '../api/errors';
import { present } from '../model/parse';
import type { Button } from './ask';
import { copiedToken } from './copiedToken';
import { place, shown, signedIn, type Flow, type Next, type SignedIn, type Step } from './flow';
import { Problem } from './problem';
import { loginProblem } from './problems';

/** Opens the page that makes tokens, and takes the token or all that the page shows. */
export const tokenStep: Step = async (flow) => {
  await openOnce(flow);
  return flow.ask.text<Next>({
    ...place(3, 3),
    prompt: vscode.l10n.t(
      'Make a personal access token on the page in your browser, then paste it, or all that the page shows, here',
    ),
    value: flow.draft.token,
    isSecret: true,
    buttons: [openButton(flow)],
    keep: (typed) => void (flow.draft.token = typed),
    accept: (typed, signal) => take(flow, typed, signal),
  });
};

const userIdStep: Step = (flow) =>
  flow.ask.text<SignedIn>({
    ...place(4, 4),
    prompt: vscode.l10n.t(
      '{0} does not say whose token this is. Your user id stood below the token',
      shown(flow.draft.server),
    ),
    value: flow.draft.userId,
    keep: (typed) => void (flow.draft.userId = typed),
    accept: (typed, signal) =>
      identify(flow, { token: pasted(flow.draft.token).token, userId: typed.trim() }, signal),
  });

async function take(flow: Flow, typed: string, signal: AbortSignal): Promise<Next> {
  const { token, userId } = pasted(typed);
  return userId === undefined ? resume(flow, token, signal) : identify(flow, { token, userId }, signal);
}

function pasted(typed: string): ReturnType<typeof copiedToken> & object {
  const found = copiedToken(typed);
  if (!found) throw new Problem(vscode.l10n.t('There is no access token in this text.'));
  return found;
}

/** The server knows whose token it is, but not every server takes an access token this way. */
async function resume({ connect, draft }: Flow, token: string, signal: AbortSignal): Promise<Next> {
  try {
    const { data } = await connect(draft.server).session.login({ resume: token }, { signal });
    return signedIn(draft, present(data, 'a sign-in').me, { token, kind: 'accessToken' });
  } catch (error) {
    if (failureOf(error)?.kind === 'signedOut') return userIdStep;
    throw loginProblem(error, shown(draft.server));
  }
}

async function identify(
  { connect, draft }: Flow,
  { token, userId }: { readonly token: string; readonly userId: string },
  signal: AbortSignal,
): Promise<SignedIn> {
  if (userId === '') throw new Problem(vscode.l10n.t('Enter your user id.'));
  try {
    const me = await connect(draft.server, { userId, authToken: token }).session.me({}, { signal });
    return signedIn(draft, me, { token, kind: 'accessToken' });
  } catch (error) {
    if (failureOf(error)?.kind === 'signedOut')
      throw new Problem(
        vscode.l10n.t('The server does not take this token with the user id {0}. Check both.', userId),
      );
    throw loginProblem(error, shown(draft.server));
  }
}

async function openOnce({ draft, openExternal }: Flow): Promise<void> {
  const page = tokensPage(draft.server);
  if (draft.opened === page) return;
  draft.opened = page;
  await openExternal(page);
}

function openButton({ draft, openExternal }: Flow): Button {
  return {
    icon: 'link-external',
    label: vscode.l10n.t('Open {0}', tokensPage(shown(draft.server))),
    run: async () => {
      await openExternal(tokensPage(draft.server));
      return undefined;
    },
  };
}

function tokensPage(server: string): string {
  return `${server}/account/tokens`;
}
