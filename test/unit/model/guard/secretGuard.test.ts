import assert from 'node:assert/strict';
import { SecretGuard, type Found, type Verdict } from '../../../../src/model/guard/secretGuard';
import { Lot } from '../../../guard/lot';
import { noOwnRules } from '../../../support/openGuard';

const lot = new Lot(11);
const token = `ghp_${lot.plain(36)}`;
const key = `AKIA${lot.upper(16)}`;

/** A guard whose person answers as told; and what was asked. */
function guardWith(
  answer: (found: readonly Found[]) => Verdict | Promise<Verdict>,
  ...allowed: readonly string[]
) {
  const asked: string[][] = [];
  const guard = new SecretGuard({
    rules: () => noOwnRules,
    allowed: () => Promise.resolve(new Set(allowed)),
    ask: (found) => {
      asked.push(found.map(({ finding }) => finding.rule));
      return Promise.resolve(answer(found));
    },
  });
  return { guard, asked };
}

const maskAll = (found: readonly Found[]): Verdict => ({ kind: 'mask', found });

describe('SecretGuard', () => {
  it('asks nobody where nothing is found', async () => {
    const { guard, asked } = guardWith(maskAll);

    assert.deepEqual(await guard.check([{ text: 'hello' }, { text: '' }]), ['hello', '']);
    assert.deepEqual(asked, []);
  });

  it('asks once for all texts, and masks in each', async () => {
    const { guard, asked } = guardWith(maskAll);

    const texts = await guard.check([{ text: `a ${token}` }, { text: 'b' }, { text: key, label: 'c' }]);

    assert.deepEqual(asked, [['github-token', 'aws-access-key']]);
    assert.deepEqual(texts, ['a ‹github-token masked›', 'b', '‹aws-access-key masked›']);
  });

  it('masks the same text twice where it is twice there', async () => {
    const { guard } = guardWith(maskAll);

    const texts = await guard.check([{ text: token }, { text: token }]);

    assert.deepEqual(texts, ['‹github-token masked›', '‹github-token masked›']);
  });

  it('leaves what the person has allowed meanwhile', async () => {
    const { guard } = guardWith((found) => maskAll(found.slice(1)));

    assert.deepEqual(await guard.check([{ text: `${token} ${key}` }]), [`${token} ‹aws-access-key masked›`]);
  });

  it('never asks about one that is always allowed', async () => {
    const { guard, asked } = guardWith(maskAll, token);

    const texts = await guard.check([{ text: `${token} ${key}` }, { text: token }]);

    assert.deepEqual(asked, [['aws-access-key']]);
    assert.deepEqual(texts, [`${token} ‹aws-access-key masked›`, token]);
  });

  it('sends as it is where the person wants that', async () => {
    const { guard } = guardWith(() => ({ kind: 'send' }));

    assert.deepEqual(await guard.check([{ text: token }]), [token]);
  });

  it('lets nothing go where the person turns away', async () => {
    const { guard } = guardWith(() => ({ kind: 'cancel' }));

    assert.equal(await guard.check([{ text: token }, { text: 'harmless' }]), undefined);
  });

  it('looks at nothing while it is switched off', async () => {
    const none = () => assert.fail('asked');
    const guard = new SecretGuard({ rules: () => undefined, allowed: none, ask: none });

    assert.deepEqual(await guard.check([{ text: token }]), [token]);
  });

  it('asks the second question when the first is answered', async () => {
    let settle: (verdict: Verdict) => void = () => undefined;
    const first = new Promise<Verdict>((resolve) => (settle = resolve));
    const answers = [first, Promise.resolve<Verdict>({ kind: 'send' })];
    const { guard, asked } = guardWith(() => answers.shift() ?? assert.fail('asked too often'));

    const one = guard.check([{ text: token }]);
    const other = guard.check([{ text: key }]);
    settle({ kind: 'cancel' });

    assert.deepEqual([await one, await other], [undefined, [key]]);
    assert.deepEqual(asked, [['github-token'], ['aws-access-key']]);
  });
});
