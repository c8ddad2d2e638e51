import Client from '@rocket.chat/sdk/lib/api/RocketChat';

/** The REST half of the bots' kit; the whole signs in over a socket. */
export function botSdk({ url }: { readonly url: string }): Client {
  return new Client({ host: url });
}
