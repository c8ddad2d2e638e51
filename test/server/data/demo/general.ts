import { json, output, shell, yaml } from './code';
import { paper, picture } from './uploads';
import { noted, said, uploaded, type Scene } from './script';

/** Where everybody is. Alice has an unread @here at the end. */
export const general: Scene = {
  room: 'general',
  lines: [
    said(
      'nadia',
      '9 08:32',
      'Good morning! Plan for the two weeks until the Zürich pilot:',
      '1. **4.19** next week, with progress bars and the new travel times',
      '2. load test for December, @tomas has the numbers',
      '3. a freeze at the end of it, fixes only',
      '',
      'If something here surprises you, say so _today_, not the day before.',
    )
      .named('plan')
      .reacted(':thumbsup:', 'alice ben grace ivo sofia tomas')
      .pinned('nadia'),
    said('sofia', '9 08:41', 'Surprised by 2: does the load test touch the staging depots I demo with?'),
    said(
      'tomas',
      '9 08:44',
      'No, it has its own database. Your ~messy~ carefully arranged depots stay as they are.',
    ).reacted(':joy:', 'sofia grace'),
    said('lea', '9 09:10', 'Hello from the depot :bike: We have the first two cargo bikes. They are *wide*.'),
    uploaded(
      'lea',
      '9 09:12',
      picture({
        name: 'cargo-bike.jpg',
        width: 1600,
        height: 1067,
        size: 418_233,
        description: 'Does not fit between the bollards at Langstrasse',
      }),
    ).reacted(':heart:', 'mei sofia alice'),
    said('ben', '9 09:20', 'Noted: vehicle width in the travel times. @ivo, do we have bollards in the map?'),
    said('ivo', '9 09:31', 'We have `barrier=bollard`, the gap only sometimes. I take it to #mapping.'),

    noted('nadia', '8 08:30', ['au', 'jonas']),
    said(
      'nadia',
      '8 08:33',
      '@all please welcome @jonas :wave: He takes over the ledger from me (poor him) and sits next to Grace.',
    ).reacted(':wave:', 'alice ben grace ivo mei sofia tomas lea'),
    said(
      'jonas',
      '8 08:47',
      'Thank you! Java person, cyclist, slow reader of long threads. Please be patient with all three.',
    )
      .reacted(':joy:', 'alice ben')
      .answered(
        said('mei', '08:55', 'Welcome! The long ones are mostly Ben. :smile:'),
        said('ben', '13:02', 'I object, at length, later.').reacted(':joy:', 'mei jonas alice grace'),
        said(
          'grace',
          '13:05',
          'Jonas: `make dev` in the root gets you all services. If it does not, that is a bug of mine.',
        ),
        said(
          'jonas',
          '13:40',
          'Then I have a bug of yours:',
          output`
            $ make dev
            ...
            ledger-1    | Error: Could not find or load main class com.heron.ledger.Main
            ledger-1    | Caused by: java.lang.UnsupportedClassVersionError: class file version 69.0
          `,
        ),
        said(
          'grace',
          '13:52',
          'Mine indeed, the image still has Java 21. One line:',
          yaml`
            services:
              ledger:
                build:
                  args:
                    JAVA_IMAGE: eclipse-temurin:25-jre
          `,
          'Pushed. `git pull && make dev` please.',
        ),
        said('jonas', '14:01', 'Runs. First bug report, first fix, 21 minutes. I like it here.').reacted(
          ':tada:',
          'grace nadia alice',
        ),
      ),
    said(
      'tomas',
      '8 15:10',
      'VPN certificates are renewed tonight at 20:00 UTC. You will have to reconnect once, that is all.',
    ),

    said(
      'grace',
      '7 09:05',
      'Small reminder on time zones, because it bit us again: everything we *store and send* is UTC, ISO 8601:',
      json`
        { "arrivalFrom": "2026-03-28T07:30:00Z", "arrivalTo": "2026-03-28T09:00:00Z" }
      `,
      'Local time exists only on screens. The clocks change soon, so now is the time to check.',
    ).starred('alice jonas'),
    said(
      'mei',
      '7 09:11',
      'In the app it is one function, `toDepotTime`. If you find a second one, delete it and tell me.',
    ),
    said('sofia', '7 14:20', 'The slides for the depot managers, comments welcome until tomorrow:'),
    uploaded(
      'sofia',
      '7 14:21',
      paper({
        name: 'Pilot kick-off (v3).pdf',
        type: 'application/pdf',
        size: 2_318_004,
        description: '14 pages',
      }),
    ).reacted(':eyes:', 'nadia lea'),
    said(
      'lea',
      '7 15:02',
      'Page 9: a courier does not have "touchpoints". A courier has doors. :door:',
    ).reacted(':100:', 'mei nadia alice ben'),
    said('sofia', '7 15:05', 'Doors it is.'),

    said(
      'tomas',
      '6 10:15',
      'Load test is through, summary in #peak-season-load-test. Short: **yes, we are ready**, with one more database replica.',
    ).reacted(':raised_hands:', 'nadia alice grace ben'),
    said(
      'nadia',
      '5 08:35',
      'Thank you all for the quiet nights on call. Nobody was paged, for the third week in a row.',
    ),
    said('tomas', '5 08:36', ':pray: Do not say it aloud.'),
    said(
      'tomas',
      '4 16:20',
      'I tidy up old preview environments tomorrow. If yours must live, label it:',
      shell`
        kubectl label namespace preview-$BRANCH keep-until=release --overwrite
        kubectl get namespaces -l 'app=preview,!keep-until'   # these will go
      `,
    ).answered(
      said('alice', '16:31', '`preview-drag-stops` please stays, Sofía shows it to Rotterdam. Labelled.'),
      said('jonas', '16:34', 'I made three while learning how it works. All of them may go.'),
      said('tomas', '16:35', 'Found five, @jonas. :smile:').reacted(':see_no_evil:', 'jonas'),
      said('jonas', '16:36', 'Learning takes time!'),
      said('tomas', '3 08:12', 'Done: 23 gone, 4 kept, 61 GB of images back.').reacted(
        ':broom:',
        'nadia grace',
      ),
    ),

    said(
      'sofia',
      '3 11:30',
      'Depot Rotterdam asked whether we can show _why_ a stop moved. I said we are thinking about it. Are we?',
    ),
    said(
      'ben',
      '3 11:38',
      'The solver knows (it is the term that got cheaper). We throw it away. I would love to keep it.',
    ).reacted(':eyes:', 'sofia alice'),
    said('nadia', '3 11:52', 'After the pilot, but write it down, please.'),
    said(
      'lea',
      '2 13:15',
      'All 14 couriers have been trained. Two asked for the app in Portuguese, one for a bigger "Delivered" button, nobody for a manual.',
    ),
    said(
      'mei',
      '1 07:20',
      'Portuguese is in the next build, a native speaker at the Basel depot checked it. The button grows by 8 points.',
    ).reacted(':flag_pt:', 'lea sofia'),
    said(
      'nadia',
      '1 12:02',
      '@all **freeze starts now**. Until the pilot is live: fixes only, two reviewers each, and nobody deploys alone.',
    )
      .named('freeze')
      .reacted(':snowflake:', 'tomas ben alice grace')
      .pinned('nadia'),
    said('jonas', '1 12:10', 'Does a corrected typo in a comment count as a fix?'),
    said('nadia', '1 12:11', 'After the pilot it will still be a typo.').reacted(
      ':joy:',
      'jonas alice ben mei',
    ),

    said(
      'sofia',
      '255m',
      'The Zürich depot manager just called: very happy with the dry run. Quote: _“for the first time I drank my coffee while it was hot”_.',
    ).reacted(':coffee:', 'lea nadia alice ben mei'),
    said('nadia', '250m', 'That goes onto the slides.'),
    said('ivo', '96m', 'There is cake in the kitchen, for the four findings. Six pieces left.'),
    said('grace', '93m', 'Five.'),
    said(
      'tomas',
      '34m',
      '@here short maintenance of the staging database at the full hour, about five minutes. Production is not touched.',
    )
      .named('maintenance')
      .reacted(':thumbsup:', 'ben nadia'),
    said('ben', '28m', 'Fine with us, no benchmark is running.'),
  ],
};
