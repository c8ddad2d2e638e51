import assert from 'node:assert/strict';
import { CancellationError, commands } from 'vscode';
import { nativeAsk, type ChoiceQuestion, type TextQuestion } from '../../src/accounts/ask';

interface Answer {
  readonly typed: string;
}

/** The keys that a person presses in VS Code's own boxes. */
const press = {
  enter: () => commands.executeCommand('quickInput.accept'),
  escape: () => commands.executeCommand('workbench.action.closeQuickOpen'),
  back: () => commands.executeCommand('workbench.action.quickInputBack'),
};

function text(over: Partial<TextQuestion<Answer>> = {}): TextQuestion<Answer> {
  return {
    title: 'Test',
    step: 2,
    totalSteps: 3,
    prompt: 'Type',
    value: 'typed',
    keep: () => undefined,
    accept: (typed) => Promise.resolve({ typed }),
    ...over,
  };
}

const choice: ChoiceQuestion<Answer> = {
  title: 'Test',
  step: 2,
  totalSteps: 3,
  placeholder: 'Choose',
  choices: [
    { label: 'One', detail: 'the first', answer: { typed: 'one' } },
    { label: 'Two', detail: 'the second', answer: { typed: 'two' } },
  ],
};

describe('nativeAsk', () => {
  it('answers with what was typed on Enter', async () => {
    const answer = nativeAsk.text(text());

    await press.enter();

    assert.deepEqual(await answer, { typed: 'typed' });
  });

  it('goes back', async () => {
    const answer = nativeAsk.text(text());

    await press.back();

    assert.equal(await answer, 'back');
  });

  it('leaves on Escape and ends the check that is under way', async () => {
    const signals: AbortSignal[] = [];
    const accept = (_typed: string, signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<Answer>(() => undefined);
    };
    const answer = nativeAsk.text(text({ accept }));
    await press.enter();

    await press.escape();

    await assert.rejects(answer, CancellationError);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true],
    );
  });

  it('ends with a failure that is not about the answer', async () => {
    const answer = nativeAsk.text(text({ accept: () => Promise.reject(new TypeError('no function')) }));

    await press.enter();

    await assert.rejects(answer, TypeError);
  });

  it('offers choices', async () => {
    const answer = nativeAsk.choice(choice);

    await commands.executeCommand('workbench.action.quickOpenSelectNext');
    await press.enter();

    assert.deepEqual(await answer, { typed: 'two' });
  });

  it('leaves choices on Escape', async () => {
    const answer = nativeAsk.choice(choice);

    await press.escape();

    await assert.rejects(answer, CancellationError);
  });
});
