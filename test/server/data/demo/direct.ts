import { java, output, rust, shell, ts, yaml } from './code';
import { linkTo, quoting } from './quote';
import { picture } from './uploads';
import { posted, said, uploaded, type Scene } from './script';

/** Alice has two unread messages from Ben. */
export const withBen: Scene = {
  room: 'alice+ben',
  lines: [
    said('ben', '9 09:30', 'Thanks again for reading !398 so carefully. Next coffee is on me.'),
    said('alice', '9 09:34', 'I only asked what `latest` was for. :smile:'),
    said('ben', '9 09:35', 'And I said “cheap, only a counter”. Quote me on that.')
      .named('cheap')
      .reacted(':coffee:', 'alice'),
    said('alice', '4 12:36', 'I keep thinking about 3.3 MB. Which tests would notice a copy?'),
    said('ben', '4 12:41', 'None. They look at plans, not at costs. :grimacing:'),
    said('alice', '3 10:44', quoting('alice+ben', 'cheap', 'You did say that I may quote you.')).reacted(
      ':joy:',
      'ben',
    ),
    said('ben', '3 10:46', 'I have earned that. Two coffees.'),
    said(
      'alice',
      '2 11:24',
      'For the full plan, would this be enough?',
      rust`
        const _: fn() = || {
            trait NotClone<A> { fn check() {} }
            impl<T> NotClone<()> for T {}
            struct IsClone;
            impl<T: Clone> NotClone<IsClone> for T {}
            // ambiguous, and so refused, as soon as DistanceMatrix is Clone
            <DistanceMatrix as NotClone<_>>::check();
        };
      `,
    ),
    said(
      'ben',
      '2 11:30',
      'That is horrible, I love it. There is a crate that hides it: https://docs.rs/static_assertions',
    ).reacted(':heart:', 'alice'),
    said('alice', '2 11:32', 'Hidden horror is the best kind. Taken.'),
    said(
      'ben',
      '1 14:05',
      'Do you have half an hour tomorrow? I would like to go through the write-up with you before the others see it.',
    ),
    said('alice', '1 14:11', 'Gladly. After lunch?').reacted(':+1:', 'ben'),
    said(
      'ben',
      '12m',
      'The draft is in the wiki. The paragraph on who found what is *yours*, please check that I am not too modest on your behalf.',
    ),
    said('ben', '11m', 'And I owe you two coffees, it says so in the footnote.'),
  ],
};

export const withMei: Scene = {
  room: 'alice+mei',
  lines: [
    said(
      'mei',
      '8 08:20',
      'Could you look at my accessibility labels? English is my third language, and it shows in the short texts.',
    ),
    said(
      'alice',
      '8 08:41',
      'Sure. First one, `"Stop, delete, dangerous"`, is poetry, but let us say "Remove this stop".',
    ),
    said('mei', '8 08:43', 'Poetry was not the goal. :joy:').reacted(':joy:', 'alice'),
    said(
      'alice',
      '8 09:30',
      'All 46 are done, in your branch. Two questions are in the pull request.',
    ).reacted(':pray:', 'mei'),
    said(
      'mei',
      '3 08:05',
      'Is there a nicer way to write this? Three nested ternaries hurt.',
      ts`
        const label = done ? 'Delivered' : late ? 'Late' : next ? 'Next' : 'Planned';
      `,
    ),
    said(
      'alice',
      '3 08:18',
      'I would let the state decide, not the label:',
      ts`
        const labels = {
          delivered: 'Delivered',
          late: 'Late',
          next: 'Next',
          planned: 'Planned',
        } satisfies Record<StopState, string>;
      `,
      'Then a fifth state cannot be forgotten.',
    ).reacted(':bulb:', 'mei'),
    uploaded(
      'mei',
      '2 07:50',
      picture({
        name: 'app-dark-map.png',
        width: 720,
        height: 1560,
        size: 244_100,
        description: 'Sneak preview of 5.5. Do not show Sofía yet!',
      }),
    ).reacted(':heart_eyes:', 'alice'),
    said('alice', '2 08:15', 'My lips are sealed. It is *gorgeous*.'),
  ],
};

/** Alice's notes to herself. */
export const notes: Scene = {
  room: 'alice',
  lines: [
    said(
      'alice',
      '9 15:50',
      '- [x] answer Bergen',
      '- [x] size of the bundle',
      '- [ ] holiday form :sunny:',
      '- [ ] `MATCH_PARENT` in the print view?',
    ),
    said(
      'alice',
      '7 09:58',
      'Keep: how to look at one request through all services',
      shell`
        heron trace --since 15m --where 'tour=tr_19 and status>=500' | less -R
      `,
    ).starred('alice'),
    said(
      'alice',
      '4 16:50',
      `For the retrospective: ${linkTo('planner', 'cubic')}`,
      'A fitted curve said more than two hours of profiling.',
    ),
    said(
      'alice',
      '2 10:05',
      'Profile of the local cluster:',
      yaml`
        resources:
          requests: { cpu: 250m, memory: 256Mi }
          limits: { memory: 512Mi }   # no cpu limit, it only throttles
      `,
    ),
    said('alice', '245m', 'Ask Jonas how rounding in Norway ended, before the demo.'),
  ],
};

export const onCall: Scene = {
  room: 'alice+grace+tomas',
  lines: [
    said('tomas', '8 15:20', 'On call, next three weeks: Grace, me, Alice. Objections?'),
    said('grace', '8 15:24', 'None. I swap nights for mornings with anybody.'),
    said('alice', '8 15:30', 'I take that offer.').reacted(':handshake:', 'grace'),
    said(
      'tomas',
      '5 06:50',
      'The disk of the build machine was full at 03:00. It is 40 GB of `target` folders. I slept through it, by design.',
    ),
    said('grace', '5 07:40', '“By design” is a nice name for a phone in the kitchen.').reacted(
      ':joy:',
      'tomas alice',
    ),
    said('tomas', '5 07:41', shell`cargo sweep --recursive --time 14 /var/builds   # weekly, from now on`),
    said(
      'tomas',
      '5 07:55',
      'The one line that explains the night, as it came:',
      output`
        {"level":"error","ts":"03:11:08.412Z","pod":"dispatch-7c9d6f5b8-x2kqp","caller":"bus/client.go:131","msg":"no answer","tour":"tr_19","depot":"rotterdam","attempt":3,"waited":"30.002s","queue":{"length":5980,"oldest":"2h14m","consumers":0},"trace":"4bf92f3577b34da6a3ce929d0e0e4736","parents":["00f067aa0ba902b7","53995c3f42cd8ad8","a2fb4a1d1a96d312"],"headers":{"x-request-id":"0198f3c2-7a1e-7c55-9d0e-3f1b6f7a2b10","user-agent":"courier-app/5.3.2 (Android 14; Fairphone 5)"}}
      `,
      '`consumers: 0` is the interesting part.',
    ).reacted(':mag:', 'grace'),
    said(
      'alice',
      '3 09:00',
      'Switched Hamburg’s profile together with Tomáš, for the record. Undo: `heron profile set hamburg-nord progress=true`',
    ),
    said(
      'grace',
      '1 15:40',
      'Handing over: nothing open, one certificate to watch (tiles, expires in 20 days).',
    ),
    said('tomas', '1 15:44', 'Taken. Sleep well.'),
  ],
};

/** Closed by alice: it is not in her list. */
export const withSofia: Scene = {
  room: 'alice+sofia',
  lines: [
    said(
      'sofia',
      '8 15:55',
      'Bergen asks whether you would join a call. They would like to thank you, and they have *ideas*.',
    ),
    said('alice', '8 15:58', 'With pleasure. Ideas in writing beforehand, please, I am a slow thinker.'),
    said(
      'sofia',
      '6 15:20',
      'You are not, but here they come: search by phone number, print without the map, and a quiet hour.',
    ),
    said('alice', '6 15:36', 'Print without the map is three lines. Done by the time they call.').reacted(
      ':heart:',
      'sofia',
    ),
  ],
};

export const withJonas: Scene = {
  room: 'alice+jonas',
  lines: [
    said('jonas', '8 09:25', 'Hello! Grace says you are the one to ask about money and floats.'),
    said('alice', '8 09:33', 'I am the one who lost three cents in 2019 and still talks about it. Ask!'),
    said(
      'jonas',
      '5 11:05',
      'Why does this not round half up?',
      java`
        new BigDecimal(2.675).setScale(2, RoundingMode.HALF_UP); // 2.67
      `,
    ).answered(
      said(
        'alice',
        '11:12',
        'Because `2.675` is a double before it is a `BigDecimal`, and as a double it is 2.67499999…',
      ),
      said(
        'alice',
        '11:14',
        java`
          new BigDecimal("2.675").setScale(2, RoundingMode.HALF_UP); // 2.68
          BigDecimal.valueOf(267_500, 5).setScale(2, RoundingMode.HALF_UP); // 2.68
        `,
        'Never let money be a double, not even for the length of a line.',
      ).reacted(':bulb:', 'jonas'),
      said('jonas', '11:20', 'There is my three cents. In *our* ledger: 0.03 since spring. :smile:'),
      said('alice', '11:21', 'They are following me.').reacted(':ghost:', 'jonas'),
    ),
    said(
      'jonas',
      '3 11:10',
      'Rounding is one enum per country now, tested with all the invoices of last year.',
    ),
    said('jonas', '3 11:12', 'Difference: 0.00. I have printed it and put it on the wall.')
      .reacted(':frame_photo:', 'alice')
      .starred('alice'),
  ],
};

export const withBot: Scene = {
  room: 'alice+release-bot',
  lines: [
    posted('release-bot', '8 10:53', {
      color: '#f5455c',
      title: 'You started console 2.31.0, which was rolled back',
      title_link: 'https://ci.heron.example/console/8812',
      text: 'Step `smoke`, after 41 s',
    }),
    posted('release-bot', '8 11:09', { color: '#2de0a5', title: 'console 2.31.0 is in production' }),
    said('alice', '8 11:10', 'Thank you, robot.'),
  ],
};
