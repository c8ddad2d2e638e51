import { createHash } from 'node:crypto';
import { diff, go, java, shell } from './code';
import { noted, said, type Line, type Scene } from './script';

const webhookReview: Line = said(
  'grace',
  '5 09:40',
  'Finding 3 is mine: the signature of web hooks. The tester measured *how long* our refusals take:',
  go`
    expected := hex.EncodeToString(mac.Sum(nil))
    if r.Header.Get("X-Heron-Signature") != expected {
    	http.Error(w, "bad signature", http.StatusUnauthorized)
    }
  `,
)
  .named('signature')
  .reacted(':eyes:', 'alice jonas')
  .answered(
    said(
      'alice',
      '09:52',
      'Comparison stops at the first difference. And there is no `return` after the error, so it goes on with the bad one!',
    ),
    said('grace', '09:53', 'Oh dear. Nobody saw that. Neither did the tester.').reacted(
      ':scream:',
      'nadia tomas jonas',
    ),
    said(
      'grace',
      '10:05',
      diff`
        -expected := hex.EncodeToString(mac.Sum(nil))
        -if r.Header.Get("X-Heron-Signature") != expected {
        +given, err := hex.DecodeString(r.Header.Get("X-Heron-Signature"))
        +if err != nil || !hmac.Equal(given, mac.Sum(nil)) {
         	http.Error(w, "bad signature", http.StatusUnauthorized)
        +	return
         }
      `,
    ).reacted(':white_check_mark:', 'alice'),
    said(
      'jonas',
      '10:20',
      'The ledger receives them too. In Java it is `isEqual`, I have checked that it takes constant time since version 6:',
      java`
        if (!MessageDigest.isEqual(given, mac.doFinal(body))) {
            throw new ForbiddenException("bad signature");
        }
      `,
    ),
    said('nadia', '10:41', 'Were there calls that went on with a bad signature?'),
    said(
      'tomas',
      '11:10',
      'In all of the logs that we have, 90 days:',
      shell`
        $ zgrep -h 'bad signature' /var/log/dispatch/*.gz | awk '{ print $NF }' | sort | uniq -c
              3 status=401   # the tester
      `,
    ).reacted(':relieved:', 'nadia grace alice'),
  );

/** Private. */
export const securityReview: Scene = {
  room: 'security-review',
  lines: [
    said(
      'nadia',
      '6 13:05',
      'The report has arrived. Four findings, none critical:',
      '1. session tokens in the query of `GET /reports` (medium)',
      '2. no limit on attempts for the second factor (medium)',
      '3. signature of web hooks (low)',
      '4. version banner of the load balancer (note)',
      '',
      'Owners: 1 Alice, 2 Jonas, 3 Grace, 4 Tomáš. All until the freeze, please.',
    )
      .named('findings')
      .reacted(':+1:', 'alice jonas grace tomas')
      .pinned('nadia'),
    said('tomas', '6 13:11', '4 is done: one line, two minutes.').reacted(':zap:', 'nadia'),
    said(
      'alice',
      '6 15:02',
      '1: the report opens in a new tab, that is why the token was in there. I replace it by a ticket that works once and for 30 s.',
    ),
    said('nadia', '6 15:10', 'And the access logs of the past?'),
    said(
      'tomas',
      '6 15:40',
      'Query strings are cut from all logs since noon, and the old ones are rewritten tonight. All sessions older than a day are ended.',
    ).reacted(':pray:', 'nadia alice'),
    webhookReview,
    said(
      'jonas',
      '4 10:30',
      '2: five attempts, then a minute, then doubling. Per account *and* per address, or one could lock out a colleague.',
    ),
    said('grace', '4 10:38', 'That is the part most people forget. :clap:').reacted(':100:', 'alice'),
    said(
      'alice',
      '2 11:20',
      '1 is merged. There is a test that reads all logs of a whole run and fails on anything that looks like a token.',
    )
      .reacted(':heart:', 'nadia tomas')
      .starred('nadia'),
    said('nadia', '1 10:05', 'All four confirmed by the tester. Thank you! I buy the cake.').reacted(
      ':cake:',
      'alice jonas grace tomas',
    ),
  ],
};

/** End-to-end encrypted: nothing in it can be read here. */
export const keyRotation: Scene = {
  room: 'key-rotation',
  lines: [
    noted('tomas', '9 10:00', ['room_e2e_enabled']),
    secret('tomas', '9 10:02', 180),
    secret('grace', '9 10:06', 64),
    secret('tomas', '6 14:20', 220).reacted(':+1:', 'grace nadia'),
    secret('nadia', '6 14:25', 48),
    secret('alice', '4 15:05', 96),
    secret('tomas', '4 15:09', 140).reacted(':white_check_mark:', 'alice'),
    secret('tomas', '128m', 200),
    secret('grace', '121m', 56),
  ],
};

function secret(from: string, when: string, length: number): Line {
  const bytes = createHash('shake256', { outputLength: length }).update(`${from} ${when}`).digest();
  const content = { algorithm: 'rc.v1.aes-sha2', ciphertext: bytes.toString('base64') };
  return said(from, when, '').became({ type: 'e2e', content });
}
