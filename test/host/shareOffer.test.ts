import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { FormOffer } from '../../src/commands/shareOffer';
import type { Snippet } from '../../src/model/snippet';
import type { ShareAs } from '../../src/model/snippetForm';
import { Session } from '../../src/model/session';
import { RoomPicker } from '../../src/views/pickRoom';
import type { TargetItem } from '../../src/views/pickRoomItems';
import { clientOf } from '../support/clientOf';
import { FakeMemento } from '../support/fakes/memento';
import { eventually } from '../support/eventually';
import { longSnippet, snippet } from '../support/fakes/sharing';
import { account } from '../support/makers/account';
import { eachWithServer } from '../support/standIn';

function offerOf(snippets: readonly Snippet[], setting: ShareAs = 'auto', hasComposer = false): FormOffer {
  const sizeText = (bytes: number) => `${bytes} bytes`;
  return new FormOffer(snippets, { setting, label: 'src/a.ts:1', hasComposer, sizeText });
}

const tooltips = (offer: FormOffer) => offer.buttons().map(({ tooltip }) => tooltip);

describe('FormOffer', () => {
  for (const [kind, title] of [
    ['code', 'Share src/a.ts:1 as code in the message'],
    ['error', 'Share src/a.ts:1 as an attachment'],
    ['link', 'Share src/a.ts:1'],
  ] as const) {
    it(`says before sending what becomes of ${kind}`, () => {
      assert.equal(offerOf([snippet({ kind })]).title(), title);
    });
  }

  it('says that it becomes a file as soon as the limit is known', () => {
    const offer = offerOf([longSnippet(100)]);
    const titles: string[] = [];
    offer.onDidChange(() => titles.push(offer.title()));

    offer.learn([longSnippet(100)], 300);

    assert.deepEqual(titles, ['Share src/a.ts:1 as the file a.ts (790 bytes)']);
  });

  it('offers the other forms, and changes to the one that is pressed', () => {
    const offer = offerOf([snippet()]);
    const before = tooltips(offer);
    const [attachment] = offer.buttons();
    assert.ok(attachment);

    const isOpen = offer.press(attachment);

    assert.deepEqual(before, ['Share as an Attachment', 'Share as a File']);
    assert.deepEqual(tooltips(offer), ['Share as Code in the Message', 'Share as a File']);
    assert.deepEqual([isOpen, offer.forms()], [true, ['attachment']]);
  });

  it('names no form where each has its own, and changes all at once', () => {
    const offer = offerOf([snippet(), snippet({ kind: 'error' })]);
    const title = offer.title();
    const file = offer.buttons().at(-1);
    assert.ok(file);

    offer.press(file);

    assert.equal(title, 'Share src/a.ts:1');
    assert.deepEqual(
      [offer.title(), offer.forms()],
      ['Share src/a.ts:1 as uploaded files', ['file', 'file']],
    );
  });

  it('leads to the composer and away from the rooms', () => {
    const offer = offerOf([snippet({ kind: 'link' })], 'auto', true);
    const [compose] = offer.buttons();
    assert.ok(compose);

    const isOpen = offer.press(compose);

    assert.deepEqual(
      [tooltips(offer), isOpen, offer.wantsComposer],
      [['Go On in the Composer…'], false, true],
    );
  });
});

describe('RoomPicker, with something else to be decided', () => {
  const server = eachWithServer();
  let session: Session;
  let picker: vscode.QuickPick<TargetItem>;
  let press: (button: vscode.QuickInputButton) => void;

  beforeEach(() => {
    session = new Session({ account: account({ server: server().url }), client: clientOf(server()) });
  });
  afterEach(() => session.dispose());

  it('shows it in the title, and changes it by the buttons', async () => {
    const picked = pick(offerOf([snippet()]));
    const before = picker.title;

    pressAt(0);

    assert.deepEqual(
      [before, picker.title],
      ['Share src/a.ts:1 as code in the message', 'Share src/a.ts:1 as an attachment'],
    );
    picker.hide();
    assert.equal(await picked, undefined);
  });

  it('is left for the composer', async () => {
    const offer = offerOf([snippet({ kind: 'link' })], 'auto', true);
    await session.sync.refresh('person');
    const picked = pick(offer);
    const [inFocus] = picker.items.flatMap(({ target }) => (target?.kind === 'room' ? [target.room] : []));
    await eventually('a row in focus', () => picker.activeItems.length > 0);

    pressAt(0);

    assert.deepEqual([await picked, offer.wantsComposer], [undefined, true]);
    assert.ok(inFocus);
    assert.equal(offer.room?.id, inFocus.id);
  });

  function pick(offer: FormOffer) {
    const rooms = new RoomPicker(new FakeMemento(), () => {
      picker = vscode.window.createQuickPick<TargetItem>();
      return new Proxy(picker, { get: watched });
    });
    return rooms.pick(session, { title: 'Share', prompt: 'Enter shares', folder: undefined, offer });
  }

  /** VS Code has no command that presses a button of a list. */
  function watched(target: vscode.QuickPick<TargetItem>, key: string | symbol): unknown {
    if (key !== 'onDidTriggerButton') return bound(target, key);
    return (listener: typeof press) => {
      press = listener;
      return { dispose: () => undefined };
    };
  }

  function bound(target: vscode.QuickPick<TargetItem>, key: string | symbol): unknown {
    const value: unknown = Reflect.get(target, key, target);
    // A function of the list, whatever it takes.
    return typeof value === 'function' ? (value.bind(target) as unknown) : value;
  }

  function pressAt(index: number): void {
    const button = picker.buttons[index];
    assert.ok(button);
    press(button);
  }
});
