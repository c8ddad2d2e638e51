import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';

/**
 * What carries texts and files of the person to the server, and the modules that may call it. A way out that is missing
 * here may have forgotten the guard: put the guard before it, then name it.
 */
const carriers: readonly (readonly [call: RegExp, by: readonly string[]])[] = [
  [
    /\bsession\.sending\.send\(|\bsending\.send\(place/,
    ['commands/delivery', 'model/compositionDelivery', 'webview/sendingPart'],
  ],
  [/\buploads\.send\(/, ['commands/shareUpload', 'views/rowDropSending', 'webview/sendingPart']],
  [/\bnew UploadsDelivery\(/, ['model/compositionFiles', 'model/uploads']],
  [/\bnew CompositionFiles\(/, ['webview/composeUploads']],
  [/\bnew CompositionDelivery\(/, ['webview/composeRun']],
  [/\bslashCommands\.run\(/, ['webview/sendingPart']],
  [/(?<![.\w])edit\(session,/, ['webview/composeEditing', 'webview/sendingPart']],
  [/\bdelivery\.(?:send|reply)\(session,/, ['commands/reply', 'commands/shareShipment']],
  [/\.sendMessage\(|\bchat\.update\(/, ['model/messageEditing', 'model/outbox']],
  [/\bchat\.postMessage\(/, []],
  [/\.reportMessage\(/, ['model/messageAuthor']],
  [/\breport\(session,/, ['commands/messageAuthors']],
  [/\.createDiscussion\(/, ['model/roomArrival']],
  [/\bdiscuss\(session,/, ['commands/discussion', 'commands/messageSequels']],
  [/\busers\.setStatus\(/, ['commands/status']],
];

/** Where the guard stands: what the others of the list are given has passed here. */
const gates = [
  'commands/discussion',
  'commands/messageAuthors',
  'commands/messageSequels',
  'commands/reply',
  'commands/safeInput',
  'commands/shareShipment',
  'commands/status',
  'views/rowDropSending',
  'webview/composeSending',
  'webview/sendingPart',
];

const modules = globSync('src/**/*.ts')
  .map((file) => file.split(sep).join('/').slice('src/'.length))
  .filter((file) => !file.startsWith('api/') && !file.startsWith('webview/page/'))
  .map((file) => ({ name: file.replace(/\.ts$/, ''), text: readFileSync(`src/${file}`, 'utf8') }))
  .toSorted((one, other) => (one.name < other.name ? -1 : 1));

describe('The ways out', () => {
  for (const [call, by] of carriers)
    it(`by ${call.source.slice(0, 40)} are those that are known`, () => {
      const callers = modules.filter(({ text }) => call.test(text)).map(({ name }) => name);

      assert.deepEqual(callers, by);
    });

  for (const gate of gates)
    it(`have the guard in ${gate}`, () => {
      const text = modules.find(({ name }) => name === gate)?.text ?? '';

      assert.match(
        text,
        /\bguard\.check\(|\bcheck(?:Texts?|Files|Leaving|Cargo)\(|\baskSafely\(guard,|\bawait guarded\(/,
      );
    });
});
