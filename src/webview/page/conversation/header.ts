import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceView } from '../../protocol/conversation';
import type { PageContext } from '../shared/context';
import { fill } from '../shared/fill';
import { openMenu } from './menu';

/** What the room or thread is called, the way back, and what can be done with all of it. */
export function header(view: PlaceView, context: PageContext): TemplateResult {
  const { title, topic, icon, contextValue, place } = view;
  const where = place && { rocketchatRoom: place.room, rocketchatThread: place.thread };
  const menu = where && JSON.stringify({ ...asRoom, rocketchatItem: contextValue, ...where });
  return html`<header class="room" data-vscode-context=${menu ?? nothing}>
    ${
      view.parent === undefined
        ? html`<i class="codicon codicon-${icon}" aria-hidden="true"></i>`
        : back(view.parent, context)
    }
    <h1 title=${title}>${title}</h1>
    <span class="topic muted small" title=${topic ?? nothing}>${topic}</span>
    ${place ? tools(context) : nothing}
  </header>`;
}

const asRoom = { webviewSection: 'room', preventDefaultContextMenuItems: true };

function back(parent: string, { words, tell }: PageContext): TemplateResult {
  const label = fill(words.list.back, parent);
  return html`<button class="icon" aria-label=${label} title=${label} @click=${() => tell({ type: 'back' })}>
    <i class="codicon codicon-arrow-left" aria-hidden="true"></i>
  </button>`;
}

function tools({ words: { list }, setup, tell }: PageContext): TemplateResult {
  const search = tool('search', list.search, () => tell({ type: 'header', action: 'search' }));
  const open = tool('link-external', list.openInEditor, () =>
    tell({ type: 'header', action: 'openInEditor' }),
  );
  return html`${search}${setup.home === 'sideBar' ? open : nothing}${tool('ellipsis', list.more, openMenu)}`;
}

function tool(icon: string, label: string, click: (event: MouseEvent) => void): TemplateResult {
  return html`<button class="icon" aria-label=${label} title=${label} @click=${click}>
    <i class="codicon codicon-${icon}" aria-hidden="true"></i>
  </button>`;
}
