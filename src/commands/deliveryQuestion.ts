import * as vscode from 'vscode';
import { accountLabel } from '../model/account';
import { plainTextOf } from '../model/sendingExtras';
import type { Parcel } from '../model/unsent';
import { explain } from '../platform/explain';
import { plainText } from '../platform/plainText';
import { wordsFor } from './deliveryWords';

/** The room's name, as far as anybody knows it here. */
export function placeName({ session, entry }: Parcel): string {
  return session.rooms.get(entry.place.room)?.name ?? vscode.l10n.t('an unknown room');
}

/** Of one that has failed; answers whether it is to be tried again. */
export async function wantsToTryAgain(parcel: Parcel): Promise<boolean> {
  const again = vscode.l10n.t('Try Again');
  return (await answerTo(parcel, whyFailed(parcel), again)) === again;
}

/** Of one whose account is not in use any more: it goes as soon as that is back. */
export async function askToSignIn(parcel: Parcel): Promise<void> {
  const { session, entry } = parcel;
  const signIn = vscode.l10n.t('Sign In');
  const words = wordsFor(entry.kind).signedOut(placeName(parcel), accountLabel(session.account));
  if ((await answerTo(parcel, words, signIn)) === signIn)
    await vscode.commands.executeCommand('rocketchat.signIn');
}

/** Copying the text is no answer: the question comes back. */
async function answerTo(parcel: Parcel, words: string, button: string): Promise<string | undefined> {
  const copy = vscode.l10n.t('Copy Text');
  const answer = await vscode.window.showErrorMessage(plainText(words), button, copy);
  if (answer !== copy) return answer;
  await vscode.env.clipboard.writeText(plainTextOf(parcel.entry));
  return answerTo(parcel, words, button);
}

function whyFailed(parcel: Parcel): string {
  const { kind, error, isInDoubt = false } = parcel.entry;
  const words = wordsFor(kind);
  const [place, why] = [placeName(parcel), explain(error)];
  return isInDoubt ? words.unknown(place, why) : words.failed(place, why);
}

/** It goes by itself: nothing is asked. */
export async function sayThatItWaits(parcel: Parcel): Promise<void> {
  const { kind, error } = parcel.entry;
  const words = wordsFor(kind);
  const place = placeName(parcel);
  const isSlowedDown = error?.failure.kind === 'rateLimited';
  await vscode.window.showInformationMessage(
    plainText(isSlowedDown ? words.slowedDown(place) : words.waiting(place)),
  );
}
