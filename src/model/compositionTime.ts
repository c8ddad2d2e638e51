/**
 * A time as people type it, in their own time: `2026-11-17 09:30`, with seconds and thousandths where there are any. Of a
 * time that cannot be said so, the hour that comes twice in autumn for one, the ISO text.
 */
export function typedTime(time: string | number): string {
  const date = new Date(typeof time === 'string' && !isIso(time) ? Number.NaN : time);
  if (Number.isNaN(date.getTime())) return String(time);
  const typed = localText(date);
  return localTime(typed) === date.getTime() ? typed : date.toISOString();
}

/** ISO 8601 of what was typed; undefined where it is no time. */
export function isoTime(typed: string): string | undefined {
  const ms = localTime(typed) ?? (isIso(typed) ? Date.parse(typed) : Number.NaN);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

/** `Date.parse` alone takes almost anything that has a number in it. */
function isIso(text: string): boolean {
  return /^(?:\d{4}|[+-]\d{6})-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text);
}

const local = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/;

function localTime(typed: string): number | undefined {
  if (!local.test(typed)) return undefined;
  const date = new Date(typed.replace(' ', 'T'));
  // A day or an hour that does not exist becomes another one.
  return upToMinutes(localText(date)) === upToMinutes(typed) ? date.getTime() : undefined;
}

function upToMinutes(text: string): string {
  return text.slice(0, 16).replace('T', ' ');
}

function localText(date: Date): string {
  const day = [padded(date.getFullYear(), 4), padded(date.getMonth() + 1, 2), padded(date.getDate(), 2)];
  const time = [padded(date.getHours(), 2), padded(date.getMinutes(), 2)];
  const [seconds, thousandths] = [date.getSeconds(), date.getMilliseconds()];
  if (seconds > 0 || thousandths > 0) time.push(padded(seconds, 2));
  return `${day.join('-')} ${time.join(':')}${thousandths > 0 ? `.${padded(thousandths, 3)}` : ''}`;
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
