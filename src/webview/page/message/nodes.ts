/** A node of a parsed text as a server sends it: it may be anything. */
export type Node = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Deeper than any person writes. */
const maxDepth = 40;

/** The bare text of whatever it is: of a node, of a list of nodes. */
export function bareText(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (depth > maxDepth) return '';
  if (Array.isArray(value)) return value.map((one) => bareText(one, depth + 1)).join('');
  return isNode(value) ? bareText(value['value'] ?? value['label'], depth + 1) : '';
}
