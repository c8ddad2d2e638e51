import { output, python, rust, toml, yaml } from './code';
import { said } from './script';

export const regretReview = said(
  'ben',
  '9 10:40',
  'Review wanted: https://git.heron.example/heron/planner/pulls/412, regret insertion. I am not fond of this part myself:',
  rust`
    let mut candidates = self.candidates(stop);
    candidates.sort_by(|a, b| b.regret.partial_cmp(&a.regret).unwrap());
    let best = &candidates[0];
  `,
)
  .named('regret')
  .reacted(':eyes:', 'alice ivo')
  .answered(
    said('alice', '10:52', '`unwrap` on `partial_cmp` panics on the day a regret is NaN. Can that happen?'),
    said(
      'ben',
      '10:55',
      'When a stop fits nowhere, both costs are infinite: `inf - inf`. So yes, in exactly the tour where everything else is bad already.',
    ),
    said(
      'alice',
      '11:03',
      'Then `total_cmp`, and drop the infeasible ones first. Also, you sort everything to use the first element:',
      rust`
        let best = self
            .candidates(stop)
            .filter(|candidate| candidate.regret.is_finite())
            .max_by(|a, b| a.regret.total_cmp(&b.regret));
      `,
    ).reacted(':ok_hand:', 'ben ivo'),
    said(
      'ivo',
      '11:10',
      'And the `None` makes us say what happens when nothing fits, instead of indexing into an empty list.',
    ),
    said(
      'ben',
      '11:32',
      'Both good. `None` now means *leave the stop unassigned and say why*. `candidates` returns an iterator, so the vector is gone as well. Pushed.',
    ),
    said('alice', '11:41', 'Approved. I like that the shorter version is the faster one.').reacted(
      ':white_check_mark:',
      'ben',
    ),
  );

export const windowsReview = said(
  'ivo',
  '8 14:05',
  'Time windows: the planner treats the end as **exclusive**, the ETA service as **inclusive**. A stop planned for 12:00 in a window 10–12 is late for one and punctual for the other. Which one gives in?',
).answered(
  said('grace', '14:12', 'The API document says "until", which helps nobody.'),
  said(
    'ben',
    '14:20',
    'Half-open everywhere: `[from, to)`. Then adjacent windows do not overlap and the length is `to - from`.',
  ),
  said(
    'ivo',
    '15:44',
    'Works for me. A property that both sides can test:',
    python`
      @given(windows(), minutes())
      def test_adjacent_windows_never_share_a_minute(window, minute):
          morning, noon = window.split_at(minute)
          assert not (minute in morning and minute in noon)
          assert morning.length + noon.length == window.length
    `,
  ).reacted(':100:', 'ben grace'),
  said(
    'alice',
    '15:50',
    'The console shows "10–12" either way. A courier who rings at 12:00 sharp is punctual to every human being, though.',
  ),
  said('ivo', '15:55', 'Agreed, so *display and statistics* forgive a minute, the *solver* does not.'),
  said('grace', '16:10', 'Written into `openapi.yaml` with both sentences. :memo:').reacted(
    ':white_check_mark:',
    'ivo ben alice',
  ),
);

export const uncheckedReview = said(
  'ben',
  '6 13:31',
  'I want your opinion before I fall in love with it. 6 % faster:',
  rust`
    // SAFETY: both indices come from the tour, which was built from the same matrix.
    let travel = unsafe { *self.cells.get_unchecked(from * self.width + to) };
  `,
)
  .reacted(':grimacing:', 'alice nadia')
  .answered(
    said(
      'nadia',
      '13:40',
      'A comment is not a proof. What keeps a tour and a matrix together once somebody reloads the matrix at noon?',
    ),
    said('ben', '13:44', 'Today: discipline.'),
    said(
      'alice',
      '13:52',
      'What if you take the row once, outside of the inner loop? Then there is one bounds check per row, and LLVM may drop the rest:',
    ).edited('13:54'),
    said(
      'alice',
      '13:55',
      rust`
        let row = &self.cells[from * self.width..][..self.width];
        for to in candidates {
            let travel = row[to.index()];
            // …
        }
      `,
    ),
    said('ben', '14:35', '5 % faster, without `unsafe`, and shorter. I was never here.').reacted(
      ':smile:',
      'nadia alice ivo',
    ),
  );

export const budgetReview = said(
  'ivo',
  '2 14:30',
  'Zürich needs other limits than a van depot: short legs, small boxes. My proposal for the profile:',
  yaml`
    profiles:
      cargo-bike:
        capacity: { volume: 1.4, weight: 180 }   # m³, kg
        speed: { uphill_penalty: 0.35 }
        solver:
          time_budget: 20s
          max_detour: 1.15
          restarts: 4
  `,
).answered(
  said(
    'ben',
    '14:41',
    '20 s is what a person waits for. For re-plans I would give it 3 s and keep the restarts at 1; the plan is warm.',
  ),
  said(
    'ben',
    '14:44',
    'We have that split already, for vans:',
    toml`
      [solver.replan]
      time_budget = "3s"
      restarts = 1
    `,
  ),
  said(
    'ivo',
    '14:52',
    'Taken over. `uphill_penalty` is from the riders’ own tracks: 0.35 at 6 %, they are stronger than I thought.',
  ),
  said('lea', '15:20', 'They are. :muscle: But 180 kg includes the lunch.').reacted(':joy:', 'ivo ben'),
  said(
    'ivo',
    '15:31',
    'Checked with the four weeks of test rides:',
    output`
      profile       tours  late  mean detour  worst leg
      van             118    9        1.31       14 min
      cargo-bike      118    2        1.08        6 min
    `,
  ).reacted(':chart_with_upwards_trend:', 'sofia ben'),
);
