import type { Credentials } from '../../src/api/client';

/** What one would write without a client: `fetch`, the two headers, JSON. */
export class Bare {
  private readonly headers: Readonly<Record<string, string>>;

  constructor(
    private readonly url: string,
    { authToken, userId }: Credentials,
  ) {
    this.headers = { 'X-Auth-Token': authToken, 'X-User-Id': userId };
  }

  async get(method: string): Promise<unknown> {
    const response = await fetch(`${this.url}/api/v1/${method}`, { headers: this.headers });
    return response.json();
  }

  async post(method: string, args: object): Promise<unknown> {
    const response = await fetch(`${this.url}/api/v1/${method}`, {
      method: 'POST',
      headers: { ...this.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(args),
    });
    return response.json();
  }
}
