import { html, type TemplateResult } from 'lit';
import type { MessageView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { picture } from '../shared/picture';
import { initialOf } from './cleaned';
import { emojiTemplate } from './emoji';

/** The author's picture, or what the message shows in its place. The name beside it says who it is. */
export function avatarTemplate({ author }: MessageView, context: PageContext): TemplateResult | '' {
  if (!context.setup.showsAvatars) return '';
  const initial = initialOf(author.name);
  const look =
    author.emoji === undefined
      ? picture(context.media, author.avatar, { alt: '', otherwise: initial })
      : emojiTemplate(author.emoji, initial, context);
  return html`<span class=${author.emoji === undefined ? 'avatar' : 'avatar is-emoji'} aria-hidden="true"
    >${look}</span
  >`;
}
