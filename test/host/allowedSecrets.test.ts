import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { forgetAllowed } from '../../src/commands/allowedSecrets';
import type { AllowedSecrets } from '../../src/model/guard/allowed';
import { allowing, keptAllowed } from '../../src/views/secretGuard';
import { FakeMemento } from '../support/fakes/memento';
import { RecordingSecrets } from '../support/fakes/secrets';

describe('Forget Allowed Secrets', () => {
  let allowed: AllowedSecrets;
  beforeEach(async () => {
    allowed = keptAllowed(new RecordingSecrets(), new FakeMemento());
    await allowed.add('one');
    await allowed.add('other');
  });

  it('says how many, and forgets them when that is confirmed', async () => {
    const questions: string[] = [];

    await forgetAllowed(allowed, (question) => {
      questions.push(question);
      return Promise.resolve(true);
    });

    assert.deepEqual(questions, ['Forget the 2 secrets that are always allowed?']);
    assert.equal(allowed.count, 0);
  });

  it('forgets none where somebody turns away', async () => {
    await forgetAllowed(allowed, () => Promise.resolve(false));

    assert.equal(allowed.count, 2);
  });

  it('asks nothing where there is none', async () => {
    await allowed.forget();

    await forgetAllowed(allowed, () => assert.fail('asked'));
  });

  it('has its command', async () => {
    await vscode.extensions.getExtension('rocketchat-for-vscode.rocketchat')?.activate();

    const commands = await vscode.commands.getCommands(true);

    assert.ok(commands.includes('rocketchat.forgetAllowedSecrets'));
  });
});

describe('Always Allow This One', () => {
  const found = {
    passage: { text: 'Summer2026!' },
    finding: { start: 0, end: 11, line: 1, rule: 'password' },
  };
  let keys: RecordingSecrets;
  let shelf: FakeMemento;
  let said: string[];
  const allowIn = (allowed: AllowedSecrets) => allowing(allowed, (words) => said.push(words));
  beforeEach(() => {
    keys = new RecordingSecrets();
    shelf = new FakeMemento();
    said = [];
  });

  it('says nothing where it is kept', async () => {
    await allowIn(keptAllowed(keys, shelf))(found);

    assert.deepEqual(said, []);
  });

  it('says where the system loses it with the window', async () => {
    keys.trouble = 'losesWhatItStores';

    await allowIn(keptAllowed(keys, shelf))(found);

    assert.match(said.join(), /^This system does not keep secrets .* once this window closes\.$/);
  });

  it('says where the system gives no earlier ones back, and how to start anew', async () => {
    await allowIn(keptAllowed(keys, shelf))(found);
    keys.trouble = 'readingThrows';

    await allowIn(keptAllowed(keys, shelf))(found);

    assert.match(said.join(), /asked about again.* Forget Allowed Secrets… starts anew\.$/);
  });
});
