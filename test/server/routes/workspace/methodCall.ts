import { Rejection } from '../../failures';
import { isObject } from '../../isObject';
import { neededJson } from '../../json';
import type { CallMethod } from '../../methods/all';
import { fromEjson, toEjson } from '../../methods/ejson';
import { errorFrame } from '../../methods/method';
import type { Call, JsonObject, Route } from '../../route';
import { isBefore } from '../../version';
import { neededText } from '../parameters';
import { closed, text } from '../schemas';

const body = closed({ message: text }, ['message']);
const unlimited = { calls: 0, ms: 0 };

/** Methods of the real-time protocol over REST: its frames are texts inside the bodies. */
export function methodCallRoutes(callMethod: CallMethod): readonly Route[] {
  const handle = (call: Call) => run(call, callMethod);
  const shared = { verb: 'POST', limit: unlimited, body, handle } as const;
  return [
    { ...shared, name: 'method.call/:method', auth: 'required' },
    { ...shared, name: 'method.callAnon/:method', auth: 'none' },
  ];
}

/** What the method refuses was a success of the call until 8.0. */
function run(call: Call, callMethod: CallMethod): JsonObject | Response {
  const { id, method, params } = frameIn(neededText(call.body, 'message'));
  const { world, maybeUser: user, token, header, address } = call;
  try {
    const result = callMethod({ world, user, token, header, address }, method, params);
    return { message: JSON.stringify({ msg: 'result', id, result: toEjson(result) }) };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    const message = JSON.stringify({ msg: 'result', id, error: toEjson(errorFrame(error)) });
    if (isBefore(world.version, '8.0')) return { message };
    return Response.json({ message, success: false }, { status: 400 });
  }
}

interface Frame {
  readonly id: unknown;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** The frame's own method counts, not that of the address. */
function frameIn(message: string): Frame {
  const frame = fromEjson(neededJson(message));
  const { id, method, params } = isObject(frame) ? frame : {};
  return { id, method: String(method), params: Array.isArray(params) ? params : [] };
}
