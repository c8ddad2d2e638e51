import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageView, ReactionView } from '../../protocol/message';
import type { PageContext } from '../shared/context';
import { fill } from '../shared/fill';
import { cleanName } from './cleaned';
import { emojiTemplate } from './emoji';

/** How many names are said before it becomes a list of strangers. */
const maxNames = 30;

/** Who reacted how; pressing one does the same, or takes it back. */
export function reactionsTemplate(view: MessageView, context: PageContext): TemplateResult | typeof nothing {
  const { reactions, offers } = view;
  if (reactions.length === 0) return nothing;
  const mayReact = offers.includes('react');
  return html`<div class="reactions">
    ${repeat(
      reactions,
      ({ name }) => name,
      (reaction) => pill(reaction, { message: view.id, mayReact, context }),
    )}
    ${mayReact ? adder(view.id, context) : nothing}
  </div>`;
}

/** Lets the page offer emoji, beside what was pressed. */
export function pickReaction(message: string): (event: Event) => void {
  return ({ currentTarget }) =>
    currentTarget?.dispatchEvent(new CustomEvent('pick-reaction', { bubbles: true, detail: message }));
}

interface PillOptions {
  readonly message: string;
  readonly mayReact: boolean;
  readonly context: PageContext;
}

function pill(reaction: ReactionView, { message, mayReact, context }: PillOptions): TemplateResult {
  const { name, people, isMine } = reaction;
  const says = fill(context.words.message.reactedWith, namesOf(people, context), name);
  const glyph = context.emoji.find(name)?.unicode ?? name;
  const toggle = () => mayReact && context.tell({ type: 'react', message, emoji: name });
  return html`<button
    class="pill"
    aria-pressed=${isMine}
    aria-disabled=${mayReact ? nothing : 'true'}
    aria-label="${glyph} ${people.length}, ${says}"
    title=${says}
    @click=${toggle}
  >
    <span aria-hidden="true">${emojiTemplate(name, name, context)}</span>
    <span aria-hidden="true">${people.length}</span>
  </button>`;
}

function namesOf(people: readonly string[], { setup }: PageContext): string {
  const named = people.slice(0, maxNames).map(cleanName);
  const others = people.length - named.length;
  return new Intl.ListFormat(setup.locale).format(others > 0 ? [...named, `+${others}`] : named);
}

function adder(message: string, { words }: PageContext): TemplateResult {
  const { addReaction } = words.message;
  return html`<button
    class="pill"
    aria-label=${addReaction}
    title=${addReaction}
    @click=${pickReaction(message)}
  >
    <i class="codicon codicon-add" aria-hidden="true"></i>
  </button>`;
}
