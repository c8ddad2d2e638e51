import { output, ts } from './code';
import { said } from './script';

export const focusReview = said(
  'alice',
  '8 10:02',
  'First cut of the keyboard: https://git.heron.example/heron/console/pulls/733. Each row can be focused, so a tour of 60 stops needs 60 presses of Tab to get *past* it. Better ideas?',
)
  .reacted(':thinking:', 'mei jonas')
  .answered(
    said(
      'mei',
      '10:15',
      'One stop for Tab, arrows inside. A roving `tabindex`:',
      ts`
        rows.forEach((row, index) => {
          row.tabIndex = index === current ? 0 : -1;
        });
        rows[current]?.focus();
      `,
    ).reacted(':+1:', 'alice'),
    said(
      'alice',
      '10:31',
      'Right, that is what the pattern for grids says as well: https://www.w3.org/WAI/ARIA/apg/patterns/grid/',
    ),
    said('jonas', '10:40', 'And when a colleague removes the focused row at that moment?'),
    said(
      'alice',
      '11:20',
      'Then the focus must not fall to the page. The next row takes it, or the one before if it was the last:',
      ts`
        export function heir(rows: readonly StopId[], gone: StopId): StopId | undefined {
          const index = rows.indexOf(gone);
          return rows[index + 1] ?? rows[index - 1];
        }
      `,
    ).starred('mei'),
    said('mei', '11:24', '`heir` is the best name of the month.').reacted(':crown:', 'alice jonas sofia'),
    said(
      'alice',
      '15:35',
      'Merged, with a test that removes rows while somebody walks through them.',
    ).reacted(':white_check_mark:', 'mei'),
  );

export const dragReview = said(
  'alice',
  '7 09:40',
  'Dragging a stop: I show the new order at once and take it back if the server refuses. How do I take it back when two moves are under way?',
  ts`
    const before = tour.stops;
    setStops(move(before, from, to));
    try {
      await api.moveStop(tour.id, from, to);
    } catch {
      setStops(before); // also undoes the *second* move, which was fine
    }
  `,
)
  .named('optimistic')
  .answered(
    said(
      'grace',
      '09:52',
      'Do not keep a copy of the past, keep the *intentions*. What you show is the server’s order with the pending moves applied.',
    ),
    said(
      'alice',
      '10:25',
      'You mean like this:',
      ts`
        const shown = pending.reduce((stops, change) => change.apply(stops), confirmed);

        async function perform(change: Change): Promise<void> {
          setPending((all) => [...all, change]);
          try {
            setConfirmed(await api.perform(change));
          } finally {
            setPending((all) => all.filter((other) => other !== change));
          }
        }
      `,
      'A refused move just disappears from the list, the others stay.',
    )
      .reacted(':bulb:', 'ben mei jonas')
      .starred('jonas'),
    said('grace', '10:31', 'Exactly. And nobody has to invent the inverse of a change.'),
    said(
      'ben',
      '13:15',
      'A move may refer to a stop that an earlier, refused one would have brought there. `apply` must be able to do nothing.',
    ),
    said(
      'alice',
      '13:30',
      'It can: unknown stop, same list. There is a property test now, with random refusals in random order. It found one in my own `apply`, of course.',
    ).reacted(':joy:', 'ben grace'),
    said('sofia', '13:44', 'From outside: it feels instant, and it says sorry politely. :clap:'),
  );

export const listReview = said(
  'sofia',
  '6 14:02',
  'The list of unassigned stops is slow in Rotterdam. They have 2 400 in the morning, and scrolling stutters.',
).answered(
  said('alice', '14:10', 'We render all of them. I will show only the rows one can see.'),
  said(
    'mei',
    '6 14:15',
    'Before you build that: `content-visibility: auto` with a `contain-intrinsic-size` might be enough. It was in the app’s web view.',
  ),
  said(
    'alice',
    '15:20',
    'It was enough. Same machine, same list:',
    output`
                               first paint    scrolling
      all rows                     910 ms       14 fps
      content-visibility            88 ms       60 fps
      windowed list (mine)          61 ms       60 fps   (+ 340 lines)
    `,
    'I threw my 340 lines away, and *find in page* keeps working.',
  )
    .reacted(':clap:', 'mei sofia nadia')
    .reacted(':100:', 'ben'),
  said('nadia', '15:31', 'Please keep the table in the pull request. In a year somebody will ask.'),
);

export const effectReview = said(
  'jonas',
  '4 09:10',
  'Beginner’s question. My invoice page sometimes shows the invoice that I had opened *before*. Slow network, quick clicks.',
  ts`
    useEffect(() => {
      void api.invoice(id).then(setInvoice);
    }, [id]);
  `,
).answered(
  said(
    'alice',
    '09:21',
    'Not a beginner’s question. The answers arrive in the order they like: the older one came last and won.',
  ),
  said(
    'alice',
    '09:24',
    'Tell the old request that nobody waits for it any more:',
    ts`
      useEffect(() => {
        const controller = new AbortController();
        api.invoice(id, { signal: controller.signal }).then(setInvoice, report);
        return () => controller.abort();
      }, [id]);
    `,
  ).edited('09:27'),
  said(
    'mei',
    '4 09:30',
    '`report` must not show the cancelled ones, or every quick click becomes an error message.',
  ),
  said(
    'jonas',
    '09:55',
    'Works, understood, and grepped: we had it in five other places. Fixed all of them.',
  ).reacted(':muscle:', 'alice mei grace'),
);
