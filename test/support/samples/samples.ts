import type { Methods } from '../../../src/api/client';
import { channels } from './channels';
import { chat } from './chat';
import { groups } from './groups';
import { im } from './im';
import { session, subscriptions, users } from './people';
import { rooms } from './rooms';
import type { SamplesOf } from './sample';
import { commands, directory, emojiCustom, permissions, server, settings, spotlight } from './server';

/** A call of every method of the table that succeeds in the town. */
export const samples: { readonly [Group in keyof Methods]: SamplesOf<Group> } = {
  server,
  session,
  users,
  settings,
  permissions,
  rooms,
  subscriptions,
  channels,
  groups,
  im,
  spotlight,
  chat,
  commands,
  emojiCustom,
  directory,
};
