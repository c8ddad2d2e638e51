import assert from 'node:assert/strict';
import WebSocketOfNode from 'ws';
import { Socket, type WebSocketConstructor } from '../../../../src/api/realtime/socket';
import { strayErrors } from '../../../support/strayErrors';

/** A host's socket that goes on talking after it was closed, as a half-open one may. */
class Stubborn extends EventTarget {
  static last: Stubborn | undefined;

  constructor() {
    super();
    Stubborn.last = this;
  }

  send(): void {
    throw new Error('not expected');
  }

  close(): void {
    this.dispatchEvent(new CloseEvent('close', { code: 1006 }));
  }
}

describe('a socket that was disposed', () => {
  it('tells nothing more, whatever the other side does', () => {
    const told: string[] = [];
    const socket = new Socket(Stubborn, 'ws://127.0.0.1:1', {
      opened: () => told.push('opened'),
      received: () => told.push('received'),
      ended: () => told.push('ended'),
    });

    socket.dispose();
    for (const event of [new Event('open'), new MessageEvent('message', { data: '{}' })])
      Stubborn.last?.dispatchEvent(event);

    assert.deepEqual(told, []);
  });

  it('leaves no error to nobody, of a kind that throws those', async () => {
    // Its listeners get events of its own classes, with the same fields.
    const WebSocket = WebSocketOfNode as unknown as WebSocketConstructor;
    const nothing = () => undefined;

    const strays = await strayErrors(async () => {
      const socket = new Socket(WebSocket, 'ws://127.0.0.1:1', {
        opened: nothing,
        received: nothing,
        ended: nothing,
      });
      socket.dispose();
      await new Promise((resolve) => setImmediate(resolve));
    });

    assert.deepEqual(strays, []);
  });
});
