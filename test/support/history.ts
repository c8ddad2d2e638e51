import type { WireMessage } from '../../src/api/wire';

interface Span {
  readonly latest?: string;
  readonly oldest?: string;
  readonly inclusive?: boolean;
  readonly count?: number;
  readonly offset?: number;
  readonly unreads?: boolean;
}

interface History {
  readonly messages: WireMessage[];
  readonly firstUnread?: WireMessage;
}

/** What was said in a room as a server answers it: the newest of a span first, no more than `cap` at a time. */
export function historyOf(all: readonly WireMessage[], cap = 100) {
  return (span: Span): History => {
    const found = all.filter(({ ts }) => isWithin(span, ts)).sort((a, b) => b.ts.localeCompare(a.ts));
    const start = span.offset ?? 0;
    const messages = found.slice(start, start + Math.min(cap, span.count ?? 50));
    const end = messages.at(-1)?.ts ?? '';
    const firstUnread = found.findLast(({ ts }) => ts < end);
    return { messages, ...(span.unreads && { firstUnread }) };
  };
}

function isWithin({ latest = '\uffff', oldest = '', inclusive }: Span, time: string): boolean {
  if (inclusive && (time === latest || time === oldest)) return true;
  return oldest < time && time < latest;
}
