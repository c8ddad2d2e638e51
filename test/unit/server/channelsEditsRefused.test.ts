import assert from 'node:assert/strict';
import { eachWithServer } from '../../support/standIn';
import { asking, type Refusal, refuses } from './refusals';
import { noon, town } from './town';

describe('a change of a room', () => {
  const server = eachWithServer({ data: town(), now: noon });
  const dev = { roomId: 'dev' };
  const secret = { roomId: 'secret' };
  const same = 'is the same as what it would be changed to.';

  const missing = ['topic', 'description', 'purpose'].flatMap((key): Refusal[] =>
    ['channels', 'groups'].map((name) => [
      'nothing',
      `POST ${name}.set${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      'ann',
      dev,
      `The bodyParam "${key}" is required`,
    ]),
  );
  refuses(server, [
    ...missing,
    ['nothing', 'POST groups.setAnnouncement', 'ann', secret, 'The bodyParam "announcement" is required'],
    ['nothing', 'POST groups.setReadOnly', 'ann', secret, 'The bodyParam "readOnly" is required'],
    [
      'nothing',
      'POST channels.setReadOnly',
      'ann',
      dev,
      "must have required property 'readOnly'\n must have required property 'roomName'\n must match exactly one schema in oneOf [invalid-params]",
    ],
    ['nothing', 'POST channels.rename', 'ann', dev, 'The bodyParam "name" is required'],
    ['nothing', 'POST groups.setType', 'ann', secret, 'The bodyParam "type" is required'],
    ['nothing', 'POST channels.setDefault', 'root', dev, 'The bodyParam "default" is required'],
    ['nothing', 'POST channels.setJoinCode', 'ann', dev, 'The bodyParam "joinCode" is required'],
    ['nothing', 'POST groups.setEncrypted', 'ann', secret, 'The bodyParam "encrypted" is required'],
    [
      'a text',
      'POST groups.setCustomFields',
      'ann',
      { ...secret, customFields: 'a' },
      'The bodyParam "customFields" is required with a type like object.',
    ],
    [
      'the same',
      'POST channels.rename',
      'ann',
      { ...dev, name: 'dev' },
      'The channel name is the same as what it would be renamed to.',
    ],
    [
      'the same',
      'POST channels.setReadOnly',
      'ann',
      { ...dev, readOnly: false },
      `The channel read only setting ${same}`,
    ],
    [
      'the same',
      'POST groups.setReadOnly',
      'ann',
      { ...secret, readOnly: false },
      `The private group read only setting ${same}`,
    ],
    ['the same', 'POST channels.setType', 'ann', { ...dev, type: 'c' }, `The channel type ${same}`],
    ['the same', 'POST groups.setType', 'ann', { ...secret, type: 'p' }, `The private group type ${same}`],
    [
      'no type',
      'POST channels.setType',
      'ann',
      { ...dev, type: 'x' },
      'error-invalid-room-type [error-invalid-room-type]',
    ],
    [
      'a member without a say',
      'POST channels.setTopic',
      'bob',
      { ...dev, topic: 'a' },
      'Editing room is not allowed [error-action-not-allowed]',
    ],
    [
      'an owner',
      'POST channels.setDefault',
      'ann',
      { ...dev, default: true },
      'Viewing room administration is not allowed [error-action-not-allowed]',
    ],
    [
      'a name that is taken',
      'POST channels.rename',
      'ann',
      { ...dev, name: 'secret' },
      "A channel with name 'secret' exists [error-duplicate-channel-name]",
    ],
    [
      'the name of a person',
      'POST channels.rename',
      'ann',
      { ...dev, name: 'carol' },
      "A room, team or user with name 'carol' already exists [error-duplicate-handle]",
    ],
    [
      'encryption where there is none',
      'POST groups.setEncrypted',
      'ann',
      { ...secret, encrypted: true },
      'Only groups or direct channels can enable encryption [error-action-not-allowed]',
    ],
    [
      'what is archived',
      'POST groups.setTopic',
      'ann',
      { roomId: 'oldsecret', topic: 'a' },
      'The private group, oldsecret, is archived [error-room-archived]',
    ],
    [
      'no room',
      'POST groups.setTopic',
      'ann',
      { topic: 'a' },
      'The parameter "roomId" or "roomName" is required [error-room-param-not-provided]',
    ],
  ]);

  for (const [call, key, words] of [
    ['setTopic', 'topic', 'topic'],
    ['setDescription', 'description', 'description'],
    ['setPurpose', 'purpose', 'purpose (description)'],
  ] as const) {
    it(`channels.${call} refuses the same twice, groups.${call} does not`, async () => {
      const parameters = { [key]: 'Bread' };
      await asking(server(), `POST channels.${call}`, 'ann', { ...dev, ...parameters });
      await asking(server(), `POST groups.${call}`, 'ann', { ...secret, ...parameters });

      const channel = await asking(server(), `POST channels.${call}`, 'ann', { ...dev, ...parameters });
      const group = await asking(server(), `POST groups.${call}`, 'ann', { ...secret, ...parameters });

      assert.deepEqual([channel.body['error'], group.status], [`The channel ${words} ${same}`, 200]);
      assert.equal(server().world.messages.inRoom('secret').length, 1);
    });
  }
});
