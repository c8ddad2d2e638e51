import type { Clock } from '../../base/clock';
import type { Disposable } from '../../base/event';
import { Lifetime } from '../../base/lifetime';
import { callMs, Deadline } from '../deadline';
import { apiError } from '../failure';
import { methodError } from '../methodCall';
import { textsIn } from '../redact';
import type { Outgoing } from '../request';
import type { Result } from './frames';

/** A method of the server, and what its errors are made with. */
export interface Method {
  readonly name: string;
  readonly params: readonly unknown[];
  readonly out: Outgoing;
}

/** Whose server is spoken to. */
export interface Caller {
  /** Origin and path prefix, without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string;
}

export function methodOf(caller: Caller, name: string, params: readonly unknown[]): Method {
  const { baseUrl, token } = caller;
  const out: Outgoing = {
    route: `DDP ${name}`,
    method: 'POST',
    baseUrl,
    url: baseUrl,
    headers: {},
    redirect: 'manual',
    // Looked for when something has to be told, which is seldom.
    get secrets() {
      return textsIn([token, ...params]);
    },
  };
  return { name, params, out };
}

type Answered = (answer: Result) => void;

/** The methods under way on one connection. */
export class Methods implements Disposable {
  private readonly lifetime = new Lifetime();
  private readonly pending = new Map<string, Answered>();
  private asked = 0;

  constructor(
    private readonly clock: Clock,
    private readonly send: (frame: object) => void,
  ) {}

  /** Rejects with `ApiError`; `offline` when this is disposed before the answer. */
  async call(method: Method, signal?: AbortSignal): Promise<unknown> {
    const { out } = method;
    const deadline = new Deadline(this.clock, callMs, signal);
    try {
      const answer = await this.answer(method, deadline.signal);
      if (!answer) throw apiError({ kind: deadline.endedBy ?? 'offline' }, out);
      if (answer.error !== undefined) throw methodError(answer.error, { out, now: this.clock.now() });
      return answer.result;
    } finally {
      deadline.dispose();
    }
  }

  /** Without a deadline. `answered` is not called where no answer comes; the returned disposable forgets the method. */
  ask({ name, params }: Method, answered: Answered): Disposable {
    this.asked += 1;
    const id = `method-${this.asked}`;
    this.pending.set(id, answered);
    this.send({ msg: 'method', method: name, id, params });
    return { dispose: () => void this.pending.delete(id) };
  }

  settle(answer: Result): void {
    const answered = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    answered?.(answer);
  }

  dispose(): void {
    this.lifetime.dispose();
  }

  /** Undefined when the signal fires or the connection goes. */
  private async answer(method: Method, signal: AbortSignal): Promise<Result | undefined> {
    if (signal.aborted) return undefined;
    const answering = new Lifetime();
    try {
      return await new Promise<Result | undefined>((resolve) => {
        const end = () => resolve(undefined);
        answering.own(onAbort(signal, end));
        answering.own(onAbort(this.lifetime.signal, end));
        answering.own(this.ask(method, resolve));
      });
    } finally {
      answering.dispose();
    }
  }
}

function onAbort(signal: AbortSignal, run: () => void): Disposable {
  signal.addEventListener('abort', run);
  return { dispose: () => signal.removeEventListener('abort', run) };
}
