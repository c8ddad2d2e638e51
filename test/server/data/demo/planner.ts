import { hunt } from './hunt';
import { roomId } from './ids';
import { budgetReview, regretReview, uncheckedReview, windowsReview } from './plannerReviews';
import { quoting } from './quote';
import { weeklyBenchmarks } from './reports';
import { noted, said, type Scene } from './script';

/** The Rust team. Alice is a plain member here, so she may not pin. */
export const planner: Scene = {
  room: 'planner',
  lines: [
    noted('ben', '9 08:50', [
      'room_changed_topic',
      'Route planner (Rust). Keep main green, measure before you tune',
    ]),
    said(
      'ben',
      '9 09:18',
      '**4.18 is out.** From now on the solver reports its progress, so the console can draw a bar instead of a spinner. Thanks @alice for the patient review!',
    )
      .reacted(':tada:', 'alice sofia ivo nadia mei')
      .starred('alice'),
    said(
      'sofia',
      '9 09:24',
      'Dispatchers will love it. Half of them press *Re-plan* again because they think it hangs.',
    ),
    said('ben', '9 09:25', 'Which does not make it faster. :smile:'),
    regretReview,
    said(
      'ivo',
      '8 09:40',
      'New travel times are on staging: left turns across tram lines cost 20 s now. Tours in Basel got 3 % longer on paper and 2 % more punctual in reality.',
    ),
    said('ben', '8 13:12', 'I see it in the bench. Worth it.').reacted(':+1:', 'ivo'),
    windowsReview,
    said(
      'tomas',
      '7 10:02',
      'The planner pods are at 71 % memory since 4.18, were at 60 %. Nothing burns, I only mention it.',
    ).named('memory'),
    said('ben', '7 13:20', 'Progress reports should be a few bytes. I will look.'),
    said(
      'ben',
      '6 09:30',
      'Nobody touch `insertion.rs` for an hour please, I am moving it into its own crate.',
    ),
    said('ben', '6 10:47', 'Done, `heron-insertion` builds in 9 s alone. Thanks for the patience.').reacted(
      ':zap:',
      'alice ivo',
    ),
    uncheckedReview,
    weeklyBenchmarks,
    noted('ivo', '5 10:31', ['discussion-created', 'Is an ETA a promise or a range?']).became({
      discussion: roomId('eta-range'),
    }),
    said('ivo', '5 10:33', 'I opened a discussion for it, because it is about people more than about code.'),

    hunt,

    said(
      'mei',
      '4 09:55',
      'Question from the app: may `sequence` of a tour have holes? I get `1, 2, 4` after a cancelled stop.',
    ),
    said('ben', '4 10:01', 'Yes. It orders, it does not count. Never compute with it.'),
    said('mei', '4 10:02', 'Then I just found three places that do. :sweat_smile:').reacted(':bug:', 'ben'),
    said(
      'nadia',
      '3 09:02',
      'The slow re-plan has now reached a customer (Hamburg-Nord, ticket 2207). It is the *only* thing that blocks 4.19. @ben @alice @ivo you have the whole team’s patience, and its machines.',
    ).reacted(':muscle:', 'ben ivo alice'),
    budgetReview,
    said(
      'ben',
      '1 16:30',
      quoting('planner', 'make-mut', 'For the record, here it is. Ten seconds, and my comment says *cheap*.'),
    ).reacted(':exploding_head:', 'mei grace sofia'),
    said('sofia', '1 16:34', 'May I tell Hamburg?'),
    said('ben', '1 16:35', 'Tell them "tomorrow", then we are early.'),
    said(
      'ivo',
      '203m',
      'Nightly on all 112 depots with the fix: no plan got worse by more than 0.1 %, which is noise of the random restarts.',
    ).named('nightly'),
    said('nadia', '196m', 'Beautiful. 4.19 may go.').reacted(':rocket:', 'ben tomas alice ivo'),
    said('tomas', '70m', 'Memory is back at 60 % as well. Same bug, see my message of last week.').reacted(
      ':bulb:',
      'ben',
    ),
    said(
      'ben',
      '30m',
      'Write-up of the hunt is in the wiki: https://git.heron.example/heron/planner/wiki/the-eleven-seconds',
    ),
  ],
};
