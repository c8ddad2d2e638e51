import assert from 'node:assert/strict';
import type { PostMessage } from '../../../src/api/endpoints/chat/posting';
import type { WireMessage } from '../../../src/api/wire';
import { CompositionDelivery } from '../../../src/model/compositionDelivery';
import { fromPayload, toPayload } from '../../../src/model/compositionPayload';
import { payloadFrom, withTarget } from '../../../src/model/payloadFrom';
import { documentedMessage } from '../../support/documentedMessage';
import { eventually } from '../../support/eventually';
import { eachWithSessions } from '../../support/serverSessions';
import { person, workspace } from '../../support/workspace';

const schema = JSON.stringify({ type: 'object', properties: { ticket: { type: 'number' } } });

/** A bot's, as `alias` and `avatar` need the right to them. */
describe('One message, posted and composed', () => {
  const { server, sessionOf } = eachWithSessions({
    data: workspace(person('robot', { roles: ['user', 'bot'] })),
    settings: { Message_CustomFields_Enabled: true, Message_CustomFields: schema },
  });

  /** What is stored of the two: first as `chat.postMessage` leaves it, then as the composer does. */
  async function bothWays(payload: PostMessage): Promise<readonly [WireMessage, WireMessage]> {
    const session = sessionOf('robot');
    const { message } = await session.client.chat.postMessage(payload);
    await session.sync.refresh('person');
    const delivery = new CompositionDelivery(session, fromPayload(payload), {
      confirmJoin: () => Promise.resolve(true),
      askForCode: () => Promise.resolve(undefined),
    });
    await delivery.begin();
    const [outcome] = await eventually('it has arrived', () => {
      const { outcomes } = delivery;
      return outcomes.every(({ state }) => state === 'delivered') && outcomes;
    });
    const id = outcome?.id ?? '';
    const composed = await session.client.chat.getMessage({ msgId: id });
    const posted = await session.client.chat.getMessage({ msgId: message._id });
    return [posted.message, composed.message];
  }

  it('is stored alike, with three attachments of every key', async () => {
    const [posted, composed] = await bothWays(everything);

    assert.equal(posted.attachments?.length, 3);
    assert.deepEqual(stored(composed), stored(posted));
  });

  it('is stored alike, as the documentation shows it once the form has it', async () => {
    const pasted = payloadFrom(documentedMessage);
    const form = fromPayload(withTarget(pasted?.payload ?? {}, 'channel'));

    // Of the two targets one is left.
    const [posted, composed] = await bothWays(toPayload(form) as PostMessage);

    assert.deepEqual(stored(composed), stored(posted));
  });

  it('differs in what only programs may say of it', async () => {
    const [posted, composed] = await bothWays(everything);

    assert.deepEqual([posted.groupable, posted.parseUrls], [false, false]);
    assert.deepEqual([composed.groupable, composed.parseUrls], [undefined, undefined]);
  });

  for (const parseUrls of [undefined, true, false])
    it(`shows the same previews where parseUrls is ${parseUrls}`, async () => {
      const text = 'see https://a.example';

      const [posted, composed] = await bothWays({ channel: '#general', text, parseUrls });

      assert.deepEqual(previewed(composed), previewed(posted));
    });

  for (const [parseUrls, links] of [
    [undefined, []],
    [true, ['https://a.example']],
  ] as const)
    it(`shows the same previews beside attachments where parseUrls is ${parseUrls}`, async () => {
      const [posted, composed] = await bothWays({ ...everything, parseUrls });

      assert.deepEqual([previewed(posted), previewed(composed)], [links, links]);
    });

  it('is one message in the thread and its room', async () => {
    const { client } = sessionOf('ann');
    const { message } = await client.chat.sendMessage({ message: { rid: 'GENERAL', msg: 'question' } });

    const [posted, composed] = await bothWays({ roomId: 'GENERAL', tmid: message._id, text: 'answer' });

    assert.deepEqual(stored(composed), stored(posted));
    assert.equal(server().world.messages.byId(message._id)?.tcount, 2);
  });
});

const address = 'https://files.example';
const attachment = {
  color: 'good',
  text: 'A *text*, see https://b.example',
  ts: '2016-12-09T16:53:06.761Z',
  thumb_url: `${address}/thumb.png`,
  message_link: `${address}/message`,
  collapsed: true,
  author_name: 'Bradley Hilton',
  author_link: `${address}/author`,
  author_icon: `${address}/icon.png`,
  title: 'Example',
  title_link: `${address}/title`,
  title_link_download: true,
  image_url: `${address}/image.png`,
  audio_url: `${address}/horse.mp3`,
  video_url: `${address}/movie.mp4`,
  fields: [
    { title: 'Left', value: '1', short: true },
    { title: 'Right', value: '[link](https://c.example)', short: true },
    { title: 'Below', value: 'two\nlines' },
  ],
};

const everything: PostMessage = {
  channel: '#general',
  text: 'Hello *all*, see https://a.example and #general',
  alias: 'Gruggy',
  avatar: `${address}/gruggy.png`,
  emoji: ':smirk:',
  customFields: { ticket: 5 },
  attachments: [
    attachment,
    { ...attachment, color: 'danger' },
    { ...attachment, color: 'rgb(1 2 3)', title: 'Other' },
  ],
};

/**
 * Without what differs in any two messages, and what these two cannot share: a program's message stands for itself
 * (`groupable`) and keeps `parseUrls`, without which its links are listed, though not looked at (`urls`).
 */
function stored(message: WireMessage): object {
  const own = new Set(['_id', 'ts', '_updatedAt', 'groupable', 'parseUrls', 'urls']);
  return Object.fromEntries(Object.entries(message).filter(([key]) => !own.has(key)));
}

/** The links that the server looks at. */
function previewed({ urls = [] }: WireMessage): string[] {
  return urls.filter(({ ignoreParse }) => ignoreParse !== true).map(({ url }) => url);
}
