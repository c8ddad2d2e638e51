/**
 * The body as the server reads it. Never throws: what cannot be parsed counts as `{}`, as do multipart
 * and nothing at all; a type that is neither JSON nor a form stays text.
 */
export function parseBody(contentType: string, text: string): unknown {
  if (text === '' || contentType.includes('multipart/form-data')) return {};
  if (contentType.includes('application/json')) return parseJson(text);
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  return text;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
