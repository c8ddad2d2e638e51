import type { WireMessage } from '../../src/api/wire';

interface Span {
  readonly latest?: string;
  readonly oldest?: string;
  readonly inclusive?: boolean;
  readonly count?: number;
  readonly offset?: number;
}

/** What was said in a room as a server answers it: the newest of a span first. */
export function historyOf(all: readonly WireMessage[], cap = 100) {
  return (span: Span): { messages: WireMessage[] } => ({
    messages: all
      .filter(({ ts }) => isWithin(span, ts))
      .sort((one, other) => other.ts.localeCompare(one.ts))
      .slice(span.offset ?? 0)
      .slice(0, Math.min(cap, span.count ?? 50)),
  });
}

function isWithin({ latest = '\uffff', oldest = '', inclusive }: Span, time: string): boolean {
  if (inclusive && (time === latest || time === oldest)) return true;
  return oldest < time && time < latest;
}
