import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Found, Verdict } from '../../src/model/guard/secretGuard';
import { askAboutSecrets, SecretQuestion, type SecretRow } from '../../src/views/secretQuestion';
import { FakeClock } from '../support/fakeClock';
import { meanwhile } from '../support/meanwhile';

const text = 'host = acme.io\n  apiKey = "Zq81Lmno2PrT" # and "Zq81Lmno2PrT"\nkey = "Xw55"';

const found = (secret: string, from = 0, rule = 'key', label?: string): Found => {
  const start = text.indexOf(secret, from);
  const line = text.slice(0, start).split('\n').length;
  return {
    passage: label === undefined ? passage : { ...passage, label },
    finding: { start, end: start + secret.length, line, rule },
  };
};
const passage = { text };
const first = found('Zq81Lmno2PrT');
const again = found('Zq81Lmno2PrT', first.finding.end);
const short = found('Xw55', 0, 'github-token');

/** The question as it stands there, and what a person does with it. */
function asked(secrets: readonly Found[]) {
  const clock = new FakeClock();
  const allowed: Found[] = [];
  const picker = vscode.window.createQuickPick<SecretRow>();
  const typed = new vscode.EventEmitter<string>();
  const accepted = new vscode.EventEmitter<void>();
  const pressed = new vscode.EventEmitter<vscode.QuickPickItemButtonEvent<SecretRow>>();
  Object.defineProperties(picker, {
    onDidChangeValue: { value: typed.event },
    onDidAccept: { value: accepted.event },
    onDidTriggerItemButton: { value: pressed.event },
  });
  const allow = (one: Found) => Promise.resolve(void allowed.push(one));
  const question = new SecretQuestion(secrets, { picker, clock, allow });
  const type = (letter: string) => typed.fire(letter);
  const press = (label: RegExp) => {
    const item = picker.items.find((row) => label.test(row.label));
    const [button] = item?.buttons ?? [];
    if (item && button) pressed.fire({ item, button });
  };
  const enter = (label: RegExp) => {
    const selected = picker.items.filter((row) => label.test(row.label));
    Object.defineProperty(picker, 'selectedItems', { value: selected, configurable: true });
    accepted.fire();
  };
  return { clock, allowed, picker, question, type, press, enter };
}

const settled = async ({ answered }: SecretQuestion): Promise<Verdict['kind'] | 'open'> => {
  const answer = await Promise.race([
    answered,
    new Promise<undefined>((resolve) => setImmediate(() => resolve(undefined))),
  ]);
  return answer?.kind ?? 'open';
};

const ended = (answer: Promise<Verdict>) => answer.then(() => undefined);

describe('The question about secrets', () => {
  it('says the line of the file, where it is code from one', () => {
    const inFile = { ...first, passage: { text, lineOf: (line: number) => line + 40 } };

    const { picker, question } = asked([inFile]);

    assert.ok(picker.items.some(({ label }) => label === '$(key) Line 42: key'));
    question.dispose();
  });

  it('says how many, and of each its line, its kind and how it begins', () => {
    const { picker, question } = asked([first, again, short]);

    assert.equal(picker.title, '2 secrets in what you are about to send');
    assert.deepEqual(
      picker.items.slice(4).map(({ label, description }) => `${label} | ${description ?? ''}`),
      ['$(key) Line 2: key | apiKey = "Zq…" # and "Zq…"', '$(key) Line 3: GitHub token | key = "…"'],
    );
    question.dispose();
  });

  it('names the file that it was found in', () => {
    const { picker, question } = asked([found('Xw55', 0, 'key', '.env')]);

    assert.equal(picker.title, '1 secret in what you are about to send');
    assert.equal(picker.items.at(-1)?.detail, '.env');
    question.dispose();
  });

  it('stays when the focus goes elsewhere', () => {
    const { picker, question } = asked([first]);

    assert.equal(picker.ignoreFocusOut, true);
    question.dispose();
  });

  for (const [letter, kind] of [
    ['m', 'mask'],
    ['S', 'send'],
    ['c', 'cancel'],
  ] as const)
    it(`does by ${letter} alone what it says: ${kind}`, async () => {
      const { clock, question, type } = asked([first]);
      await clock.advance(1_000);

      type(letter);

      assert.equal(await settled(question), kind);
      question.dispose();
    });

  it('does not send what somebody was still writing when it came', async () => {
    const { question, type } = asked([first]);

    type('s');

    assert.equal(await settled(question), 'open');
    question.dispose();
  });

  it('takes other letters for slips', async () => {
    const { clock, picker, question, type } = asked([first]);
    await clock.advance(1_000);

    type('x');

    assert.equal(picker.value, '');
    assert.equal(await settled(question), 'open');
    question.dispose();
  });

  it('masks by Enter', async () => {
    const answer = askAboutSecrets([first], () => Promise.resolve());

    await meanwhile(ended(answer), 'workbench.action.acceptSelectedQuickOpenItem');

    assert.deepEqual(await answer, { kind: 'mask', found: [first] });
  });

  it('cancels by Escape', async () => {
    const answer = askAboutSecrets([first], () => Promise.resolve());

    await meanwhile(ended(answer), 'workbench.action.closeQuickOpen');

    assert.deepEqual(await answer, { kind: 'cancel' });
  });

  it('forgets one that is allowed for good, wherever it stands, and masks the others', async () => {
    const { allowed, clock, picker, press, question, type } = asked([first, again, short]);
    await clock.advance(1_000);

    press(/Line 2/);
    await settled(question);
    type('m');

    assert.deepEqual(allowed, [first]);
    assert.equal(picker.title, '1 secret in what you are about to send');
    assert.deepEqual(await question.answered, { kind: 'mask', found: [short] });
    question.dispose();
  });

  it('leaves as it is one that was picked, and masks the others', async () => {
    const { enter, picker, question } = asked([first, short]);

    enter(/Line 3/);
    const labels = picker.items.map(({ label }) => label);
    enter(/^Mask/);

    assert.deepEqual(
      [labels[0], labels.at(-1)],
      ['Mask 1 and Send', '$(circle-slash) Line 3: GitHub token, is not masked'],
    );
    assert.deepEqual(await question.answered, { kind: 'mask', found: [first] });
    question.dispose();
  });

  it('leaves one secret as it is wherever it stands, when it is picked', async () => {
    const { enter, picker, question } = asked([
      first,
      { ...again, passage: { text, label: 'a.env' } },
      short,
    ]);

    const { detail } = picker.items.find(({ label }) => label.includes('Line 2')) ?? {};
    enter(/Line 2/);
    enter(/^Mask 1/);

    assert.equal(detail, 'a.env');
    assert.deepEqual(await question.answered, { kind: 'mask', found: [short] });
    question.dispose();
  });

  it('masks again one that is picked twice', async () => {
    const { enter, question } = asked([first, short]);

    enter(/Line 3/);
    enter(/Line 3/);
    enter(/^Mask All/);

    assert.deepEqual(await question.answered, { kind: 'mask', found: [first, short] });
    question.dispose();
  });

  it('offers to send, and waits, once nothing is left to ask about', async () => {
    const { enter, picker, press, question } = asked([short]);

    press(/Line 3/);
    const state = await settled(question);
    const first = picker.items[0]?.label;
    enter(/^Send$/);

    assert.deepEqual([state, first], ['open', 'Send']);
    assert.deepEqual(await question.answered, { kind: 'send' });
    question.dispose();
  });

  it('offers to send where all are to stay as they are', () => {
    const { enter, picker, question } = asked([short]);

    enter(/Line 3/);

    assert.deepEqual(
      picker.items.slice(0, 2).map(({ label }) => label),
      ['Send', 'Cancel'],
    );
    question.dispose();
  });

  it('looks at each of very many a few times, also where all stand in one line', () => {
    const secrets = Array.from({ length: 1_000 }, (_, at) => `Zq81Lmno${1_000 + at}`);
    const text = secrets.map((secret) => `key = "${secret}"; `).join('');
    let looks = 0;
    const passage = {
      get text() {
        looks += 1;
        return text;
      },
    };
    const many = secrets.map((secret) => {
      const start = text.indexOf(secret);
      return { passage, finding: { start, end: start + secret.length, line: 1, rule: 'key' } };
    });

    const { picker, question } = asked(many);

    assert.equal(picker.title, '1000 secrets in what you are about to send');
    assert.ok(looks <= 10 * many.length, `${looks} looks`);
    question.dispose();
  });

  it('shows of a line without end how the secrets beside it begin, and nothing more', () => {
    const text = `${'a'.repeat(5_000)} key = "Zq81Lmno2PrT", key = "Xw55"`;
    const passage = { text };
    const finding = (secret: string) => {
      const start = text.indexOf(secret);
      return { passage, finding: { start, end: start + secret.length, line: 1, rule: 'key' } };
    };

    const { picker, question } = asked([finding('Zq81Lmno2PrT'), finding('Xw55')]);

    assert.match(picker.items.at(-1)?.description ?? '', /^…a+ key = "Zq…", key = "…"$/);
    question.dispose();
  });

  it('shows of a long line where the secret stands', () => {
    const long = `${'a '.repeat(300)}key = "Xw55"${' b'.repeat(300)}`;
    const start = long.indexOf('Xw55');
    const finding = { start, end: start + 4, line: 1, rule: 'key' };

    const { picker, question } = asked([{ passage: { text: long }, finding }]);

    assert.match(picker.items.at(-1)?.description ?? '', /^….*key = "…"/);
    question.dispose();
  });
});
