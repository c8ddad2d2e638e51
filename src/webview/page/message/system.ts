import { html, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { cleanName } from './cleaned';
import { clockText, fullText } from './times';

/** What the room says of itself, in one line. */
export function systemTemplate(view: MessageView, { setup }: PageContext): TemplateResult {
  const { author, text, sentAt, type = '' } = view;
  return html`<span class="system small muted" title=${fullText(sentAt, setup)}
    ><i class="codicon codicon-${iconOf(type)}" aria-hidden="true"></i
    ><span
      ><bdi>${cleanName(author.name)}</bdi> <bdi>${text}</bdi> <time>${clockText(sentAt, setup)}</time></span
    ></span
  >`;
}

function iconOf(type: string): string {
  return icons.find(([pattern]) => pattern.test(type))?.[1] ?? 'info';
}

/** By what the types have in common; a new one of a server finds its kind, or none. */
const icons: readonly (readonly [RegExp, string])[] = [
  [/pinned/, 'pinned'],
  [/^(uj|ut|ujt|au|ui|added-user-to-team)$/, 'log-in'],
  [/^(ul|ult|ru|uir|removed-user-from-team|abac-removed-user-from-room)$/, 'log-out'],
  [/muted|banned|mute_unmute/, 'mute'],
  [/discussion|^user-.*team|team/, 'comment-discussion'],
  [/role|owner|moderator|leader/, 'shield'],
  [/e2e|privacy/, 'lock'],
  [/archived/, 'archive'],
  [/read-only|reacting/, 'circle-slash'],
  [/^r$|room_changed|room-/, 'edit'],
  [/videoconf|call/, 'device-camera-video'],
  [/^rm$/, 'trash'],
  [/^command$/, 'terminal'],
  [/^wm$/, 'smiley'],
];
