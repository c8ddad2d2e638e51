import { plainError } from './failures';

/** What a text says in JSON; undefined if it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What a parameter says in JSON; refused in the parser's words if it is none. */
export function neededJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw plainError(error.message);
    throw error;
  }
}
