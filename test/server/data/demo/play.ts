import type { SeedMessage } from '../seed';
import type { Calendar } from './calendar';
import { messageId, roomId } from './ids';
import type { Line, Scene } from './script';

/** Lines that follow each other: a room's own, or the replies of one thread. */
interface Sequence {
  readonly room: string;
  readonly lines: readonly Line[];
  readonly thread?: string;
  /** Where its unnamed lines get their ids from. */
  readonly place: string;
  readonly day: string;
}

interface Moment {
  readonly id: string;
  readonly at: number;
  readonly editedAt: number | undefined;
}

export function play({ room, lines }: Scene, calendar: Calendar): SeedMessage[] {
  return playSequence({ room, lines, place: '', day: '' }, calendar);
}

function playSequence(sequence: Sequence, calendar: Calendar): SeedMessage[] {
  let { day } = sequence;
  let previous = Infinity;
  return sequence.lines.flatMap((line, index) => {
    const { name = `${sequence.place}${index + 1}`, when, editedWhen, replies = [] } = line.parts;
    const id = messageId(sequence.room, name);
    [day = day] = /^\d(?= )/.exec(when) ?? [];
    const clock = calendar.minutesAgo(onDay(day, when));
    if (clock > previous + 1) throw new Error(`Out of order in ${sequence.room}: ${onDay(day, when)}`);
    // Two lines of the same minute keep their order.
    const at = Math.min(clock - calendar.jitter(id), previous - 0.15);
    previous = at;
    const editedAt = editedWhen === undefined ? undefined : calendar.minutesAgo(onDay(day, editedWhen));
    return [
      message({ id, at, editedAt }, line, sequence),
      ...playSequence({ room: sequence.room, lines: replies, thread: id, place: `${name}.`, day }, calendar),
    ];
  });
}

function onDay(day: string, when: string): string {
  return /^\d\d:/.test(when) ? `${day} ${when}` : when;
}

function message({ id, at, editedAt }: Moment, line: Line, { room, thread }: Sequence): SeedMessage {
  const { from, text, fate } = line.parts;
  return {
    id,
    room: roomId(room),
    from,
    at,
    text,
    ...fate,
    ...(thread === undefined ? {} : { thread }),
    ...(editedAt === undefined ? {} : { edited: editedAt }),
  };
}
