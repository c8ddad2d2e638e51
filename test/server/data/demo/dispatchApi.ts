import {
  confirmationReview,
  healthReview,
  leakReview,
  migrationReview,
  streamReview,
} from './dispatchReviews';
import { json, shell } from './code';
import { linkTo } from './quote';
import { noted, said, type Scene } from './script';

/** The Go team. Alice moderates it; the last message asks for her. */
export const dispatchApi: Scene = {
  room: 'dispatch-api',
  lines: [
    noted('grace', '9 08:20', ['new-moderator', 'alice']),
    said(
      'grace',
      '9 08:22',
      'With me on holiday after the pilot, @alice looks after this channel and the contract. Be nice to her.',
    ).reacted(':heart:', 'alice nadia ben'),
    said(
      'mei',
      '9 09:05',
      'The app sends a confirmation again if it got no answer. In a tunnel that means: three times. Do you count them three times?',
    ),
    said('grace', '9 09:09', 'I would love to say no.'),
    said('jonas', '8 13:22', 'The ledger says yes. :grimacing: 41 parcels were invoiced twice last month.'),
    confirmationReview,
    said(
      'mei',
      '8 15:30',
      'The app makes the key when the courier *taps*, and keeps it with the queued request. So it survives a restart of the phone.',
    ).reacted(':+1:', 'grace alice'),
    migrationReview,
    said(
      'tomas',
      '7 14:40',
      '`confirmations` has 212 million rows, so please no `ALTER TABLE` that rewrites it. Ask me, I bring popcorn *and* a plan.',
    ).named('rows'),
    streamReview,
    said('ivo', '6 09:15', 'May I have `arrival` with a confidence in the tour? Something like this:'),
    said(
      'ivo',
      '6 09:16',
      json`
        {
          "stop": "st_8842",
          "arrival": { "p10": "2026-03-12T09:41:00Z", "p50": "2026-03-12T09:52:00Z", "p90": "2026-03-12T10:17:00Z" }
        }
      `,
    ),
    said(
      'grace',
      '6 09:31',
      'Yes, if `arrival.p50` never becomes `null`. Missing or whole, nothing between.',
    ),
    said('ivo', '6 09:33', 'Whole. Deal.').reacted(':handshake:', 'grace'),
    leakReview,
    said(
      'grace',
      '4 14:10',
      'Contract 2.7 is merged: half-open windows, `Idempotency-Key`, arrival as a range. To get the new clients:',
      shell`make clients && git diff --stat clients/`,
    ),
    said(
      'alice',
      '4 14:30',
      'Console is on 2.7. The generated types found two fields that we had been spelling wrong for a year.',
    ).reacted(':see_no_evil:', 'grace jonas'),
    healthReview,
    said(
      'nadia',
      '2 15:00',
      'Which of the open pull requests *must* be in 4.19? I would like to see a list of three, not of nine.',
    ),
    said(
      'grace',
      '2 15:12',
      'Must:',
      '1. !288 idempotent confirmations',
      '2. !291 the unique index (already built, see above)',
      '3. !295 `context` in the bus client',
      '',
      'The other six can wait: ~!270~, ~!277~, ~!280~, ~!283~, ~!290~, ~!293~.',
    )
      .named('must')
      .reacted(':ok_hand:', 'nadia')
      .pinned('alice'),
    said(
      'grace',
      '1 10:40',
      'All three are in. Zero duplicates in 26 000 confirmations on staging, with every tenth answer dropped on purpose.',
    ).reacted(':tada:', 'mei jonas nadia alice'),
    said(
      'jonas',
      '1 10:48',
      'I refunded the 41 parcels. Ledger and reality agree for the first time since I know them.',
    ).reacted(':clap:', 'grace nadia'),
    said(
      'ben',
      '168m',
      'Could `POST /tours/{id}/replan` answer 202 with a place to ask, instead of holding the line? It is 1.4 s now, but Rotterdam grows.',
    ),
    said(
      'grace',
      '160m',
      `I was about to propose the same. After the freeze; I put it below the list: ${linkTo('dispatch-api', 'must')}`,
    ),
    said(
      'grace',
      '22m',
      '@alice can you look at !297 when you have a minute? Two lines, but they are in `auth`, and the freeze wants two pairs of eyes. Mine are the first.',
    ).named('ask'),
  ],
};
