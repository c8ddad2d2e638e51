import { picture } from './uploads';
import { noted, said, uploaded, type Scene } from './script';

/** Read only for most. Alice does not want to hear of its mentions (`hideMentionStatus`). */
export const announcements: Scene = {
  room: 'announcements',
  lines: [
    said(
      'nadia',
      '9 09:00',
      '@all **What comes in the next two weeks**',
      '',
      '- planner 4.19 and console 2.32',
      '- the pilot in Zürich, with 14 couriers on cargo bikes',
      '- Jonas Weber joins us for the ledger',
      '',
      'Questions in #general, please.',
    ).reacted(':thumbsup:', 'alice ben grace mei ivo tomas'),
    said(
      'sofia',
      '7 10:30',
      'Bergen has signed for three years. :tada: The keyboard made the difference.',
    ).reacted(':tada:', 'alice nadia ben grace mei lea jonas ivo tomas'),
    said(
      'nadia',
      '6 10:20',
      'We passed the load test for December. Thank you, @tomas and everybody who stayed late.',
    ).reacted(':raised_hands:', 'alice ben grace'),
    said(
      'nadia',
      '3 09:10',
      'Holiday plans for the summer: please enter yours until the end of the month, also the vague ones.',
    ),
    said(
      'nadia',
      '1 12:00',
      '@all the **freeze** starts now and ends when the pilot is live. What it means: see #general.',
    ).reacted(':snowflake:', 'tomas ben'),
    said(
      'sofia',
      '185m',
      'planner 4.19.0 is out. Re-plans are eight times faster. The story of the hunt is worth reading, also for people who never saw Rust.',
    ).reacted(':rocket:', 'alice ben ivo grace mei'),
    said(
      'nadia',
      '55m',
      '@all all-hands tomorrow at 13:00 UTC, 30 minutes. Léa reports from the depot, live.',
    ),
  ],
};

/** Alice has muted it. */
export const coffee: Scene = {
  room: 'coffee',
  lines: [
    said('ben', '9 12:40', 'The machine on the second floor says `E12`. Does anybody speak Espresso?'),
    said(
      'grace',
      '9 12:42',
      '`E12` = descale. It says so in a manual that is under the machine. *Under* it.',
    ).reacted(':joy:', 'ben alice tomas'),
    said('tomas', '9 12:50', 'Who can read that has no need of it.'),
    noted('jonas', '8 12:05', ['uj', 'jonas']),
    said('ivo', '8 12:31', 'Descaled. It sounds like a cat again, not like a tractor.')
      .reacted(':smiley_cat:', 'grace ben mei')
      .reacted(':pray:', 'ben'),
    said('mei', '7 08:05', 'From Tokyo, where the machines work and the trains too:'),
    uploaded(
      'mei',
      '7 08:06',
      picture({
        name: 'kissaten.jpg',
        width: 1200,
        height: 1600,
        size: 388_540,
        description: 'Siphon coffee, 12 minutes. Worth each of them',
      }),
    )
      .reacted(':heart_eyes:', 'grace alice sofia')
      .reacted(':coffee:', 'ben'),
    said('grace', '7 12:30', 'Twelve minutes is one full plan for Rotterdam plus eleven minutes of joy.'),
    said('ben', '7 12:33', 'I see what you did there.'),
    said('alice', '6 12:10', 'Book for the train to Zürich? Please nothing with computers in it.'),
    said('nadia', '6 12:14', '*The Summer Book*, Tove Jansson. Small, wise, an island.')
      .reacted(':heart:', 'alice grace')
      .starred('alice'),
    said('grace', '6 12:15', 'Seconded, as a Swede by law and as a reader by heart. :flag_se:').reacted(
      ':joy:',
      'nadia',
    ),
    said(
      'jonas',
      '5 12:45',
      'My bike has a flat tyre again. Langstrasse, glass. Does the planner know a cost for *glass*?',
    ),
    said('ivo', '5 12:47', 'Not yet, but I know an open data set for it. I am not even joking.').reacted(
      ':exploding_head:',
      'jonas lea',
    ),
    said('lea', '5 13:02', 'Buy the tyres that the couriers have. 9 000 km, two flats.').reacted(
      ':+1:',
      'jonas',
    ),
    said(
      'tomas',
      '4 12:20',
      'Sourdough on the kitchen table, made tonight while a bisect was running. First come.',
    ),
    said('ben', '4 12:21', 'So *that* is what six steps of eight minutes are good for.').reacted(
      ':bread:',
      'alice grace ivo nadia',
    ),
    said('alice', '3 12:30', 'Finished the Jansson. I miss the grandmother already.').reacted(
      ':heart:',
      'nadia',
    ),
    said(
      'sofia',
      '2 12:50',
      'Running on Thursdays at lunch, slow group, the loop around the lake. Who is in?',
    ),
    said('ivo', '2 12:52', 'How slow?'),
    said('sofia', '2 12:53', 'Talking is compulsory.').reacted(':runner:', 'ivo lea grace'),
    said(
      'mei',
      '240m',
      'Cherry blossoms, three days early. :cherry_blossom: I did *not* forecast that, Ivo.',
    ).reacted(':cherry_blossom:', 'ivo alice grace sofia'),
    said('ivo', '236m', 'p10, p50, p90! It was inside the range.').reacted(':joy:', 'mei ben'),
    said('grace', '18m', 'New beans: Ethiopia, washed, tastes of bergamot. In the tin with the tape.'),
    said('ben', '14m', 'Which tape?'),
    said('grace', '13m', 'All of it.'),
  ],
};
