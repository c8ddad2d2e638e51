import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { LastFocus } from '../../src/platform/focus';
import { FakeFiles } from '../support/fakes/files';
import { FakeFocus } from '../support/fakes/focus';

describe('LastFocus', () => {
  let files: FakeFiles;
  const open: LastFocus[] = [];

  /** A window of somebody who is signed in. */
  function window(account = 'ann'): { readonly focus: FakeFocus; readonly last: LastFocus } {
    const focus = new FakeFocus();
    const last = new LastFocus(files, focus);
    open.push(last);
    last.setInUse(account);
    return { focus, last };
  }

  beforeEach(() => (files = new FakeFiles()));
  afterEach(() => {
    for (const last of open.splice(0)) last.dispose();
  });

  it('is this window while it has the focus', async () => {
    const { focus, last } = window();

    focus.set(true);

    assert.equal(await last.isMine(), true);
  });

  it('stays with the window that had it last', async () => {
    const [one, other] = [window(), window()];

    one.focus.set(true);
    one.focus.set(false);
    other.focus.set(true);
    other.focus.set(false);

    assert.deepEqual([await one.last.isMine(), await other.last.isMine()], [false, true]);
  });

  it('is any window where none had it', async () => {
    assert.equal(await window().last.isMine(), true);
  });

  it('asks no window where another account is in use', async () => {
    const [one, other] = [window('ann'), window('bob')];

    one.focus.set(true);
    one.focus.set(false);
    other.focus.set(true);
    other.focus.set(false);

    assert.deepEqual([await one.last.isMine(), await other.last.isMine()], [true, true]);
  });

  it('leaves an account to other windows when it turns to another', async () => {
    const [one, other] = [window('ann'), window('ann')];
    one.focus.set(true);
    one.focus.set(false);

    one.last.setInUse('bob');
    await setImmediate();

    assert.equal(await other.last.isMine(), true);
  });

  it('is another window once the last one has closed', async () => {
    const [one, other] = [window(), window()];
    one.focus.set(true);
    one.focus.set(false);

    one.last.dispose();
    await setImmediate();

    assert.equal(await other.last.isMine(), true);
  });

  it('is left alone by a window that closes and was not the last', async () => {
    const [one, other] = [window(), window()];
    one.focus.set(true);
    one.focus.set(false);

    other.last.dispose();
    await setImmediate();

    assert.equal(files.texts.size, 1);
  });

  it('tells that it has the focus already when somebody signs in', async () => {
    const focus = new FakeFocus();
    focus.set(true);
    const last = new LastFocus(files, focus);
    open.push(last);

    last.setInUse('ann');
    focus.set(false);

    assert.equal(await last.isMine(), true);
    assert.equal(files.texts.size, 1);
  });

  it('neither reads nor writes while nobody is signed in', async () => {
    const focus = new FakeFocus();
    const last = new LastFocus(files, focus);

    focus.set(true);
    focus.set(false);
    await last.isMine();
    last.dispose();

    assert.deepEqual(files.calls, []);
  });
});
