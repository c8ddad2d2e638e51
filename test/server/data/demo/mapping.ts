import { python, shell, sql } from './code';
import { noted, said, type Scene } from './script';

/** Public, and alice has not joined it. */
export const mapping: Scene = {
  room: 'mapping',
  lines: [
    said(
      'ivo',
      '9 09:45',
      'Bollards, for Léa’s bikes: 61 % of them have `maxwidth:physical` around Zürich. For the others I assume 1.2 m.',
    ),
    noted('lea', '9 10:19', ['uj', 'lea']),
    said(
      'lea',
      '9 10:20',
      'The bikes are 0.98 m, with the mirror 1.06 m. So 1.2 m is fine, except at Langstrasse.',
    ),
    said(
      'ben',
      '9 13:30',
      'What does the router do with a gap that is too small? Drop the edge, or make it expensive?',
    ),
    said('ivo', '9 13:41', 'Drop it. A bike does not get narrower for money.').reacted(':joy:', 'ben lea'),
    said(
      'tomas',
      '8 15:30',
      'The nightly import took 5 h 10 min, that is two more than last month. Did Europe grow?',
    ).answered(
      said('ivo', '15:42', 'No, my new query did. It looks for the nearest road of each stop:'),
      said(
        'ivo',
        '15:43',
        sql`
          SELECT s.id,
                 (SELECT r.id FROM roads r
                   ORDER BY ST_Distance(r.geom, s.geom) LIMIT 1) AS road
            FROM stops s;
        `,
      ),
      said(
        'ben',
        '16:02',
        '`ST_Distance` in `ORDER BY` cannot use the index, so each stop visits each road. The operator can:',
        sql`
          SELECT s.id, near.id AS road
            FROM stops s
           CROSS JOIN LATERAL (
             SELECT r.id FROM roads r
              ORDER BY r.geom <-> s.geom LIMIT 1
           ) AS near;
        `,
      )
        .reacted(':bulb:', 'ivo tomas')
        .starred('ivo'),
      said('tomas', '7 06:10', '2 h 48 min tonight. Thank you for my sleep.').reacted(':zzz:', 'ivo ben'),
    ),
    said(
      'ivo',
      '6 10:30',
      'Ferries: the map says 12 minutes for Romanshorn, which is true once you are *on* it. I add half the interval as the mean wait.',
    ),
    said(
      'sofia',
      '6 10:41',
      'Half the interval, for a van that has to be there at 9:00? Would the planner not aim for the departure?',
    ),
    said(
      'ivo',
      '6 11:02',
      'It would, if travel times depended on the time of day. They will: a table per quarter of an hour.',
    ).reacted(':eyes:', 'ben'),
    said(
      'ivo',
      '4 15:05',
      'Travel times by quarter of an hour, first try. 96 matrices instead of one, but most rows are alike:',
      python`
        def compress(day: np.ndarray) -> list[tuple[int, np.ndarray]]:
            """Keeps a quarter of an hour only where it differs from the one before."""
            kept = [(0, day[0])]
            for quarter in range(1, len(day)):
                if not np.allclose(day[quarter], kept[-1][1], rtol=0.02):
                    kept.append((quarter, day[quarter]))
            return kept
      `,
      'Hamburg: 96 → 19. Zürich: 96 → 11.',
    ).reacted(':exploding_head:', 'ben'),
    said('ben', '4 15:20', '19 × 3.3 MB fits. Just let nobody copy them. :smile:').reacted(
      ':joy:',
      'ivo tomas',
    ),
    said(
      'tomas',
      '3 15:40',
      'Map server update tonight, 10 minutes without tiles. The old ones stay in the cache of the browsers.',
    ),
    said(
      'tomas',
      '2 07:50',
      'Done. If you see grey squares:',
      shell`curl -X PURGE 'https://tiles.heron.example/v2/*'`,
    ),
    said(
      'lea',
      '1 09:20',
      'Construction at Hardbrücke from next week, both directions. Where do I enter it?',
    ),
    said(
      'ivo',
      '1 09:28',
      'Here, by telling me. :smile: I set `access=no` with dates, it disappears by itself.',
    ).reacted(':pray:', 'lea'),
    said(
      'ivo',
      '120m',
      'Quarter-hour tables are on staging for Zürich. I would like three pairs of eyes on the evening tours.',
    ),
    said('sofia', '31m', 'The evening looks right. The ferry is finally a ferry.').reacted(':ferry:', 'ivo'),
  ],
};
