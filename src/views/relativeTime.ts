import * as vscode from 'vscode';
import { ageOf } from './age';

/** `now`, `5 min`, `3 h`, then the date. Both in ms since the epoch. */
export function relativeTime(time: number, now: number): string {
  const { unit, count } = ageOf(time, now);
  if (unit === 'minutes') return count === 0 ? vscode.l10n.t('now') : vscode.l10n.t('{0} min', count);
  if (unit === 'hours') return vscode.l10n.t('{0} h', count);
  return new Intl.DateTimeFormat(vscode.env.language, {
    day: 'numeric',
    month: 'short',
    ...(unit === 'thisYear' ? {} : { year: 'numeric' }),
  }).format(time);
}

/** Day and time in full, for tooltips and screen readers. */
export function absoluteTime(time: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'full', timeStyle: 'short' }).format(time);
}
