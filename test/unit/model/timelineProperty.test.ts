import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WireMessage } from '../../../src/api/wire';
import { messageId, type Message } from '../../../src/model/message';
import { roomId } from '../../../src/model/room';
import { timelineLimit, type Timeline } from '../../../src/model/timeline';
import { failure } from '../../support/fakeClient';
import { FakeClock } from '../../support/fakeClock';
import { sessionWith } from '../../support/fakeSession';
import { historyOf } from '../../support/history';
import { wireMessage } from '../../support/makers/message';

const general = roomId('general');
const start = Date.parse('2026-01-01T00:00:00.000Z');

/** What happens, in the terms of a share of the messages that are there. */
type Step = readonly [
  'older' | 'newer' | 'latest' | 'around' | 'arrive' | 'delete' | 'edit' | 'atOnce',
  number,
];

const steps = fc.array(
  fc.tuple(
    fc.constantFrom<Step[0]>(
      'older',
      'older',
      'newer',
      'newer',
      'latest',
      'around',
      'arrive',
      'delete',
      'edit',
      'atOnce',
    ),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
  ),
  { maxLength: 40 },
);

/** Milliseconds between two messages: none at all, moments, or months. */
const gaps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 60_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 3_600_000, max: 5_000_000_000 }) },
  ),
  { minLength: 1, maxLength: 40 },
);

/** A room of the server, and one viewer of it. */
class Trial {
  private readonly truth: WireMessage[] = [];
  private readonly session;
  private time = start;
  private said = 0;
  readonly timeline: Timeline;

  constructor(
    private readonly gaps: readonly number[],
    { size, cap }: { readonly size: number; readonly cap: number },
  ) {
    for (let at = 0; at < size; at++) this.say();
    const { session } = sessionWith(
      {
        channels: { history: historyOf(this.truth, cap) },
        chat: { getMessage: ({ msgId }) => this.get(msgId) },
      },
      { clock: new FakeClock(this.time) },
    );
    this.session = session;
    this.timeline = session.timeline({ room: general });
  }

  async take([what, share]: Step): Promise<void> {
    const { timeline } = this;
    const place = Math.floor(share * this.truth.length);
    const one = this.truth[place];
    if (what === 'arrive') this.session.receive([this.say()]);
    else if (what === 'older' || what === 'newer' || what === 'latest') await timeline[what]();
    else if (one) await this.takeWith(one, what, place);
  }

  private async takeWith(one: WireMessage, what: Step[0], place: number): Promise<void> {
    const { timeline } = this;
    if (what === 'atOnce') await this.doAtOnce(place, one);
    else if (what === 'around') assert.equal(await timeline.around(messageId(one._id)), true);
    else if (what === 'delete') this.delete(place, one);
    else this.edit(place, one);
  }

  /** The window is a part of the truth, without a gap, and says of its ends what is so. */
  check(): void {
    const { messages, hasNewer, hasOlder } = this.timeline;
    const all = [...this.truth].sort(byMoment);
    const shown = messages.map(({ id, text }) => `${id} ${text}`);
    const from = all.findIndex(({ _id }) => _id === messages[0]?.id);
    const slice = all.slice(Math.max(from, 0), Math.max(from, 0) + shown.length);
    assert.deepEqual(
      shown,
      slice.map(({ _id, msg }) => `${_id} ${msg}`),
    );
    assert.ok(shown.length <= timelineLimit);
    if (!hasOlder) this.checkEnd(all[0], messages[0]);
    if (!hasNewer) this.checkEnd(all.at(-1), messages.at(-1));
    if (!hasOlder && !hasNewer) assert.equal(shown.length, all.length);
  }

  /** Of a window that is empty amid others the other end tells that there is more. */
  private checkEnd(said: WireMessage | undefined, shown: Message | undefined): void {
    if (shown) assert.equal(shown.id, said?._id);
  }

  /** What happens while pages are under way. */
  private async doAtOnce(place: number, one: WireMessage): Promise<void> {
    const { timeline } = this;
    const loading = [timeline.older(), timeline.newer()];
    this.session.receive([this.say()]);
    await Promise.resolve();
    this.delete(place, one);
    this.session.receive([this.say()]);
    await Promise.all(loading);
  }

  private say(): WireMessage {
    const number = this.said++;
    this.time += this.gaps[number % this.gaps.length] ?? 1;
    const message = wireMessage(`${(number * 7919) % 10_007}`, { ts: new Date(this.time).toISOString() });
    this.truth.push(message);
    return message;
  }

  private get(id: string) {
    const message = this.truth.find(({ _id }) => _id === id);
    return message ? { message } : Promise.reject(failure('notFound'));
  }

  private delete(place: number, { _id }: WireMessage): void {
    this.truth.splice(place, 1);
    this.session.messages.remove([messageId(_id)]);
  }

  private edit(place: number, message: WireMessage): void {
    const _updatedAt = new Date(Date.parse(message._updatedAt) + 1).toISOString();
    const edited = { ...message, msg: `${message.msg}!`, _updatedAt };
    this.truth[place] = edited;
    // The server tells of it wherever it is.
    this.session.receive([edited]);
  }
}

function byMoment(one: WireMessage, other: WireMessage): number {
  return one.ts.localeCompare(other.ts) || (one._id < other._id ? -1 : 1);
}

describe('The window of a timeline', () => {
  it('is without a gap and true, whatever happens', async function () {
    this.timeout(120_000);
    const rooms = fc.record({
      size: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 60, max: 1600 })),
      cap: fc.constantFrom(100, 50, 30),
    });
    await fc.assert(
      fc.asyncProperty(gaps, rooms, steps, async (some, room, course) => {
        const trial = new Trial(some, room);
        await trial.timeline.open();
        trial.check();
        for (const step of course) {
          await trial.take(step);
          trial.check();
        }
      }),
      { numRuns: 150 },
    );
  });
});
