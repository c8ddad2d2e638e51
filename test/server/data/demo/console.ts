import { dragReview, effectReview, focusReview, listReview } from './consoleReviews';
import { diff, shell, ts } from './code';
import { quoting } from './quote';
import { picture } from './uploads';
import { noted, said, uploaded, type Scene } from './script';

/** The web console. Alice owns it, so here she may pin. */
export const consoleRoom: Scene = {
  room: 'console',
  lines: [
    said(
      'alice',
      '9 09:30',
      'This week: drag stops between tours, the progress bar, and whatever the pilot breaks. What is missing?',
    ),
    said(
      'sofia',
      '9 09:41',
      'Keyboard! Depot Bergen has a dispatcher who cannot use a mouse. Today she calls a colleague for every move.',
    ),
    said(
      'alice',
      '9 09:43',
      'Then keyboard comes *before* drag and drop, because what can be done by keys can be dragged, but not the other way round.',
    )
      .named('keys-first')
      .reacted(':heart:', 'sofia mei nadia')
      .pinned('alice'),
    noted('alice', '8 08:52', ['au', 'jonas']),
    focusReview,
    uploaded(
      'alice',
      '8 15:41',
      picture({
        name: 'tour-table-keyboard.png',
        width: 1440,
        height: 900,
        size: 203_611,
        description: '`Alt+↑` and `Alt+↓` move a stop, `M` moves it to another tour',
      }),
    )
      .reacted(':heart_eyes:', 'sofia')
      .reacted(':thumbsup:', 'mei grace ben'),
    said(
      'sofia',
      '8 15:50',
      'I showed it to Bergen on the phone. There was a pause, and then: "So I can just … do it?"',
    ).starred('alice'),
    dragReview,
    said(
      'jonas',
      '7 13:05',
      'Where do I find the design tokens? I want the ledger’s two pages to look like yours.',
    ),
    said(
      'alice',
      '7 13:11',
      '`@heron/tokens`, and *only* those. If you need a hex value, the token is missing, and that is a bug of mine.',
    ),
    said('mei', '6 08:10', 'The map flickers in dark mode since yesterday.'),
    said(
      'alice',
      '6 08:32',
      'The style was loaded twice. Once per theme change, for ever:',
      diff`
        -useEffect(() => void map.setStyle(styleFor(theme)));
        +useEffect(() => void map.setStyle(styleFor(theme)), [map, theme]);
      `,
    ).reacted(':bug:', 'mei'),
    said('mei', '6 08:33', 'Thirteen characters. :smile:'),
    listReview,
    uploaded(
      'sofia',
      '5 13:30',
      picture({
        name: 'whiteboard.jpg',
        width: 2048,
        height: 1536,
        size: 734_092,
        description: 'From the workshop in Rotterdam. The arrow is coffee.',
      }),
    ).reacted(':joy:', 'alice mei'),
    effectReview,
    said(
      'ben',
      '3 13:40',
      'The solver can report what it is doing now: `phase`, `accepted`, `km_saved`. What do you want to show?',
    ),
    said(
      'alice',
      '3 13:52',
      'Only the bar and the kilometres. A dispatcher does not care about simulated annealing, and neither does the bar.',
    ).reacted(':smile:', 'ben sofia'),
    said(
      'alice',
      '2 09:20',
      'The type of it, so that nobody invents a fourth state:',
      ts`
        type Replan =
          | { readonly state: 'idle' }
          | { readonly state: 'running'; readonly done: number; readonly kmSaved: number }
          | { readonly state: 'failed'; readonly reason: string; readonly retry: () => void };
      `,
    ).reacted(':ok_hand:', 'ben jonas'),
    said('sofia', '2 09:24', 'And "finished"?'),
    said(
      'alice',
      '2 09:26',
      quoting(
        'console',
        'keys-first',
        'Finished is `idle` with a new plan. Fewer states, fewer keys. ||Do not tell Ben, he wanted seven.||',
      ),
    ),
    said('ben', '2 09:30', 'I can see you, you know.').reacted(':joy:', 'alice sofia mei grace'),
    said('grace', '1 14:25', 'How big is the bundle now?'),
    said(
      'alice',
      '1 14:31',
      shell`
      $ npm run size
      main      142.6 kB   (-11.2 kB)
      map       318.0 kB   (lazy)
      reports    48.9 kB   (lazy)
    `,
      'The table library went. It had four features, and we used the scrolling.',
    ),
    said('nadia', '1 14:33', 'The best pull requests are red.').reacted(':100:', 'alice ben jonas'),
    said(
      'mei',
      '290m',
      'Checked with a screen reader, all of the tour table: it reads well. One thing: "stop moved" is announced twice.',
    ),
    said(
      'alice',
      '270m',
      'Two live regions, one too many. Fixed, `npm test` has a check for it now.',
    ).reacted(':white_check_mark:', 'mei'),
    said(
      'sofia',
      '65m',
      'Bergen is live with the keyboard. First feedback: "please do not change anything ever again".',
    ).reacted(':tada:', 'alice mei nadia ben'),
  ],
};
