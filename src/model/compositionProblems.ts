import type { Composition, Problem } from './composition';
import { avatarFault } from './compositionAddress';
import { attachmentProblems, when } from './compositionAttachmentProblems';
import { isShortCode } from './compositionEmoji';
import { readJson } from './compositionJson';
import { toPayload } from './compositionPayload';
import type { PostingObstacle } from './posting';
import type { UploadObstacle } from './uploadsLimits';

/** Why a file goes nowhere. `lost`: its bytes did not outlive the window. */
export type FileFault = 'lost' | UploadObstacle;

export interface FaultyFile {
  readonly name: string;
  readonly fault: FileFault;
}

/** What the server lets this person say. */
export interface ComposeLimits {
  /** In UTF-16 units. */
  readonly maxLength: number;
  /** Alias and avatar are allowed. */
  readonly mayImpersonate: boolean;
  /** How many files go along. */
  readonly files: number;
  /** Of those, the ones that cannot. */
  readonly faultyFiles?: readonly FaultyFile[];
  /** Why nothing can be written there; of a target that is not known, nothing. */
  readonly canPost?: (entry: string) => PostingObstacle | undefined;
  /** The server has refused custom fields: it tells nobody before. */
  readonly refusesCustomFields?: boolean;
}

/** What keeps the form from being sent, in the order of its fields; nothing where it can be. */
export function problemsOf(form: Composition, limits: ComposeLimits): readonly Problem[] {
  return [
    ...targetProblems(form, limits),
    ...contentProblems(form, limits),
    ...lookProblems(form, limits),
    ...form.attachments.flatMap((attachment, at) =>
      attachmentProblems(attachment, `attachments.${at}`, limits.maxLength),
    ),
    ...(limits.faultyFiles ?? []).map(fileProblem),
    ...customFieldProblems(form, limits),
  ];
}

function targetProblems({ targets }: Composition, { canPost }: ComposeLimits): Problem[] {
  if (targets.every(({ entry }) => entry.trim() === '')) return [{ path: 'targets', kind: 'noTarget' }];
  return targets.flatMap(({ entry, label }, at): Problem[] => {
    const obstacle = canPost?.(entry);
    // A channel that one has not joined is joined on the way.
    if (obstacle === undefined || obstacle === 'notJoined') return [];
    return [{ path: `targets.${at}`, kind: 'notPostable', detail: label, obstacle }];
  });
}

function contentProblems(form: Composition, { files, maxLength }: ComposeLimits): Problem[] {
  const { text = '', attachments = [] } = toPayload(form);
  const isEmpty = text === '' && attachments.length === 0 && files === 0;
  return [
    ...when(isEmpty, { path: 'text', kind: 'nothingToSend' }),
    ...when(text.length > maxLength, { path: 'text', kind: 'tooLong', detail: text.length - maxLength }),
  ];
}

function lookProblems({ emoji, alias, avatar }: Composition, { mayImpersonate }: ComposeLimits): Problem[] {
  const fault = avatar.trim() === '' ? undefined : avatarFault(avatar);
  const isRefused = (typed: string) => typed.trim() !== '' && !mayImpersonate;
  return [
    ...when(emoji.trim() !== '' && !isShortCode(emoji), { path: 'emoji', kind: 'notAnEmoji' }),
    ...when(isRefused(alias), { path: 'alias', kind: 'noRightToImpersonate' }),
    ...when(isRefused(avatar), { path: 'avatar', kind: 'noRightToImpersonate' }),
    ...(fault ? [{ path: 'avatar', ...fault }] : []),
  ];
}

function fileProblem({ name, fault }: FaultyFile): Problem {
  const at = { path: 'files', detail: name };
  return fault === 'lost' ? { ...at, kind: 'lostFile' } : { ...at, kind: 'refusedFile', refusal: fault };
}

function customFieldProblems(
  { customFields }: Composition,
  { refusesCustomFields }: ComposeLimits,
): Problem[] {
  const path = 'customFields';
  const value = readJson(customFields);
  if (value === 'nothing') return [];
  if (typeof value === 'string') return [{ path, kind: value }];
  return when(refusesCustomFields === true, { path, kind: 'customFieldsOff' });
}
