import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

/** Gives an element a CSS variable, the only way that the page's policy leaves to style by what a message says. */
class CssVariable extends Directive {
  override render(_name: `--${string}`, _value: string | undefined): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [name, value]: [`--${string}`, string | undefined]): unknown {
    if (element instanceof HTMLElement) element.style.setProperty(name, value ?? null);
    return noChange;
  }
}

export const cssVariable = directive(CssVariable);
