import type { Problem } from '../model/composition';
import { roomOfTarget } from '../model/compositionDeliveryTarget';
import { problemsOf, type FileFault } from '../model/compositionProblems';
import { usualSettings } from '../model/serverSettings';
import { obstacleTo, type UploadObstacle } from '../model/uploadsLimits';
import type { ComposeDraft } from './composeDraft';
import type { OpenComposer } from './composePart';
import type { StagedFile } from './composeStaged';

type Composing = Pick<OpenComposer, 'session' | 'draft'>;

/** What the server would refuse. Of a message that was sent, its text alone is looked at. */
export function checked(composing: Composing): readonly Problem[] {
  const { session, draft } = composing;
  const { form, files, edits } = draft;
  const { rights } = session;
  const problems = problemsOf(form, {
    maxLength: (session.knownSettings ?? usualSettings).maxMessageLength,
    mayImpersonate: rights.can('message-impersonate'),
    files: files.length,
    faultyFiles: files.flatMap((file) => {
      const fault = fileFault(composing, file);
      return fault === undefined ? [] : [{ name: file.name, fault }];
    }),
    refusesCustomFields: draft.refusesCustomFields,
    canPost: (entry) => {
      const room = roomOfTarget(session, entry);
      return room && rights.obstacle(room);
    },
  });
  return edits ? problems.filter(({ path }) => path === 'text') : problems;
}

/** What keeps a file from going along; nothing, where it is everywhere already. */
export function fileFault(composing: Composing, file: StagedFile): FileFault | undefined {
  if (hasArrived(composing.draft, file.id)) return undefined;
  return file.isLost ? 'lost' : fileObstacle(composing, file);
}

/** By the server's limits, those of direct messages where it goes to one too. */
export function fileObstacle(
  { session, draft }: Composing,
  file: Pick<StagedFile, 'type' | 'size'>,
): UploadObstacle | undefined {
  const { files } = session.knownSettings ?? usualSettings;
  const isDirect = draft.form.targets.some(({ entry }) => isDirectMessage(session, entry.trim()));
  return obstacleTo(file, files, { type: isDirect ? 'd' : 'c' });
}

/** Also one that is still to be opened. */
function isDirectMessage(session: OpenComposer['session'], entry: string): boolean {
  const room = roomOfTarget(session, entry);
  return room ? room.type === 'd' : entry.startsWith('@');
}

function hasArrived({ form, sent }: ComposeDraft, file: string): boolean {
  const { targets } = form;
  const isThere = ({ entry }: { readonly entry: string }) =>
    sent.some((one) => one.entry === entry.trim() && one.files.includes(file));
  return targets.length > 0 && targets.every(isThere);
}
