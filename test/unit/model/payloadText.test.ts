import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { Payload } from '../../../src/model/payload';
import { curlOf, payloadText } from '../../../src/model/payloadText';
import { documentedMessage } from '../../support/documentedMessage';

describe('payloadText', () => {
  it('says all of the message', () => {
    assert.deepEqual(JSON.parse(payloadText(documentedMessage)), documentedMessage);
  });

  it('orders the keys as the documentation does, and what it does not know last', () => {
    const attachment = { pretext: 'P', fields: [], title: 'T', color: '#fff' };

    const text = payloadText({ attachments: [attachment], text: 'hello', roomId: 'GENERAL' });

    assert.deepEqual(text.match(/"\w+"(?=:)/g), [
      '"roomId"',
      '"text"',
      '"attachments"',
      '"color"',
      '"title"',
      '"fields"',
      '"pretext"',
    ]);
  });

  it('is written for people', () => {
    assert.equal(payloadText({ text: 'hello' }), '{\n  "text": "hello"\n}');
  });
});

describe('curlOf', () => {
  const nasty = "it's `here` $HOME \"!!\" \\ \n'' é";

  for (const text of ['hello', nasty])
    it(`survives a shell with ${JSON.stringify(text)}`, () => {
      const payload: Payload = { channel: '#general', text };

      const args = argumentsOf(curlOf(payload, 'https://chat.example.org/team'));

      assert.deepEqual(args, [
        ...['-X', 'POST', 'https://chat.example.org/team/api/v1/chat.postMessage'],
        ...['-H', 'Content-Type: application/json'],
        ...['-H', 'X-Auth-Token: <your token>'],
        ...['-H', 'X-User-Id: <your user id>'],
        ...['--data-raw', payloadText(payload)],
      ]);
    });

  it('takes no matter of the slash after the server', () => {
    assert.match(curlOf({}, 'https://chat.example.org/'), /'https:\/\/chat\.example\.org\/api\/v1\//);
  });
});

/** What curl would be given by a shell. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}
