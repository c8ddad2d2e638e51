import assert from 'node:assert/strict';
import { ask, type Item } from '../../support/ask';

/** What is asked, by whom, with which parameters; and the status and text of the answer. */
export type Refusal = readonly [
  what: string,
  method: string,
  as: string,
  parameters: Item,
  error: string,
  status?: number,
];

/** One test for each row: the call is refused in these words. */
export function refuses(server: () => { url: string }, rows: readonly Refusal[]): void {
  for (const [what, method, as, parameters, error, status = 400] of rows) {
    it(`${method} refuses ${what}`, async () => {
      const answer = await asking(server(), method, as, parameters);

      assert.deepEqual([answer.status, answer.body['error']], [status, error]);
    });
  }
}

/** Parameters go where the verb wants them. */
export function asking(server: { url: string }, method: string, as: string, parameters: Item = {}) {
  if (!method.startsWith('GET')) return ask(server, method, { as, body: parameters });
  const query = Object.entries(parameters).map(([key, value]) => [key, String(value)] as const);
  return ask(server, method, { as, query: Object.fromEntries(query) });
}
