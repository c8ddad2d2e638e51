import { diff, output, rust, yaml } from './code';
import { quoting } from './quote';
import { said } from './script';

/** The second day: the culprit, and why. */
export const culprit = [
  said(
    'ben',
    '3 08:05',
    output`
      5e0a7f1 is the first bad commit
          Report the progress of a re-plan (!398)
    `,
    'Confirmed by hand: `5e0a7f1` 11.2 s, its parent 1.9 s. That is mine, and you reviewed it, @alice. Sorry for both of us.',
  ),
  said('alice', '08:09', 'Ouch. But what in there? It sends one small struct every 50 ms.'),
  said('nadia', '08:20', 'Can we ship 4.18.3 without the reports while you look?'),
  said('sofia', '08:24', 'Hamburg would rather have speed than a bar.'),
  said(
    'ben',
    '08:31',
    'No release needed, the profile has a switch:',
    yaml`
      profiles:
        hamburg-nord:
          progress: false
    `,
  ),
  said(
    'tomas',
    '08:50',
    'Switched. Their next re-plan took 1.9 s. The customer is fine, now take your time to *understand* it.',
  ).reacted(':pray:', 'sofia nadia ben'),
  said(
    'alice',
    '09:34',
    'It gets weird. I made a reporter that never sends anything: 11.3 s. Its mere existence costs ten seconds.',
  ).reacted(':ghost:', 'grace ivo mei'),
  said('grace', '09:35', 'Haunted.'),
  said('ivo', '09:41', 'Does it start a thread? Frequency, affinity, something of that kind?'),
  said('ben', '09:44', 'One thread, asleep on a channel. Context switches: 0.3 %. No.'),
  said(
    'ivo',
    '10:15',
    'Then I counted the bytes that go over the memory bus during one re-plan:',
    output`
      $ perf stat -e uncore_imc/data_writes/ -- replan --fixture hamburg-nord
          63,412.50 MiB  uncore_imc/data_writes/
    `,
    '3.3 MB go into that about 20 000 times.',
  ).reacted(':eyes:', 'alice ben'),
  said('alice', '10:17', 'And how many moves did that re-plan accept?'),
  said('ben', '10:19', '19 874.'),
  said('ben', '10:19', '…oh no.').reacted(':popcorn:', 'grace mei tomas'),
  said('alice', '10:20', 'So we do copy the matrix, once per move.'),
  said('ben', '10:22', 'But there is no `clone` in that file!'),
  said(
    'tomas',
    '10:33',
    'heaptrack disagrees:',
    output`
      19874 calls to allocation functions with 3326976 B each from
        alloc::sync::Arc<T,A>::make_mut
        heron_solver::replan::Replan::apply
          at src/replan.rs:213
    `,
  ),
  said(
    'alice',
    '10:41',
    'There is, it is only not spelled that way. `replan.rs`, line 212:',
    rust`
      fn apply(&mut self, change: &Move) {
          Arc::make_mut(&mut self.matrix).patch(change.touched());
          if let Some(reporter) = &mut self.reporter {
              reporter.latest = Arc::clone(&self.matrix); // cheap, only a counter
          }
      }
    `,
    '`Arc::make_mut` changes in place while we are the only holder, and **clones the contents** when somebody else holds it too. Since `5e0a7f1` somebody does, after every move.',
    'https://doc.rust-lang.org/std/sync/struct.Arc.html#method.make_mut',
  )
    .named('make-mut')
    .reacted(':tada:', 'ben ivo grace nadia tomas')
    .reacted(':exploding_head:', 'mei sofia')
    .pinned('ben')
    .starred('ben grace alice'),
  said(
    'ben',
    '10:42',
    'That comment is mine. "Cheap." It *is* cheap, it only makes the next call expensive. :skull:',
  ).reacted(':joy:', 'alice grace ivo'),
  said(
    'tomas',
    '10:44',
    quoting('planner', 'memory', 'And there is my memory: two matrices alive in every re-plan.'),
  ),
  said(
    'ben',
    '10:50',
    'Proof, in one line above `make_mut`:',
    rust`eprintln!("holders: {}", Arc::strong_count(&self.matrix)); // 1 without, 2 with a reporter`,
  ),
  said('nadia', '11:02', 'Lovely work, all of you. How do we fix it so that it cannot come back?'),
  said(
    'ben',
    '11:15',
    'Three ways:',
    '1. the reporter holds a `Weak`; one line, and the trap stays',
    '2. the reporter gets the one number that it wants (`km_saved`) instead of the matrix',
    '3. `DistanceMatrix` loses its `Clone`; then `make_mut` does not even *compile*',
  ),
  said(
    'alice',
    '11:19',
    '2 and 3. It wants one number, not 831 744 of them, and the compiler never forgets.',
  ).reacted(':100:', 'ben ivo nadia grace'),
  said('grace', '11:22', 'Make expensive copies unrepresentable.'),
  said('ivo', '11:30', 'The tests clone it in 14 places. I write a builder for them.'),
];

/** The days after: the fix, and what keeps it fixed. Alice has not read the last two. */
export const fix = [
  said(
    'ben',
    '2 09:12',
    'https://git.heron.example/heron/planner/pulls/431. The core of it:',
    diff`
      -#[derive(Clone)]
       pub struct DistanceMatrix {
           width: usize,
           cells: Box<[Seconds]>,
       }

       pub struct Replan {
      -    matrix: Arc<DistanceMatrix>,
      +    matrix: DistanceMatrix,
           reporter: Option<Reporter>,
       }
    `,
    'The solver owns its matrix, so the `Arc` is gone too.',
  ).reacted(':eyes:', 'alice ivo'),
  said('alice', '09:30', '`km_saved` now walks all the tours for every report. Why not a running sum?'),
  said(
    'ben',
    '09:36',
    'It would drift: 20 000 additions of rounded numbers. Walking 41 tours 20 times a second does not show up anywhere.',
  ),
  said('alice', '09:38', 'Convinced. Approved.').reacted(':white_check_mark:', 'ben'),
  said('ivo', '09:45', 'The builder is in as well. 14 clones fewer, and the tests take 3 s less.'),
  said(
    'ben',
    '10:20',
    'Numbers, median of 21:',
    output`
      stops    4.17.3    4.18.2     !431
        300     0.6 s     0.9 s    0.4 s
        600     1.1 s     3.9 s    0.9 s
        912     1.9 s    11.4 s    1.4 s
    `,
    'Better than before, because the consolation prizes are in: Debian image, `with_capacity`, rows of the matrix.',
  )
    .reacted(':tada:', 'alice ivo grace nadia sofia tomas mei')
    .reacted(':rocket:', 'tomas nadia'),
  said('nadia', '10:24', 'And how would we have noticed *before* Hamburg did?'),
  said(
    'grace',
    '10:40',
    'Not by asserting seconds, the runners differ too much. Count something: the bytes allocated per move are the same on every machine.',
  ).reacted(':bulb:', 'ben nadia'),
  said(
    'ben',
    '11:15',
    rust`
      #[test]
      fn a_move_never_copies_the_matrix() {
          let mut replan = Replan::from_fixture("hamburg-nord");

          let before = ALLOCATOR.bytes();
          replan.apply(&Move::swap(3, 7));

          assert!(ALLOCATOR.bytes() - before < 64 * 1024);
      }
    `,
    'On `5e0a7f1` it fails with 3 326 976 bytes. On the branch it needs 184.',
  )
    .reacted(':heart_eyes:', 'alice grace')
    .starred('nadia'),
  said('alice', '11:21', 'Can we have the same for a full plan, while we are at it?'),
  said('ben', '11:52', 'Added. It found a forgotten `collect` that nobody had noticed. :broom:'),
  said('tomas', '1 08:40', '4.19.0-rc.2 is the canary on Hamburg-Nord and Basel, with `progress: true`.'),
  said(
    'tomas',
    '1 13:05',
    'Four hours later: p50 **1.38 s**, p95 **1.61 s**, no alarm. The bar is so fast that one hardly sees it.',
  )
    .alsoInRoom()
    .reacted(':tada:', 'ben alice ivo sofia nadia'),
  said('sofia', '1 13:09', 'An invisible progress bar is the best one.'),
  said(
    'ivo',
    '213m',
    'Vilnius was the same bug in disguise: its re-plan at noon ran out of time and kept the first plan it had. It is at +2.0 % now.',
  ).reacted(':chart_with_upwards_trend:', 'ben'),
  said(
    'ben',
    '16m',
    '@alice, could you remove the switch for Hamburg-Nord once 4.19.0 is there? The bar may come back.',
  ).named('last-request'),
  said('sofia', '9m', 'Hamburg-Nord just wrote: _“Whatever you did, please do it again.”_ :heart:'),
];
