import { json, kotlin, output, ts } from './code';
import { paper, picture } from './uploads';
import { noted, said, uploaded, type Line, type Scene } from './script';

const queueReview: Line = said(
  'mei',
  '7 07:30',
  'The offline queue, please read it as if you were a phone in a tunnel:',
  ts`
    async function flush(queue: Queue): Promise<void> {
      for (const entry of queue.entries) {
        await send(entry);
        queue.remove(entry);
      }
    }
  `,
)
  .named('queue')
  .reacted(':eyes:', 'alice grace')
  .answered(
    said(
      'alice',
      '08:45',
      'As a phone: I am killed between `send` and `remove`, wake up, and send it once more.',
    ),
    said(
      'grace',
      '08:49',
      'That is what the key is for. The second one answers with the first one’s reply.',
    ).reacted(':+1:', 'mei alice'),
    said(
      'alice',
      '08:58',
      'Right. Next: one entry that the server refuses for good blocks all those behind it. For ever.',
    ),
    said(
      'mei',
      '09:25',
      'True! One bad confirmation would hold up a whole day. So:',
      ts`
        const outcome = await send(entry);
        if (outcome === 'later') return; // no network: order matters, stop here
        queue.remove(entry);
        if (outcome === 'refused') needsAttention.add(entry);
      `,
    ),
    said(
      'alice',
      '09:31',
      'Much better. And `queue.entries` changes while you walk through it: please take a copy.',
    ),
    said(
      'mei',
      '09:40',
      'Copied. And there is a test that kills the app after each single `await`. It is slow, and I love it.',
    )
      .reacted(':heart:', 'alice grace')
      .reacted(':white_check_mark:', 'alice'),
  );

const batteryReview: Line = said(
  'lea',
  '4 08:10',
  'The phones of the morning shift are at 20 % by noon. Last month they lasted the day.',
).answered(
  said('mei', '08:22', 'Since 5.3 we ask for a position every 2 s, for the nicer map. That must be it.'),
  said(
    'mei',
    '09:15',
    'Every 10 s unless the courier looks at the map, and batched by the system:',
    kotlin`
      val request = LocationRequest.Builder(Priority.PRIORITY_BALANCED_POWER_ACCURACY, 10_000)
          .setMaxUpdateDelayMillis(60_000)   // may come in bundles while the screen is off
          .setMinUpdateDistanceMeters(15f)
          .build()
    `,
  ).reacted(':battery:', 'lea'),
  said('grace', '09:24', 'Bundles are fine for us, if each position carries its own time.'),
  said('mei', '09:26', 'They do. Build 5.4.1 is on three phones at the depot.'),
  said(
    'mei',
    '3 07:10',
    output`
      noon, 8 h shift      5.4.0    5.4.1
      Pixel 8                24 %     63 %
      Fairphone 5            19 %     58 %
      Galaxy XCover 7        31 %     71 %
    `,
  ).reacted(':tada:', 'lea sofia alice nadia'),
  said('lea', '3 07:32', 'A courier asked whether we had replaced the batteries.'),
);

/** Main room of the app's team. Unread for alice, without a mention. */
export const courierApp: Scene = {
  room: 'courier-app',
  lines: [
    noted('mei', '9 07:05', ['user-added-room-to-team', 'field-tests']),
    said(
      'mei',
      '9 07:20',
      'Plan for 5.4: the offline queue, bigger buttons, and the Portuguese translation. Not in 5.4: the dark map.',
    ),
    said(
      'sofia',
      '9 09:15',
      'Couriers start at five in the morning. The dark map is what they ask me about. _Every. Single. Time._',
    ),
    said('mei', '9 09:22', 'Then 5.5 begins with it. Promise.').reacted(':crescent_moon:', 'sofia lea'),
    queueReview,
    said('nadia', '6 09:45', 'Do we really need the permission for contacts? The store asks.'),
    said(
      'mei',
      '6 09:52',
      'No! A leftover from the old call button. Removed; the app asks for location and camera, nothing else.',
    ).reacted(':clap:', 'nadia alice'),
    batteryReview,
    said(
      'alice',
      '3 09:20',
      'Deep links from the console: I would like to open a stop in the app by a QR code on the screen. Is this fine?',
    ),
    said(
      'alice',
      '3 09:21',
      json`
        { "kind": "stop", "tour": "tr_19", "stop": "st_8842", "exp": 1773309600 }
      `,
    ).edited('09:24'),
    said(
      'mei',
      '3 09:33',
      'Without a token inside, yes. The phone is signed in already, the code only says *where*.',
    ),
    said('alice', '3 09:34', 'Exactly, no secrets in pictures.').reacted(':lock:', 'mei grace'),
    uploaded(
      'mei',
      '2 08:15',
      paper({
        name: 'courier-app-5.4.2.apk',
        type: 'application/vnd.android.package-archive',
        size: 18_442_118,
        description: 'For the pilot phones only',
      }),
    ),
    said('lea', '2 08:40', 'Installed on all 14.').reacted(':+1:', 'mei'),
    said('mei', '1 07:45', '5.4.2 is in the store, rolled out to 20 %. Crash-free: 99.94 %.'),
    said('mei', '280m', '100 % now, 99.96 % crash-free. No ticket either. :sparkles:').reacted(
      ':sparkles:',
      'alice sofia grace',
    ),
    said('lea', '44m', 'With gloves: the new "Delivered" button works at the first try. Without: also.'),
    said('sofia', '27m', 'A courier in Basel sent us cake. There is no process for cake.').reacted(
      ':cake:',
      'lea nadia grace',
    ),
  ],
};

/** A channel of that team. */
export const fieldTests: Scene = {
  room: 'field-tests',
  lines: [
    said(
      'mei',
      '8 07:15',
      'Checklist for tomorrow’s ride, @lea:',
      '- [ ] phone in the handlebar mount, screen wet',
      '- [ ] scan 30 parcels with gloves',
      '- [ ] airplane mode through the Ulmberg tunnel',
      '- [ ] photo of a delivery in the dark',
    ),
    said('lea', '7 12:40', 'All done, and I am as wet as the screen.'),
    said(
      'lea',
      '7 12:52',
      '1. Wet screen: it taps by itself. Twice "Delivered" without me.',
      '2. Gloves: 28 of 30 scans, both misses were labels with a fold.',
      '3. Tunnel: seven confirmations queued, seven arrived. :star:',
      '4. Dark: the flash blinds the customer. He said so. In Swiss German.',
    )
      .reacted(':umbrella:', 'mei alice sofia')
      .starred('mei')
      .answered(
        said(
          'mei',
          '6 07:05',
          'For 1: "Delivered" now wants to be *held* for half a second while the screen is wet. The system tells us.',
        ),
        said(
          'lea',
          '6 08:30',
          'Half a second is fine. A whole one is not, I tried to feel it with a stopwatch.',
        ),
        said('sofia', '6 09:10', 'For 4: can the photo wait for the light of the doorbell?'),
        said('mei', '6 09:18', 'The exposure can. No flash below two metres.').reacted(':bulb:', 'lea sofia'),
      ),
    uploaded(
      'lea',
      '7 13:00',
      picture({ name: 'wet-screen.jpg', width: 1200, height: 900, size: 301_977, description: 'Exhibit A' }),
    ).reacted(':eyes:', 'mei'),
    said(
      'lea',
      '2 13:30',
      'Second ride, 5.4.2: nothing. I mean it, I have nothing to report. It was boring and dry.',
    ).reacted(':tada:', 'mei alice sofia'),
    said('mei', '1 07:30', 'The best sentence I have read this month.'),
  ],
};
