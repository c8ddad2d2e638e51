import fc from 'fast-check';
import type { OutgoingAttachment } from '../../src/api/endpoints/chat/attachment';
import type { AttachmentForm, Composition } from '../../src/model/composition';
import type { Payload } from '../../src/model/payload';

const word = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9 '"{}:.-]{0,10}[a-zA-Z0-9]$/);
const name = fc.stringMatching(/^[a-zA-Z0-9_-]{1,12}$/);
const address = fc.webUrl();
const iso = fc
  .date({ min: new Date(-1e14), max: new Date(1e15), noInvalidDate: true })
  .map((date) => date.toISOString());
/** Of JSON alone: what it cannot say, nobody can paste. */
const json = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));
const record = fc.dictionary(fc.stringMatching(/^x_[a-z]{1,5}$/), json, {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});

const field = fc.record(
  { title: word, value: word, short: fc.constant(true) },
  { requiredKeys: ['title', 'value'], noNullPrototype: true },
);

const visible = fc.record(
  {
    ...{ color: word, text: word, ts: iso, thumb_url: address, message_link: address },
    ...{ author_name: word, author_link: address, author_icon: address, title_link: address },
    ...{ title: word, image_url: address, audio_url: address, video_url: address },
    ...{ collapsed: fc.constant(true), title_link_download: fc.constant(true) },
    fields: fc.array(field, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['title'] },
);

const attachment = fc
  .tuple(visible, fc.option(record, { nil: {} }))
  .map(([known, others]): OutgoingAttachment => ({ ...known, ...others }));

const sign = fc.constantFrom('#', '@');
const signed = fc.tuple(sign, name).map((parts) => parts.join(''));
const several = fc.uniqueArray(name, { minLength: 2, maxLength: 4 });

/** One room or several by id, or with at least one name, or a thread; or nothing yet. */
const target = fc.oneof(
  fc.record({ roomId: fc.oneof(name, several) }),
  fc.record({ channel: signed }),
  fc.tuple(signed, several).map(([first, others]) => ({ channel: [first, ...others] })),
  fc.record({ roomId: name, tmid: name }),
  fc.constant({}),
);

/** Any that the server takes, in its normal form. */
export const anyPayload: fc.Arbitrary<Payload> = fc
  .tuple(
    target,
    fc.record(
      {
        ...{ text: word, alias: word, avatar: address, parseUrls: fc.boolean(), customFields: record },
        emoji: name.map((code) => `:${code}:`),
        attachments: fc.array(attachment, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([targets, others]) => ({ ...targets, ...others }));

const typed = fc.oneof(fc.string(), word, fc.constant(''), fc.constant('  '), iso, address);
const typedJson = fc.oneof(
  record.map((value) => JSON.stringify(value)),
  fc.string(),
);

const attachmentForm: fc.Arbitrary<AttachmentForm> = fc.record({
  ...{ id: fc.uuid(), color: typed, text: typed, ts: typed, thumb_url: typed, message_link: typed },
  ...{ author_name: typed, author_link: typed, author_icon: typed, title: typed, title_link: typed },
  ...{ image_url: typed, audio_url: typed, video_url: typed, rest: typedJson },
  ...{ collapsed: fc.boolean(), title_link_download: fc.boolean() },
  fields: fc.array(fc.record({ title: typed, value: typed, short: fc.boolean() }), { maxLength: 3 }),
});

/** Whatever a person may type. */
export const anyForm: fc.Arbitrary<Composition> = fc.record(
  {
    targets: fc.array(fc.record({ entry: fc.oneof(signed, name, fc.constant('')), label: typed }), {
      maxLength: 4,
    }),
    thread: fc.record({ id: name, label: typed, alsoToRoom: fc.boolean() }),
    ...{ text: typed, emoji: typed, alias: typed, avatar: typed, customFields: typedJson },
    parseUrls: fc.boolean(),
    attachments: fc.array(attachmentForm, { maxLength: 3 }),
  },
  { requiredKeys: ['targets', 'text', 'emoji', 'alias', 'avatar', 'customFields', 'attachments'] },
);
