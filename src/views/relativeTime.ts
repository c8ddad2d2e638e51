import * as vscode from 'vscode';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `now`, `5 min`, `3 h`, then the date. Both in ms since the epoch. */
export function relativeTime(time: number, now: number): string {
  const age = now - time;
  if (age < minute) return vscode.l10n.t('now');
  if (age < hour) return vscode.l10n.t('{0} min', Math.floor(age / minute));
  if (age < day) return vscode.l10n.t('{0} h', Math.floor(age / hour));
  const isThisYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(vscode.env.language, {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(time);
}

/** Day and time in full, for tooltips and screen readers. */
export function absoluteTime(time: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'full', timeStyle: 'short' }).format(time);
}
