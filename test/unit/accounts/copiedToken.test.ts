import assert from 'node:assert/strict';
import { copiedToken, type CopiedToken } from '../../../src/accounts/copiedToken';

const token = 'Qm7vT2xKc9Lw4RzYbN8sHd3FgJ6pA1eUoI5tXqVnM0k';
const userId = 'rbAXPnMktTFbNpwtJ';

describe('copiedToken', () => {
  const table: readonly [says: string, pasted: string, found: CopiedToken | undefined][] = [
    ['takes a token alone', token, { token }],
    ['takes a token amid blanks', `  ${token}\n`, { token }],
    ['leaves the judgement of a single word to the server', 'short', { token: 'short' }],
    [
      'reads what the page of tokens shows',
      `Please save your token carefully as you will no longer be able to view it afterwards. \nToken: ${token}\nYour user Id: ${userId}`,
      { token, userId },
    ],
    ['reads it on one line', `Token: ${token} Your user Id: ${userId}`, { token, userId }],
    ['reads it in French', `Jeton : ${token}\nVotre identifiant : ${userId}`, { token, userId }],
    ['reads it in Chinese', `令牌：${token}\n您的用户 ID：${userId}`, { token, userId }],
    ['reads the lines alone', `${token}\n${userId}`, { token, userId }],
    ['reads the user id first', `User: ${userId}, Token: ${token}`, { token, userId }],
    ['takes an id with a dot', `Token: ${token} Id: rocket.cat.`, { token, userId: 'rocket.cat' }],
    ['guesses no user id out of a sentence', `this is my ${token}`, { token }],
    ['finds none in a sentence', 'I have no token yet: sorry', undefined],
    ['finds none in nothing', ' ', undefined],
  ];

  for (const [says, pasted, found] of table) it(says, () => assert.deepEqual(copiedToken(pasted), found));
});
