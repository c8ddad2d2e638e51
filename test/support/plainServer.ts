import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server that is no Rocket.Chat: for answers that the stand-in does not give. */
export class PlainServer {
  readonly requests: IncomingMessage[] = [];
  private readonly server = createServer((request, response) => {
    this.requests.push(request);
    this.answer(request, response);
  });

  url = '';

  private constructor(private readonly answer: RequestListener) {}

  static async start(answer: RequestListener): Promise<PlainServer> {
    const plain = new PlainServer(answer);
    await new Promise<void>((resolve) => plain.server.listen(0, '127.0.0.1', resolve));
    // A TCP server's address is never a text.
    plain.url = `http://127.0.0.1:${(plain.server.address() as AddressInfo).port}`;
    return plain;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
