import { output, shell, sql, ts } from './code';
import { picture } from './uploads';
import { loadTestSummary, roundingReview } from './reports';
import { noted, said, uploaded, type Scene } from './script';

/** Over, and archived. */
export const loadTest: Scene = {
  room: 'peak-season-load-test',
  lines: [
    noted('tomas', '9 10:04', ['r', 'peak-season-load-test']),
    said(
      'tomas',
      '9 10:10',
      'Scripts are in `infra/load`. It replays a Friday in December, 2.4 times as dense.',
    ),
    said('alice', '9 10:18', 'Do the phones behave like phones? With bad networks, I mean.'),
    said(
      'tomas',
      '9 10:30',
      'One in five does:',
      shell`
        tc qdisc add dev eth0 root netem delay 180ms 60ms loss 4% rate 1mbit
      `,
    ).reacted(':ok_hand:', 'alice grace'),
    said('grace', '8 10:05', 'May I have the traces sampled at 100 % for an hour? I promise to delete them.'),
    said('tomas', '8 10:08', 'Half an hour. They are 40 GB.'),
    said(
      'ben',
      '7 16:45',
      'We start at 17:00, with pizza at 18:00. If the pods fall over we will at least not be hungry.',
    ).reacted(':pizza:', 'nadia grace alice'),
    said('tomas', '7 17:00', 'Traffic is coming up: 0.5 … 1.0 … 1.5 …'),
    said(
      'tomas',
      '7 17:42',
      '2.1: connections to the database run out on two pods. They recover within 8 s.',
    ),
    said('grace', '7 17:44', 'Pool was 40. I make it 60 while it runs, that is a test too.')
      .reacted(':fearful:', 'alice')
      .reacted(':sunglasses:', 'ben'),
    said('tomas', '7 18:20', '2.4, stable. p95 at the door 44 ms.').reacted(
      ':tada:',
      'nadia ben grace alice',
    ),
    loadTestSummary,
    noted('tomas', '6 16:30', ['room-archived']),
  ],
};

export const zuerich: Scene = {
  room: 'zuerich-pilot',
  lines: [
    said(
      'lea',
      '9 09:40',
      'Everything about the pilot goes in here. Depot: Hardstrasse. Bikes: 8 now, 14 at the start. Area: Kreis 3, 4 and 5.',
    ),
    said(
      'sofia',
      '9 09:52',
      'Goals, so that we know afterwards whether it worked: **98 %** inside the window, **25 stops** per hour, and couriers who want to go on.',
    )
      .reacted(':dart:', 'lea nadia ivo')
      .pinned('lea'),
    said(
      'lea',
      '7 08:20',
      'Address list from the parcel service is here, 1 812 rows. 37 of them the app cannot find: all with `ü`, but not *all* those with `ü`.',
    ),
    said('mei', '7 08:31', 'Can you send me one that works and one that does not?'),
    said(
      'lea',
      '7 08:36',
      'Works: `Zürichbergstrasse 8`. Does not: `Zu\u0308richbergstrasse 8`. I am not making fun of you.',
    ).reacted(':thinking:', 'mei alice'),
    said(
      'alice',
      '7 08:51',
      'They only look alike. The second is `u` with a combining ¨ (NFD, probably typed on a Mac):',
      ts`
        const works = 'Z\u00fcrichbergstrasse';
        const fails = 'Zu\u0308richbergstrasse';

        works === fails; // false
        works.normalize() === fails.normalize(); // true
      `,
    )
      .named('umlaut')
      .reacted(':mag:', 'lea mei grace')
      .reacted(':exploding_head:', 'sofia')
      .answered(
        said(
          'grace',
          '09:20',
          'We should normalize at the door, not in every client. And what is stored already?',
        ),
        said(
          'grace',
          '09:44',
          'Postgres can tell:',
          sql`
            SELECT count(*) FILTER (WHERE street IS NOT NFC NORMALIZED) AS odd,
                   count(*) AS total
              FROM addresses;
            --  odd |  total
            -- -----+---------
            --  412 | 1904377
          `,
        ).reacted(':eyes:', 'lea alice'),
        said(
          'mei',
          '09:50',
          'Japanese has the same with ガ and カ\u3099, so the app normalizes what people *type* since version 3. It never saw an import.',
        ),
        said(
          'grace',
          '11:05',
          'Migration and a check, so that it stays so:',
          sql`
            UPDATE addresses SET street = normalize(street, NFC)
             WHERE street IS NOT NFC NORMALIZED;

            ALTER TABLE addresses
              ADD CONSTRAINT street_nfc CHECK (street IS NFC NORMALIZED);
          `,
        ).reacted(':white_check_mark:', 'alice mei'),
        said('lea', '12:10', '37 of 37 found. Magic! What was it?'),
        said('alice', '12:14', 'Two ways to write two dots.').reacted(':joy:', 'lea sofia mei grace'),
      ),
    said(
      'lea',
      '5 14:10',
      'First test ride with five couriers. The hill at Zürichberg is not popular, but the plan avoids it after 16:00. On purpose?',
    ),
    said(
      'ivo',
      '5 14:22',
      'On purpose! Tired legs. It is a term of 12 lines, I am glad that somebody notices.',
    ).reacted(':heart:', 'lea'),
    uploaded(
      'lea',
      '3 10:05',
      picture({
        name: 'Route Kreis 4 – früh.png',
        width: 1280,
        height: 960,
        size: 512_880,
        description: 'Tour 3, drawn by hand by the courier afterwards. It is *the same* as ours',
      }),
    )
      .reacted(':heart_eyes:', 'ivo ben sofia alice')
      .starred('sofia'),
    said(
      'ivo',
      '2 16:10',
      'Dry run in numbers:',
      output`
        tour   stops   in window   stops/h
           1      31      100 %       26.1
           2      28       96 %       24.8
           3      35      100 %       27.3
           4      30       97 %       25.0
      `,
    ).reacted(':chart_with_upwards_trend:', 'lea sofia nadia'),
    said(
      'release-bot',
      '2 16:12',
      'Hardstrasse, last six hours: 9 °C, wind 22 km/h, **11 mm** of rain.',
    ).became({
      alias: 'Weather',
      emoji: ':cloud_rain:',
    }),
    said('sofia', '2 16:15', '98.4 % and 25.8. Both goals met, and it was raining.').reacted(
      ':umbrella:',
      'lea',
    ),
    said(
      'lea',
      '1 15:30',
      'All the couriers want to go on. One of them said: “it plans like somebody who has legs”.',
    )
      .reacted(':heart:', 'ivo ben alice nadia sofia mei grace')
      .starred('ivo'),
    said(
      'lea',
      '230m',
      'Bikes 9 to 14 have arrived. 我們準備好了, as our courier Wei says: *we are ready*.',
    ).reacted(':bike:', 'sofia nadia mei'),
  ],
};

export const nordic: Scene = {
  room: 'nordic-rollout',
  lines: [
    said(
      'sofia',
      '8 09:10',
      'Order of the depots: Bergen, Oslo, Malmö, Turku, Tallinn, Riga, Kaunas, Vilnius, Ålesund. Two a month.',
    ),
    said(
      'grace',
      '8 09:18',
      'Sorted by alphabet, Ålesund belongs at the very end, and you did that. :heart:',
    ).reacted(':joy:', 'sofia nadia'),
    said(
      'jonas',
      '7 11:20',
      'Invoices in Norway round to whole kroner, in Estonia to cents, and in Sweden cash has no öre. I need one place for that.',
    ).named('rounding'),
    roundingReview,
    said(
      'lea',
      '5 10:50',
      'Weekend deliveries: Riga wants Saturday windows until 20:00, with other couriers than during the week.',
    ),
    said('sofia', '5 10:58', 'Possible since calendars are per depot. I set it up with them.'),
    said(
      'nadia',
      '3 10:30',
      'Vilnius stays in, but after the solver is fixed. +3.9 % is not how we want to be introduced.',
    ).reacted(':+1:', 'sofia'),
    said('sofia', '220m', 'With 4.19 Vilnius is at +2.0 %. Back on the list!').reacted(':tada:', 'nadia lea'),
  ],
};
