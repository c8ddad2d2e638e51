import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server that is no Rocket.Chat: for answers that the stand-in does not give. */
export class PlainServer {
  readonly requests: IncomingMessage[] = [];
  private readonly server = createServer((request, response) => {
    this.requests.push(request);
    this.answer(request, response);
  });

  private constructor(private readonly answer: RequestListener) {}

  static async start(answer: RequestListener): Promise<PlainServer> {
    const plain = new PlainServer(answer);
    await new Promise<void>((resolve) => plain.server.listen(0, '127.0.0.1', resolve));
    return plain;
  }

  get url(): string {
    // A TCP server's address is never a text.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}
