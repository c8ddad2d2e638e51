import type { Client, Methods } from '../../../src/api/client';
import type { StandIn } from '../../server/server';
import { itemIn, textIn } from '../ask';
import { formOf, sendForm } from '../sendForm';
import type { Sample } from './sample';

type Called<Name extends keyof Client> = Client[Name] extends (args: infer Args, ...rest: never) => unknown
  ? Sample<Args>
  : never;

/** What is called beside the table. */
export type Beside = Exclude<keyof Client, keyof Methods | 'baseUrl' | 'limitOf' | `onDid${string}`>;

const file = new File(['A kettle, a pot, and time.'], 'tea.txt', { type: 'text/plain' });

/** A call of everything that the client has beside its table. */
export const beside: { readonly [Name in Beside]: Called<Name> } = {
  download: { args: '/file-upload/picture/map.png', options: { accept: 'image/' } },
  avatar: { args: { username: 'bob' } },
  upload: { args: { rid: 'dev', file, msg: 'How it is done' } },
  media: { args: { rid: 'dev', file } },
  mediaConfirm: {
    prepare: async (server) => ({ rid: 'dev', fileId: await sent(server), msg: 'How it is done' }),
  },
  methodCall: { args: { method: 'readThreads', params: ['question'] } },
};

/** The id of a file that nobody sees yet. */
async function sent(server: StandIn): Promise<string> {
  const { body } = await sendForm(server, 'rooms.media/dev', { as: 'ann', form: formOf(['file', file]) });
  return textIn(itemIn(body, 'file'), '_id');
}
