import * as vscode from 'vscode';
import type { Client, Credentials } from '../api/client';
import type { WireLogin, WireMe } from '../api/wirePeople';
import { accountId, type Account } from '../model/account';
import { optionalText, present, text } from '../model/parse';
import { preferencesFromWire } from '../model/user';
import type { Ask, Place } from './ask';

/** Who signed in, and the only secret that is kept. */
export interface SignedIn {
  readonly account: Account;
  readonly token: string;
}

/** Asks one thing; says what comes next, or who signed in. */
export type Step = (flow: Flow) => Promise<Next | 'back'>;
export type Next = Step | SignedIn;

/** What a sign-in needs of the world. */
export interface Tools {
  readonly ask: Ask;
  /** Finds the server behind what a person typed, without any token. */
  readonly probe: (typed: string, options: { readonly signal: AbortSignal }) => Promise<FoundServer>;
  readonly connect: (server: string, credentials?: Credentials) => Client;
  readonly openExternal: (address: string) => Promise<void>;
}

export interface FoundServer {
  readonly baseUrl: string;
  readonly redirectedFrom?: string;
  readonly isPlainHttp: boolean;
}

/** How the server lets people in. */
export interface Ways {
  readonly takesPasswords: boolean;
  /** Names of its single sign-on, as its login page has them. */
  readonly singleSignOn: readonly string[];
}

/** One sign-in under way: what has been told so far, kept until it ends. */
export interface Flow extends Tools {
  readonly draft: Draft;
}

export interface Draft {
  /** As typed. */
  address: string;
  /** As found. */
  server: string;
  ways: Ways;
  user: string;
  password: string;
  token: string;
  userId: string;
  /** The page of tokens that was opened last: once is enough, going back and forth. */
  opened: string;
}

/** Steps are counted on the way by password; the last ones differ. */
export function place(step: number, totalSteps: number): Place {
  return { title: vscode.l10n.t('Sign In to Rocket.Chat'), step, totalSteps };
}

/** The server as people write it. */
export function shown(server: string): string {
  return server.replace(/^https:\/\//, '');
}

/** By password. Throws what `loginProblem` puts into words where the answer does not say who signed in. */
export function signedInBy(draft: Draft, login: WireLogin): SignedIn {
  const { me, authToken } = present(login, 'a sign-in');
  return signedIn(draft, me, { token: text(authToken, 'a sign-in'), kind: 'password' });
}

/** The same for a token that is known already. */
export function signedIn(
  { server }: Draft,
  wire: WireMe,
  by: { readonly token: string; readonly kind: Account['signedInBy'] },
): SignedIn {
  const me = present(wire, 'a person');
  const userId = text(me._id, 'a person');
  const account: Account = {
    id: accountId(server, userId),
    server,
    userId,
    username: text(me.username, 'a person'),
    name: optionalText(me.name),
    signedInBy: by.kind,
    preferences: preferencesFromWire(me.settings?.preferences),
  };
  return { account, token: by.token };
}
