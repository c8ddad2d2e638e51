import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Emitter } from '../../src/base/event';
import type { Session } from '../../src/model/session';
import { webTarget } from '../../src/model/links';
import { LinkHover } from '../../src/views/linkHover';
import type { Answers } from '../support/fakeClient';
import { sessionWith } from '../support/fakeSession';
import { wireMessage } from '../support/makers/message';

const server = 'https://chat.example.org';
const other = 'https://other.example.org';
const link = `${server}/channel/general?msg=m`;

describe('LinkHover', () => {
  let hover: LinkHover | undefined;
  afterEach(() => hover?.dispose());

  /** What shows on the tenth sign of a file with that text. */
  async function hovering(content: string, answers: Answers = {}, msg = 'hello') {
    const { client, session } = sessionWith(answers);
    if (!answers.chat) session.receive([wireMessage('m', { msg })]);
    const current = { get: () => session, onDidChange: new Emitter<Session | undefined>().event };
    hover = new LinkHover(current, (href) => webTarget(href, [server, other]));
    const document = await vscode.workspace.openTextDocument({ content });
    const shown = await hover.provideHover(document, new vscode.Position(0, 10));
    return { client, shown, texts: textsOf(shown) };
  }

  it('shows the message that a link leads to, its room, and a way there', async () => {
    const { texts } = await hovering(`// ${link}).`);

    assert.match(texts[0]?.value ?? '', /hello/);
    assert.equal(texts[1]?.value, 'general');
    assert.match(texts[2]?.value ?? '', /\(command:_rocketchat\.openLink\?[^)]+\)$/);
  });

  it('trusts nothing that the server sent', async () => {
    const { texts } = await hovering(link, {}, '[x](command:workbench.action.quit) <img src=x>');

    assert.deepEqual(
      texts.slice(0, -1).map(({ isTrusted, supportHtml }) => [isTrusted ?? false, supportHtml ?? false]),
      [
        [false, false],
        [false, false],
      ],
    );
    assert.deepEqual(texts.at(-1)?.isTrusted, { enabledCommands: ['_rocketchat.openLink'] });
  });

  it('covers the link and no sign behind it', async () => {
    const { shown } = await hovering(`see ${link}).`);

    assert.deepEqual([shown?.range?.start.character, shown?.range?.end.character], [4, 4 + link.length]);
  });

  it('fetches a message that is not known', async () => {
    const { texts } = await hovering(link, { chat: { getMessage: () => ({ message: wireMessage('m') }) } });

    assert.match(texts[0]?.value ?? '', /text of m|m/);
  });

  for (const [what, content] of [
    ['words', 'nothing but words in here'],
    ['another server', `${other}/channel/general?msg=m`],
    ['another site', 'https://example.com/channel/general?msg=m'],
    ['a room alone', `${server}/channel/elsewhere`],
  ] as const)
    it(`shows nothing, and asks for nothing, on ${what}`, async () => {
      const { client, shown } = await hovering(content);

      assert.deepEqual([shown, client.called], [undefined, []]);
    });

  it('shows nothing where the message is gone', async () => {
    const { shown } = await hovering(`${server}/channel/general?msg=gone`, {
      chat: { getMessage: () => ({ message: wireMessage('gone', { rid: 'elsewhere' }) }) },
    });

    assert.equal(shown, undefined);
  });
});

function textsOf(hover: vscode.Hover | undefined): readonly vscode.MarkdownString[] {
  return (hover?.contents ?? []).filter((one) => one instanceof vscode.MarkdownString);
}
