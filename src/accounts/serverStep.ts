import * as vscode from 'vscode';
import type { Client } from '../api/client';
import { ApiError } from '../api/errors';
import { firstText, records } from '../model/parse';
import { settingValues } from '../model/serverSettings';
import { log } from '../platform/log';
import { place, shown, type Flow, type FoundServer, type Step, type Ways } from './flow';
import { Problem } from './problem';
import { serverProblem } from './problems';
import { tokenStep } from './tokenSteps';
import { wayStep } from './wayStep';

export const serverStep: Step = (flow) =>
  flow.ask.text<Step>({
    ...place(1, 4),
    isFirst: true,
    prompt: vscode.l10n.t('Address of your Rocket.Chat server, or a link to one of its rooms'),
    placeholder: 'chat.example.org',
    value: flow.draft.address,
    keep: (typed) => void (flow.draft.address = typed),
    accept: (typed, signal) => find(flow, typed.trim(), signal),
  });

async function find(flow: Flow, typed: string, signal: AbortSignal): Promise<Step> {
  if (typed === '') throw new Problem(vscode.l10n.t('Enter the address of your server.'));
  const found = await flow.probe(typed, { signal }).catch((error: unknown) => {
    throw serverProblem(error, typed);
  });
  const ways = await waysInto(flow.connect(found.baseUrl), signal);
  signal.throwIfAborted();
  remember(flow, found.baseUrl, ways);
  return afterMove(found, ways.takesPasswords ? wayStep : tokenStep);
}

/** A password or token that was typed for one server is not offered to another. */
function remember({ draft }: Flow, server: string, ways: Ways): void {
  if (draft.server !== server) Object.assign(draft, { password: '', token: '', userId: '' });
  Object.assign(draft, { server, ways });
}

/** What the server says of its login page; each thing that it does not say is taken as on a new server. */
async function waysInto(client: Client, signal: AbortSignal): Promise<Ways> {
  const [takesPasswords = true, singleSignOn = []] = await Promise.all([
    ifSaid(showsForm(client, signal)),
    ifSaid(servicesOf(client, signal)),
  ]);
  return { takesPasswords, singleSignOn };
}

async function showsForm(client: Client, signal: AbortSignal): Promise<boolean> {
  const id = 'Accounts_ShowFormLogin';
  const values = await settingValues(client, [id], { signal });
  return values.get(id) !== false;
}

async function servicesOf(client: Client, signal: AbortSignal): Promise<string[]> {
  const { services } = await client.settings.oauth({}, { signal });
  return records(services)
    .map(({ buttonLabelText, name, service }) => firstText([buttonLabelText, name, service], ''))
    .filter((name) => name !== '');
}

async function ifSaid<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.failure.kind !== 'cancelled') log.error('asking how to sign in', error);
    return undefined;
  }
}

/** The person typed one host and reached another: only the person knows whether that is right. */
function afterMove(found: FoundServer, then: Step): Step {
  const { baseUrl, redirectedFrom } = found;
  if (redirectedFrom === undefined || isSameHost(baseUrl, redirectedFrom)) return afterPlainHttp(found, then);
  return confirmStep({
    question: vscode.l10n.t('{0} sends you on to {1}.', shown(redirectedFrom), shown(baseUrl)),
    yes: vscode.l10n.t('Continue with {0}', shown(baseUrl)),
    detail: vscode.l10n.t('Your password and your messages go there.'),
    then: afterPlainHttp(found, then),
  });
}

function afterPlainHttp({ baseUrl, isPlainHttp }: FoundServer, then: Step): Step {
  if (!isPlainHttp) return then;
  return confirmStep({
    question: vscode.l10n.t('The connection to {0} is not encrypted.', baseUrl),
    yes: vscode.l10n.t('Continue Without Encryption'),
    detail: vscode.l10n.t('Anybody on the way can read and change your password, token and messages.'),
    then,
  });
}

interface Confirmation {
  readonly question: string;
  readonly yes: string;
  readonly detail: string;
  readonly then: Step;
}

/** The careful answer comes first, so that two Enters in a row do not agree to anything. */
function confirmStep({ question, yes, detail, then }: Confirmation): Step {
  return (flow) =>
    flow.ask.choice<Step>({
      ...place(1, 4),
      placeholder: question,
      choices: [
        { label: vscode.l10n.t('Enter Another Address'), detail: question, answer: 'back' },
        { label: yes, detail, answer: then },
      ],
    });
}

function isSameHost(one: string, other: string): boolean {
  return URL.parse(one)?.host === URL.parse(other)?.host;
}
