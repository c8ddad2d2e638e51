import assert from 'node:assert/strict';
import { clientTable, type Row } from '../../support/clientTable';

describe('clientTable', () => {
  let table: readonly Row[];
  before(function () {
    // A compiler at work beside a busy machine's other work.
    this.timeout(60_000);
    table = clientTable();
  });

  const parametersOf = (method: string) =>
    new Map(table.find((row) => row.method === method)?.parameters.map((one) => [one.name, one]));

  it('reads a row as it stands in the table', () => {
    const { parameters, ...row } =
      table.find(({ method }) => method === 'chat.unPinMessage') ?? assert.fail();

    assert.deepEqual([row.group, row.name, row.verb, row.since], ['chat', 'unPinMessage', 'POST', '0.59']);
    assert.match(row.summary, /^Takes a pin off/);
    assert.deepEqual(parameters, [
      { name: 'messageId', isOptional: false, type: 'string', doc: 'The message.' },
    ]);
  });

  it('gives what is inside objects and lists by its path', () => {
    const parameters = parametersOf('chat.sendMessage');

    assert.equal(parameters.get('message.rid')?.isOptional, false);
    assert.equal(parameters.get('message.attachments[].fields[].title')?.isOptional, false);
    assert.equal(parameters.get('message.attachments[].color')?.isOptional, true);
  });

  it('joins the forms that arguments may take, each key once', () => {
    const { parameters } = table.find(({ method }) => method === 'chat.syncMessages') ?? assert.fail();

    assert.deepEqual(parameters.map(({ name, isOptional }) => `${name}${isOptional ? '?' : ''}`).toSorted(), [
      'count?',
      'fromTs?',
      'lastUpdate?',
      'next?',
      'previous?',
      'roomId',
      'type?',
    ]);
  });

  it('writes types as one would', () => {
    const parameters = parametersOf('chat.postMessage');

    assert.equal(parameters.get('roomId')?.type, 'string | readonly string[]');
    assert.equal(parameters.get('attachments')?.type, 'readonly OutgoingAttachment[]');
    assert.equal(parameters.get('parseUrls')?.type, 'boolean');
  });

  it('has no parameters for a method without any', () => {
    assert.deepEqual(parametersOf('me'), new Map());
  });
});
