import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { commandIds, contextKeys, internalCommandIds, settingIds, viewIds } from '../../src/platform/ids';

interface Entry {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly extensionKind: readonly string[];
  readonly main: string;
  readonly browser: string;
  readonly type?: string;
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope?: string }>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsWelcome: readonly {
      readonly view: string;
      readonly contents: string;
      readonly when: string;
    }[];
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
    }[];
    readonly submenus: readonly { readonly id: string }[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
    readonly keybindings: readonly {
      readonly command: string;
      readonly when?: string;
      readonly key: string;
      readonly mac?: string;
      readonly args?: string | { readonly commands: readonly string[] };
    }[];
  };
}

const text = readFileSync('package.json', 'utf8');
// The shape is what this suite is about: a wrong one fails it.
const manifest = JSON.parse(text) as Manifest;
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const { contributes } = manifest;

describe('package.json', () => {
  const commands = contributes.commands.map(({ command }) => command);
  const menus = Object.entries(contributes.menus);
  const entries = menus.flatMap(([, list]) => list);
  const whens = [...entries, ...contributes.viewsWelcome, ...contributes.keybindings].map((entry) =>
    'when' in entry ? (entry.when ?? '') : '',
  );

  it('names the commands that the code registers, and no others', () => {
    assert.deepEqual(sorted(commands), sorted(commandIds));
  });

  it('keeps internal commands to the code', () => {
    for (const id of internalCommandIds) assert.equal(text.includes(id), false, id);
  });

  it('names the views of the code, and no others', () => {
    const views = Object.values(contributes.views).flatMap((list) => list.map(({ id }) => id));

    assert.deepEqual(sorted(views), sorted(viewIds));
  });

  it('names the settings of the code, and no others', () => {
    assert.deepEqual(sorted(Object.keys(contributes.configuration.properties)), sorted(settingIds));
  });

  it('asks for the context keys that the code sets, and no others', () => {
    const known: readonly string[] = viewIds;
    const asked = whens
      .flatMap((when) => when.match(/\brocketchat\.\w+/g) ?? [])
      .filter((id) => !known.includes(id));

    assert.deepEqual(sorted(new Set(asked)), sorted(contextKeys));
  });

  it('lets no workspace name a server, steer the network, or decide what is told or kept', () => {
    for (const [id, { scope }] of Object.entries(contributes.configuration.properties))
      assert.ok(scope === 'machine' || scope === 'application', `${id}: ${scope ?? 'window'}`);
  });

  it('gives every command its category and a title in words', () => {
    for (const { command, title, category } of contributes.commands) {
      assert.equal(category, 'Rocket.Chat', command);
      assert.equal(title, `%${command.replace('rocketchat.', 'command.')}%`);
    }
  });

  it('has words for every key, and no words to spare', () => {
    const keys = [...text.matchAll(/"%([\w.]+)%"/g)].flatMap((match) => match[1] ?? []);

    assert.deepEqual(sorted(new Set(keys)), sorted(Object.keys(words)));
  });

  it('shows in the palette of somebody signed out only what works there', () => {
    const conditional = new Set(contributes.menus['commandPalette']?.map(({ command }) => command));

    assert.deepEqual(sorted(commands.filter((id) => !conditional.has(id))), [
      'rocketchat.forgetAllowedSecrets',
      'rocketchat.shareCallStack',
      'rocketchat.shareChanges',
      'rocketchat.shareClipboard',
      'rocketchat.shareFile',
      'rocketchat.shareLink',
      'rocketchat.shareProblem',
      'rocketchat.shareSelection',
      'rocketchat.shareSelectionWithComment',
      'rocketchat.shareStagedChanges',
      'rocketchat.shareTerminalSelection',
      'rocketchat.showLog',
      'rocketchat.signIn',
    ]);
  });

  it('refers to commands and submenus that exist', () => {
    const submenus = contributes.submenus.map(({ id }) => id);
    const links = Object.values(words).flatMap((entry) => [...entry.matchAll(/\(command:([\w.]+)\)/g)]);
    const used = [...entries.map(({ command }) => command), ...links.map((match) => match[1])];

    for (const id of used) assert.ok(id === undefined || commands.includes(id), id);
    for (const { submenu } of entries)
      assert.ok(submenu === undefined || submenus.includes(submenu), submenu);
  });

  it('answers by Enter in the row that Enter selects', () => {
    const enter = contributes.keybindings.find(
      ({ key, command }) => key === 'enter' && command === 'runCommands',
    );

    assert.deepEqual(enter?.args, { commands: ['list.select', 'rocketchat.answerRow'] });
  });

  it('gives every entry of a menu its group and place', () => {
    for (const [menu, list] of menus)
      if (menu !== 'commandPalette')
        for (const { group, command } of list)
          assert.match(group ?? '', /^\w+@\d+$/, `${menu}: ${command ?? ''}`);
  });

  it('keeps conditions short', () => {
    for (const when of whens)
      assert.ok(
        when.replace(/^(view|focusedView|webviewId) (== [\w.]+|=~ \/\S+\/) && /, '').split('&&').length <= 2,
        when,
      );
  });

  it('binds no key with Ctrl+Alt, which types characters on many keyboards', () => {
    for (const { key, mac } of contributes.keybindings)
      assert.doesNotMatch(`${key} ${mac ?? ''}`, /ctrl\+alt|alt\+ctrl/);
  });

  it('tells Mark All Rooms Read that it comes from a key, as that is asked about', () => {
    const bound = contributes.keybindings.filter(({ command }) => command === 'rocketchat.markAllRead');

    assert.deepEqual(
      bound.map(({ args }) => args),
      ['key'],
    );
  });

  it('tells commands on messages that a key was pressed in a tree: its rows are meant', () => {
    const inTrees = contributes.keybindings.filter(
      ({ command, when }) => /Message|reply|Reaction/.test(command) && when?.includes('(rooms|threads)'),
    );

    assert.equal(inTrees.length > 0, true);
    assert.deepEqual([...new Set(inTrees.map(({ args }) => args))], ['rows']);
  });

  it('starts beside the person, after the start-up, in one bundle for both hosts', () => {
    // Links and tabs of a former window come before anything else of the extension is needed.
    assert.deepEqual(manifest.activationEvents, [
      'onStartupFinished',
      'onUri',
      'onWebviewPanel:rocketchat.conversation',
      'onWebviewPanel:rocketchat.compose',
    ]);
    assert.deepEqual(manifest.extensionKind, ['ui', 'workspace']);
    assert.equal(manifest.main, manifest.browser);
    assert.equal(manifest.type, undefined);
  });
});

function sorted(texts: Iterable<string>): string[] {
  return [...texts].sort();
}
