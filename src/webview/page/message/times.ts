import type { Setup } from '../../protocol/conversation';
import type { TimeFormat } from './written';

/** How a person reads times. */
export type Clock = Pick<Setup, 'locale' | 'hourCycle'>;

// Making one takes longer than all the rest of a message.
const formats = new Map<string, Intl.DateTimeFormat>();
const agoFormats = new Map<string, Intl.RelativeTimeFormat>();

/** `09:41`, `9:41 AM` */
export function clockText(at: number, clock: Clock): string {
  return formatted(at, clock, { timeStyle: 'short' });
}

/** The whole date, for a tooltip. */
export function fullText(at: number, clock: Clock): string {
  return formatted(at, clock, { dateStyle: 'full', timeStyle: 'medium' });
}

/** `2 Mar 2026` */
export function dayText(at: number, clock: Clock): string {
  return formatted(at, clock, { dateStyle: 'medium' });
}

/** As the one who wrote it wanted it, in the way of the one who reads. */
export function timeText(at: number, format: Exclude<TimeFormat, 'R'>, clock: Clock): string {
  return formatted(at, clock, styles[format]);
}

/** Within a day as long ago, else as a day. */
export function whenText(at: number, now: number, clock: Clock): string {
  return Math.abs(at - now) < 24 * 3_600_000 ? agoText(at, now, clock) : dayText(at, clock);
}

/** `2h ago`, `in 3 days`. */
export function agoText(at: number, now: number, { locale }: Clock): string {
  const seconds = Math.round((at - now) / 1000);
  const [unit, length] = units.find(([, least]) => Math.abs(seconds) >= least) ?? smallest;
  const style = { numeric: 'auto', style: 'narrow' } as const;
  const format = agoFormats.get(locale) ?? new Intl.RelativeTimeFormat(locale, style);
  agoFormats.set(locale, format);
  return format.format(Math.trunc(seconds / length), unit);
}

const smallest = ['second', 1] as const;
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

const styles: Readonly<Record<Exclude<TimeFormat, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

function formatted(at: number, { locale, hourCycle }: Clock, style: Intl.DateTimeFormatOptions): string {
  if (Number.isNaN(new Date(at).getTime())) return '';
  const key = JSON.stringify([locale, hourCycle, style]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, hourCycle });
  formats.set(key, format);
  return format.format(at);
}
