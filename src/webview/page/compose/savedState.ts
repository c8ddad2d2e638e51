/** What the page leaves for its host to find the draft again by, and where the person was in it. */
export interface SavedState {
  readonly account: string;
  readonly draft: string;
  /** How far the form is scrolled, in pixels. */
  readonly scroll?: number;
  /** The field that had the focus. */
  readonly focus?: string;
}

/** As an earlier life of the page left it; a version of long ago may have left anything. */
export function savedState(value: unknown): SavedState | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { account, draft, scroll, focus } = value as { readonly [Key in keyof SavedState]?: unknown };
  if (typeof account !== 'string' || typeof draft !== 'string') return undefined;
  return {
    account,
    draft,
    ...(typeof scroll === 'number' && { scroll }),
    ...(typeof focus === 'string' && { focus }),
  };
}
