import { diff, output, python, shell, sql } from './code';
import { said } from './script';

/** The first day of the hunt: everything that it was not. */
export const falseLeads = [
  said(
    'ivo',
    '4 09:44',
    'Also without the traffic overlay? Since 4.18 its factors are per minute instead of per quarter of an hour. That part is mine, so let us start with me.',
  ),
  said('ben', '09:47', 'Same with `--no-traffic`: 11.1 s. Not you. :smile:'),
  said('ivo', '09:48', 'For the first time this week.').reacted(':joy:', 'ben alice'),
  said(
    'grace',
    '09:52',
    'Is it the solver at all? A re-plan loads the stops first. I have seen no slow query, but let me look properly.',
  ),
  said(
    'grace',
    '10:08',
    sql`
      EXPLAIN (ANALYZE, BUFFERS)
      SELECT id, position, opens, closes
        FROM stops
       WHERE depot_id = 41 AND tour_date = CURRENT_DATE
       ORDER BY id;

      -- Index Scan using stops_depot_date on stops (actual time=0.041..36.902 rows=912 loops=1)
      --   Buffers: shared hit=947
      -- Execution Time: 38.1 ms
    `,
    '38 ms, all from memory. Not the database.',
  ).reacted(':white_check_mark:', 'ben'),
  said('ben', '10:10', 'One less. I tick it off above.'),
  said(
    'alice',
    '10:21',
    'I can reproduce it on my laptop: 14.2 s with main, 2.4 s with 4.17.3, same `hamburg-nord` fixture.',
  ),
  said('ben', '10:24', 'The same factor, so it is not the limits of our pods either. Good!'),
  said(
    'tomas',
    '10:31',
    'Speaking of pods: the base image went from Debian to Alpine with 4.18. Another libc, another `malloc`, and that one is known to be slow with threads.',
  ),
  said('alice', '10:33', 'Would be a nice culprit, but my laptop has glibc and is slow all the same.'),
  said('tomas', '10:35', 'Then it is a part of it at most. I measure anyway.').reacted(':+1:', 'ben'),
  said(
    'tomas',
    '11:20',
    output`
      image                    replan hamburg-nord (median of 5)
      alpine                   11.4 s
      alpine + mimalloc        10.8 s
      debian-slim              10.9 s
    `,
    'Half a second. Worth taking, but it is not our ten.',
  ),
  said('ben', '11:24', 'It goes on the list of consolation prizes.'),
  said(
    'nadia',
    '11:30',
    'For those of us who do not live in there: how does a re-plan differ from a full plan, in two sentences?',
  ),
  said(
    'ben',
    '11:37',
    'A full plan builds the tours from nothing. A re-plan takes the plan of this morning, *patches the travel times* (jams, closed roads), and then moves stops around as long as it helps.',
  ),
  said(
    'ivo',
    '12:15',
    'I timed it for thirty sizes and fitted a curve:',
    python`
      sizes, seconds = np.loadtxt("replan.csv", delimiter=",", unpack=True)
      basis = np.column_stack([sizes, sizes**2, sizes**3])
      coefficients, *_ = np.linalg.lstsq(basis, seconds, rcond=None)
      # [1.9e-03, 4.0e-08, 1.25e-08]
    `,
    '\\( t(n) \\approx 1.9\\,\\mathrm{ms} \\cdot n + 12.5\\,\\mathrm{ns} \\cdot n^3 \\)',
    'The linear part is what 4.17 needed. The cubic one is new.',
  )
    .named('cubic')
    .reacted(':exploding_head:', 'sofia mei')
    .reacted(':100:', 'ben alice grace')
    .starred('alice ben'),
  said('grace', '12:20', 'Cubic: something of size n² happens n times.'),
  said('ivo', '12:22', 'Or something of size n, n² times. But I would bet on yours.'),
  said('alice', '12:24', 'n² is the matrix. 912² cells of 4 bytes are 3.3 MB. Do we copy it anywhere?'),
  said(
    'ben',
    '12:31',
    'We do not. It lives in an `Arc` and everybody shares it. To be sure:',
    shell`
      $ rg 'matrix.*\.clone\(\)|clone\(.*matrix' src/
      src/replan.rs:215:            reporter.latest = Arc::clone(&self.matrix);
      src/plan.rs:88:        let matrix = Arc::clone(&self.matrix);
    `,
    'Only counters going up and down.',
  ),
  said('alice', '12:33', 'Too beautiful, then.'),
  said(
    'ben',
    '13:05',
    'The profile from the quiet machine:',
    output`
      # Overhead  Symbol
        81.3%     [.] __memmove_avx_unaligned_erms
         6.1%     [.] heron_solver::local_search::two_opt
         3.9%     [.] heron_solver::local_search::relocate
         2.2%     [.] heron_insertion::regret
    `,
    'Memory is moved, not computed with. Who calls it is lost: no frame pointers, and LTO has inlined everything.',
  ).reacted(':eyes:', 'grace tomas'),
  said('grace', '13:07', 'Moves of what size?'),
  said(
    'ben',
    '13:12',
    '`perf` does not say. My guess is the list of moves: it starts empty in the innermost loop and grows by doubling.',
  ),
  said(
    'ben',
    '13:40',
    diff`
      -        let mut moves = Vec::new();
      +        let mut moves = Vec::with_capacity(tour.len() * NEIGHBOURS);
    `,
    '11.4 s → 11.3 s. A guess is not a measurement. I know, I know.',
  ).reacted(':joy:', 'alice ivo nadia'),
  said('nadia', '13:43', 'What would tell us for certain?'),
  said('ben', '13:45', 'Bisecting. 63 merges between 4.17.3 and 4.18.0: six steps, eight minutes each.'),
  said(
    'tomas',
    '13:52',
    'Take the quiet machine. And let it work alone:',
    shell`
      #!/usr/bin/env bash
      # git bisect start v4.18.0 v4.17.3 && git bisect run ./slow.sh
      set -euo pipefail
      cargo build --release --quiet || exit 125   # does not build: skip this one
      seconds=$(./target/release/replan --fixture hamburg-nord --runs 5 --median)
      awk -v s="$seconds" 'BEGIN { exit !(s < 3.0) }'
    `,
  )
    .reacted(':ok_hand:', 'ben grace')
    .starred('grace'),
  said('ben', '14:02', 'Nicer than mine. It runs.'),
  said(
    'ben',
    '15:10',
    output`
      b41d9c2 is the first bad commit
          Update rayon from 1.10 to 1.11
    `,
    'Oh?',
  ),
  said('grace', '15:12', 'A scheduler. Would explain the pods and the laptop…'),
  said('ivo', '15:15', '…but not my n³.'),
  said('ben', '15:58', 'main with rayon 1.10: 11.4 s. It is innocent. The bisect lied to us.'),
  said(
    'alice',
    '16:05',
    'I think I know why: the fixture itself changed one commit earlier, it got 300 stops more. All the "good" ones were just smaller.',
  ).reacted(':mag:', 'ben tomas'),
  said('ben', '16:07', 'That was me. I made it *more realistic*. :see_no_evil:').reacted(
    ':joy:',
    'alice grace ivo tomas nadia',
  ),
  said(
    'tomas',
    '16:09',
    'Copy the fixture out of the repository and run it again, overnight and with 21 runs.',
  ),
  said('ben', '16:11', 'It runs. Until tomorrow, and thank you all.'),
];
