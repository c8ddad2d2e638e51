import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { generateSync } from 'otplib';
import { listIn, textIn, type Item } from '../../../support/ask';
import { type ApiClient, type Challenge, apiClient, refusalOf } from '../../../support/foreign/apiClient';
import { eachWithServer } from '../../../support/standIn';
import { person, tokenOf, workspace } from '../../../support/workspace';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const time = Date.parse('2026-03-02T09:00:10.000Z');

describe("Rocket.Chat's own client, asked for a second factor", () => {
  const data = workspace(person('tom', { totpSecret: secret }), person('mia', { emailSecondFactor: true }));
  // Else an account as young as these would not be asked.
  const settings = { Accounts_TwoFactorAuthentication_RememberFor: 0 };
  const server = eachWithServer({ data, settings, wallClock: () => time });
  const asked: Challenge[] = [];
  beforeEach(() => asked.splice(0));

  const clientOf = (username: string, answers: () => string[]): ApiClient => {
    const client = apiClient(server());
    client.setCredentials({ 'X-User-Id': `${username}-id`, 'X-Auth-Token': tokenOf(username) });
    client.handleTwoFactorChallenge((challenge) => {
      asked.push(challenge);
      return Promise.resolve(answers()[asked.length - 1] ?? assert.fail('Asked too often'));
    });
    return client;
  };
  const newToken = (client: ApiClient): Promise<Item> =>
    client.post('/v1/users.generatePersonalAccessToken', { tokenName: 'script' });
  const hashOf = (password: string) => createHash('sha256').update(password).digest('hex');
  const right = () => generateSync({ secret, epoch: Math.floor(time / 1000) });

  it('answers with the password, and the token that it gets works', async () => {
    const ann = clientOf('ann', () => [hashOf('ann-password')]);

    const { token } = await newToken(ann);

    const script = apiClient(server());
    script.setCredentials({ 'X-User-Id': 'ann-id', 'X-Auth-Token': textIn({ token }, 'token') });
    assert.deepEqual(asked, [{ method: 'password', emailOrUsername: undefined, invalidAttempt: false }]);
    assert.equal((await script.get('/v1/me'))['username'], 'ann');
  });

  it('is asked again after a wrong code of the authenticator', async () => {
    const tom = clientOf('tom', () => ['000000', right()]);

    await newToken(tom);

    const { tokens } = await tom.get('/v1/users.getPersonalAccessTokens');
    const attempts = asked.map(({ method, invalidAttempt }) => [method, invalidAttempt]);
    assert.deepEqual(attempts, [
      ['totp', false],
      ['totp', true],
    ]);
    assert.ok(listIn({ tokens }, 'tokens').some(({ name }) => name === 'script'));
  });

  it('answers with the code that came by mail, and learns to whom it went', async () => {
    const mia = clientOf('mia', () => [server().emailCode('mia') ?? 'none']);

    await newToken(mia);

    assert.deepEqual(asked, [{ method: 'email', emailOrUsername: 'mia', invalidAttempt: false }]);
  });

  it('gives up where nobody answers for it', async () => {
    const mute = apiClient(server());
    mute.setCredentials({ 'X-User-Id': 'ann-id', 'X-Auth-Token': tokenOf('ann') });

    const { status, body } = await refusalOf(newToken(mute));

    assert.deepEqual([status, body['error']], [400, 'TOTP Required [totp-required]']);
  });
});
