import type { AttachmentForm, FieldForm, Problem } from './composition';
import { addressFault } from './compositionAddress';
import { isColor } from './compositionColor';
import { readJson } from './compositionJson';
import { isoTime } from './compositionTime';
import { linkKeys } from './payloadKeys';

/** What is wrong with one attachment. `path`: its own, `attachments.0`. */
export function attachmentProblems(form: AttachmentForm, path: string, maxLength: number): Problem[] {
  const found = [...wordProblems(form, maxLength), ...linkProblems(form), ...fieldProblems(form)];
  return found.map((problem) => ({ ...problem, path: `${path}.${problem.path}` }));
}

function wordProblems({ color, text, ts, rest }: AttachmentForm, maxLength: number): Problem[] {
  const others = readJson(rest);
  const isOdd = others === 'notJson' || others === 'notAnObject';
  return [
    ...when(isFilled(color) && !isColor(color.trim()), { path: 'color', kind: 'notAColor' }),
    ...when(isTooLong(text, maxLength), { path: 'text', kind: 'tooLong', detail: text.length - maxLength }),
    ...when(isFilled(ts) && isoTime(ts.trim()) === undefined, { path: 'ts', kind: 'notATime' }),
    ...(isOdd ? [{ path: 'rest', kind: others }] : []),
  ];
}

function linkProblems(form: AttachmentForm): Problem[] {
  const faults = linkKeys.flatMap((path) => {
    const fault = isFilled(form[path]) ? addressFault(form[path]) : undefined;
    return fault ? [{ path, ...fault }] : [];
  });
  const [hasLink, hasTime] = [isFilled(form.message_link), isFilled(form.ts)];
  const isNameless = isFilled(form.title_link) && !isFilled(form.title);
  return [
    ...faults,
    ...when(hasLink && !hasTime, { path: 'message_link', kind: 'linkWithoutTime' }),
    ...when(isNameless, { path: 'title', kind: 'missingTitle', detail: 'title_link' }),
  ];
}

/** A row in which nothing stands is none. */
function fieldProblems({ fields }: AttachmentForm): Problem[] {
  return fields.flatMap(({ title, value }: FieldForm, at) => [
    ...when(!isFilled(title) && isFilled(value), { path: `fields.${at}.title`, kind: 'missingTitle' }),
    ...when(isFilled(title) && !isFilled(value), { path: `fields.${at}.value`, kind: 'missingValue' }),
  ]);
}

function isTooLong(text: string, maxLength: number): boolean {
  return isFilled(text) && text.length > maxLength;
}

function isFilled(typed: string): boolean {
  return typed.trim() !== '';
}

export function when(isSo: boolean, problem: Problem): Problem[] {
  return isSo ? [problem] : [];
}
