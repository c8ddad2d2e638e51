import type { AttachmentView, MessageView } from '../../src/webview/protocol/message';
import { author, atMinute, messageView } from './makers/views';

/** Runs if it can: a page in which it did has `stolen`. */
const theft = 'globalThis.stolen=1';
/** Asked for if it can be. */
const elsewhere = 'https://evil.example/beacon.png';

const scripts = [
  `<script>${theft}</script>`,
  `<img src=x onerror="${theft}">`,
  `<svg onload="${theft}"><animate onbegin="${theft}" /></svg>`,
  `<iframe srcdoc="<script>parent.${theft}</script>"></iframe>`,
  `"><img src="${elsewhere}">`,
  `<style>body{display:none}@import "${elsewhere}"</style>`,
  `<link rel="stylesheet" href="${elsewhere}">`,
  `\${${theft}}{{${theft}}}<!--${theft}-->`,
  `</textarea></script><base href="${elsewhere}">`,
  `\`\`\`"><script>${theft}</script>\nx\n\`\`\``,
  `\`\`\`__proto__\n${theft}\n\`\`\``,
];

export const addresses = [
  `javascript:${theft}`,
  `JaVaScRiPt:${theft}`,
  `\u0001javascript:${theft}`,
  `java\nscript:${theft}`,
  `data:text/html,<script>${theft}</script>`,
  `data:image/svg+xml,<svg onload="${theft}"/>`,
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'vscode://some.extension/run',
  'command:workbench.action.quit',
  'blob:https://evil.example/1',
  '//evil.example\\@good.example/',
  'https://good.example@evil.example/',
  'https://evil.example/\u202Egpj.exe',
  'http://[::1',
  'https://xn--/%00%ff',
  '#words',
  '',
  `https://evil.example/${'a'.repeat(9_000)}`,
];

const tricks = [
  'W'.repeat(5_000),
  `${'ä'.repeat(300)} ${'x'.repeat(4_600)}`,
  `a${'\u0301\u0489'.repeat(2_000)}`,
  '\u202Eevil\u2066 \u2067txt.exe\u202E',
  '\u200B\u200C\u200D\u2060\uFEFF'.repeat(500),
  '\u0000\u0001\u001B[31m\u007F\u0085',
  `${'\n'.repeat(400)}end`,
  '\uD800 \uDC00 half of something',
  '👩‍👩‍👧‍👦'.repeat(400),
  '﷽'.repeat(300),
  '> '.repeat(300) + 'deep',
  '*_~'.repeat(500),
  '('.repeat(1_000),
  '[a]('.repeat(500),
  '||'.repeat(300),
  `| ${'a | '.repeat(80)}\n| ${'- | '.repeat(80)}\n| ${'1 | '.repeat(80)}`,
  `# ${'Heading'.repeat(60)}`,
  `- ${'item'.repeat(200)}`,
  `\`${'code'.repeat(500)}\``,
  `\`\`\`ts\n${'y'.repeat(5_000)}\n\`\`\``,
  `$$${'x^'.repeat(400)}$$`,
  'src/'.repeat(500) + 'a.ts:1',
  ':'.repeat(1_000),
];

const plain = (value: unknown) => ({ type: 'PLAIN_TEXT', value });

/** Every type that the parser knows, and some that it does not. */
const types = (
  'PARAGRAPH HEADING QUOTE SPOILER_BLOCK CODE CODE_LINE BIG_EMOJI ORDERED_LIST UNORDERED_LIST LIST_ITEM TASKS TASK ' +
  'KATEX LINE_BREAK HORIZONTAL_RULE TABLE TABLE_ROW TABLE_CELL BOLD ITALIC STRIKE SPOILER PLAIN_TEXT INLINE_CODE LINK ' +
  'IMAGE MENTION_USER MENTION_CHANNEL EMOJI COLOR INLINE_KATEX TIMESTAMP constructor __proto__ toString'
).split(' ');

function nested(type: string, depth: number): unknown {
  let node: unknown = plain('bottom');
  for (let level = 0; level < depth; level++) node = { type, value: [node], level: 1 };
  return node;
}

const trees: readonly (readonly unknown[])[] = [
  [null, 7, 'text', [], [[]], {}, { type: null }, { type: {} }],
  types.map((type) => ({ type })),
  types.map((type) => ({ type, value: 7 })),
  types.map((type) => ({ type, value: `<img src=x onerror="${theft}">` })),
  types.map((type) => ({ type, value: { src: plain(`javascript:${theft}`), label: plain('label') } })),
  types.map((type) => ({ type, value: [null, [plain('x')], plain({}), { type: 'BOLD' }] })),
  types.map((type) => nested(type, 150)),
  addresses.map((address) => ({ type: 'LINK', value: { src: plain(address), label: [plain('label')] } })),
  addresses.map((address) => ({ type: 'IMAGE', value: { src: plain(address), label: plain('') } })),
  [{ type: 'COLOR', value: { r: 'red;background:url(x)', g: Number.NaN, b: -5, a: 1e9 } }],
  [{ type: 'TIMESTAMP', value: { timestamp: '9e99', format: '__proto__' }, fallback: ['a', {}] }],
  [{ type: 'CODE', language: { toString: 1 }, value: [{ value: { value: { value: 'x' } } }] }],
  [
    { type: 'EMOJI', shortCode: '__proto__' },
    { type: 'EMOJI', unicode: 7, value: plain('constructor') },
  ],
  Array.from({ length: 3_000 }, () => ({ type: 'PARAGRAPH', value: [plain('many')] })),
];

const textKeys = [
  ...['title', 'text', 'description', 'pretext', 'ts', 'color', 'type', 'fileId', 'format', 'author_name'],
  ...['image_alt', 'audio_type', 'video_type'],
];
const addressKeys = [
  ...[
    'title_link',
    'author_link',
    'author_icon',
    'message_link',
    'thumb_url',
    'image_url',
    'audio_url',
    'video_url',
  ],
];

function attachmentOf(keys: readonly string[], value: unknown): AttachmentView {
  // That it is none is the point.
  return Object.fromEntries(keys.map((key) => [key, value]));
}

function quotedTimes(depth: number): AttachmentView {
  let attachment: AttachmentView = {
    text: 'bottom',
    message_link: 'https://chat.example.org/channel/a?msg=0',
  };
  for (let level = 0; level < depth; level++)
    attachment = { ...attachment, text: `level ${level}`, author_name: 'bob', attachments: [attachment] };
  return attachment;
}

const attachments: readonly (readonly AttachmentView[])[] = [
  ...scripts.map((script) => [attachmentOf([...textKeys, ...addressKeys], script)]),
  ...addresses.map((address) => [{ title: 'title', ...attachmentOf(addressKeys, address) }]),
  ...tricks.slice(0, 8).map((trick) => [{ ...attachmentOf(textKeys, trick), fields: fieldsOf(trick) }]),
  [quotedTimes(100)],
  [{ text: 'large', image_url: '/file-upload/a/a.png', image_dimensions: { width: 1e9, height: 1 } }],
  [{ text: 'flat', image_url: '/file-upload/a/b.png', image_dimensions: { width: -1, height: Number.NaN } }],
];

function fieldsOf(text: string) {
  return [true, true, false].map((short) => ({ title: text, value: text, short }));
}

/** All that a server might send to make a page do what it must not, message by message. */
export function hostileMessages(): readonly MessageView[] {
  const views: Partial<MessageView>[] = [
    ...[...scripts, ...tricks].map((text) => ({ text })),
    ...addresses.map((address) => ({
      text: `[label](${address}) <${address}|label> ![label](${address}) ${address}`,
    })),
    ...trees.map((tree) => ({ text: 'x', tree })),
    ...attachments.map((all) => ({ text: '', attachments: all })),
    ...[...scripts, ...tricks.slice(0, 8)].map(personal),
    ...addresses.map((url) => ({ previews: [{ url, title: url, description: url, site: url, image: url }] })),
  ];
  return views.map((view, at) => messageView(`h${at}`, { sentAt: atMinute(10 * at), ...view }));
}

/** Everything that has a name, by that name. */
function personal(name: string): Partial<MessageView> {
  return {
    author: author(name, { name, showsUsername: true, avatar: name, emoji: `:${name}:` }),
    text: `@${name} #${name}`,
    mentions: [{ username: name, name, kind: 'user', isMe: false }],
    channels: [{ room: name, name, title: name }],
    reactions: [{ name: `:${name}:`, people: [name, name], isMine: false }],
    files: [{ id: name, name, type: name, size: Number.MAX_VALUE }],
    edited: { at: Number.NaN, by: name },
    pinned: { at: Infinity, by: name },
    delivery: { state: 'failed', reason: name },
  };
}
