import assert from 'node:assert/strict';
import { circlesIn, importsUnder, type Import } from '../support/imports';

interface Layer {
  /** Layers, packages or modules of `src`, besides the layer itself. */
  readonly needs: readonly string[];
  /** These only as types, which are gone when it runs. */
  readonly knows?: readonly string[];
}

const feature: Layer = {
  needs: ['model', 'platform', 'base', 'vscode', 'api/errors'],
  knows: ['api', '@rocket.chat/message-parser'],
};

/** Arrows go one way: what each layer may import. The root alone may everything. */
const layers: Readonly<Record<string, Layer>> = {
  base: { needs: [] },
  api: { needs: ['base', 'ofetch'] },
  model: { needs: ['base', 'api', '@secretlint'] },
  platform: { needs: ['base', 'api/errors', 'vscode'] },
  accounts: feature,
  views: feature,
  commands: feature,
  webview: { ...feature, needs: [...feature.needs, 'webview/protocol'] },
  'webview/protocol': { needs: [] },
  'webview/page': {
    needs: [
      'webview/protocol',
      'lit',
      '@vscode-elements/elements',
      '@rocket.chat/message-parser',
      'highlight.js',
    ],
  },
};

function layerOf(module: string): string {
  if (module.startsWith('webview/page/')) return 'webview/page';
  if (module.startsWith('webview/protocol/')) return 'webview/protocol';
  return module.includes('/') ? (module.split('/')[0] ?? '') : 'root';
}

function isAllowed({ from, to, isType, isPackage }: Import): boolean {
  const own = layerOf(from);
  if (own === 'root') return true;
  if (!isPackage && layerOf(to) === own) return true;
  const { needs = [], knows = [] } = layers[own] ?? {};
  return [...needs, ...(isType ? knows : [])].some((name) => to === name || to.startsWith(`${name}/`));
}

const told = ({ from, to, isType }: Import) => `${from} -> ${to}${isType ? ' (types)' : ''}`;

describe('the layers of src', () => {
  let imports: Import[];
  before(async () => {
    imports = await importsUnder('src');
  });

  it('are all known', () => {
    const unknown = imports.filter(({ from }) => layerOf(from) !== 'root' && !layers[layerOf(from)]);

    assert.ok(imports.length > 50);
    assert.deepEqual(unknown.map(told), []);
  });

  it('import downwards only', () => {
    assert.deepEqual(imports.filter((one) => !isAllowed(one)).map(told), []);
  });

  it('leave the root alone', () => {
    assert.deepEqual(imports.filter(({ to }) => to === 'extension').map(told), []);
  });

  it('have no circle of modules that need each other', () => {
    assert.deepEqual(circlesIn(imports), []);
  });

  it('need nothing of Node, so that they run in a browser host too', () => {
    assert.deepEqual(imports.filter(({ to }) => to.startsWith('node:')).map(told), []);
  });
});

describe('the table of layers', () => {
  const cases: [string, string, 'value' | 'type', boolean][] = [
    ['base/event', 'api/wire', 'type', false],
    ['api/client', 'base/clock', 'type', true],
    ['api/client', 'model/room', 'type', false],
    ['api/transport', 'ofetch', 'value', true],
    ['model/room', 'ofetch', 'value', false],
    ['model/room', 'vscode', 'type', false],
    ['platform/command', 'api/errors', 'value', true],
    ['platform/command', 'api/client', 'type', false],
    ['views/roomTree', 'api/client', 'type', true],
    ['views/roomTree', 'api/connect', 'value', false],
    ['views/roomTree', 'commands/rooms', 'type', false],
    ['commands/share', 'views/pickRoom', 'value', false],
    ['webview/page/app', 'vscode', 'value', false],
    ['webview/page/app', 'webview/protocol', 'value', true],
    ['webview/panel', 'webview/page/app', 'value', false],
    ['webview/page/app', 'webview/panel', 'type', false],
    ['extension', 'api/connect', 'value', true],
  ];

  for (const [from, to, kind, allowed] of cases) {
    it(`${allowed ? 'lets' : 'does not let'} ${from} have ${to} as ${kind}`, () => {
      const isPackage = to === 'vscode' || to === 'ofetch';

      assert.equal(isAllowed({ from, to, isPackage, isType: kind === 'type' }), allowed);
    });
  }
});
