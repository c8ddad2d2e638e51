import assert from 'node:assert/strict';
import { failureFrom } from '../../support/clientOf';
import { general, windowOn, type SendingWindow } from '../../support/sendingWindow';
import { eachWithServer } from '../../support/standIn';

const run = '/api/v1/commands.run';

describe('SlashCommands', () => {
  const server = eachWithServer();
  let window: SendingWindow;

  beforeEach(() => (window = windowOn(server())));
  afterEach(() => window.session.dispose());

  const meaningOf = (text: string) => window.session.slashCommands.meaningOf(text);

  it('knows a command of the server, and what follows it', async () => {
    assert.deepEqual(await meaningOf('/TOPIC All about\nfish'), {
      kind: 'command',
      command: 'topic',
      params: 'All about\nfish',
    });
  });

  it('leaves to the server what other clients run themselves', async () => {
    assert.deepEqual(await meaningOf('/shrug'), { kind: 'command', command: 'shrug', params: '' });
  });

  it('knows that there is no such command', async () => {
    assert.deepEqual(await meaningOf('/nonsense 1'), { kind: 'unknown', command: 'nonsense' });
  });

  it('takes it for a text where the server does', async () => {
    server().settings.set('Message_AllowUnrecognizedSlashCommand', true);

    assert.deepEqual(await meaningOf('/nonsense 1'), { kind: 'text' });
  });

  for (const text of ['// a comment', ' /topic x', '/usr/bin/env', 'say /topic', '/'])
    it(`takes ${JSON.stringify(text)} for a text, and asks nobody`, async () => {
      assert.deepEqual(await meaningOf(text), { kind: 'text' });
      assert.deepEqual(server().requests.all(), []);
    });

  it('asks for the commands once', async () => {
    await meaningOf('/topic a');
    const asked = server().requests.all().length;
    await meaningOf('/topic b');

    assert.equal(server().requests.all().length, asked);
  });

  it('is run where it was written', async () => {
    await window.session.slashCommands.run(general, 'shrug', 'well');

    assert.match(server().world.messages.inRoom('GENERAL').at(-1)?.msg ?? '', /^well .*ツ/);
  });

  it('is never run twice by itself', async () => {
    server().faults.add({ kind: 'drop', path: run, times: 1, after: true });

    const error = await failureFrom(window.session.slashCommands.run(general, 'shrug', ''));

    assert.equal(error.failure.kind, 'offline');
    assert.equal(server().requests.to('POST', run).length, 1);
  });
});
