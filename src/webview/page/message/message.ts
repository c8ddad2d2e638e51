import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { attachmentsTemplate } from './attachments';
import { avatarTemplate } from './avatar';
import { deliveryTemplate } from './delivery';
import { filesTemplate } from './fileLine';
import { marksTemplate, metaTemplate } from './meta';
import { inBrowser } from './openLink';
import { previewsTemplate } from './previews';
import { reactionsTemplate } from './reactions';
import { systemTemplate } from './system';
import { textTemplate } from './text';
import { discussionTemplate, threadTemplate } from './thread';
import './actionBar';
import './collapsible';

export interface MessageOptions {
  readonly context: PageContext;
  /** Says who speaks; the ones after it stand under the same name. */
  readonly isFirst: boolean;
  /** Stands in its thread: that it is a reply need not be said. */
  readonly isInThread?: boolean;
  /** It was not sent: there is nothing that could be done to it. */
  readonly isPreview?: boolean;
}

/** What stands in one item of a list of messages. */
export function messageTemplate(view: MessageView, options: MessageOptions): TemplateResult {
  const { context, isFirst } = options;
  if (view.kind === 'system') return html`${systemTemplate(view, context)}${below(view, context)}`;
  const saysReply = view.reply?.isShownInRoom === true && options.isInThread !== true;
  return html`${isFirst ? avatarTemplate(view, context) : nothing}${
    isFirst ? metaTemplate(view, context) : nothing
  }${saysReply ? threadTemplate.reply(view, context) : nothing}${bodyTemplate(view, context)}${
    isFirst ? nothing : marksTemplate(view, context)
  }${below(view, context)}${actionsTemplate(view, options)}`;
}

function actionsTemplate(
  view: MessageView,
  { context, isFirst, isPreview }: MessageOptions,
): TemplateResult | typeof nothing {
  if (isPreview === true) return nothing;
  return html`<rc-actions .view=${view} .context=${context} .showsTime=${!isFirst}></rc-actions>`;
}

function bodyTemplate(view: MessageView, context: PageContext): unknown {
  const { deleted, encrypted } = context.words.message;
  switch (view.kind) {
    case 'deleted':
      return html`<div class="text unsaid muted">
        <i class="codicon codicon-trash" aria-hidden="true"></i> ${deleted}
      </div>`;
    case 'encrypted':
      return html`<div class="text unsaid muted">
        <i class="codicon codicon-lock" aria-hidden="true"></i> ${encrypted}
      </div>`;
    case 'said':
    case 'system':
      return view.isIgnored === true ? ignoredTemplate(view, context) : saidTemplate(view, context);
  }
}

/** Folded until one wants to read it after all. */
function ignoredTemplate(view: MessageView, context: PageContext): TemplateResult {
  const { ignored } = context.words.message;
  return html`<rc-collapsible
    .show=${ignored}
    .hide=${ignored}
    .content=${saidTemplate(view, context)}
  ></rc-collapsible>`;
}

function saidTemplate(view: MessageView, context: PageContext): readonly unknown[] {
  const { hasBlocks } = context.words.message;
  return [
    textTemplate(view, context),
    attachmentsTemplate(view, context),
    filesTemplate(view, context),
    previewsTemplate(view, context),
    view.hasBlocks
      ? html`<div class="small muted">${hasBlocks} ${inBrowser(view.id, undefined, context)}</div>`
      : nothing,
  ];
}

/** What others, and time, have added. */
function below(view: MessageView, context: PageContext): readonly unknown[] {
  return [
    reactionsTemplate(view, context),
    threadTemplate.summary(view, context),
    discussionTemplate(view, context),
    deliveryTemplate(view, context),
  ];
}
