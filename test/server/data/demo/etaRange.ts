import { java, python } from './code';
import { said, type Scene } from './script';

/** A discussion, opened from the planner's channel. */
export const etaRange: Scene = {
  room: 'eta-range',
  lines: [
    said(
      'ivo',
      '5 10:36',
      'We show "arrives at 9:52". I know that half of these are off by more than eight minutes. It sounds like a promise, and it is a coin toss.',
    ).reacted(':thinking:', 'alice sofia mei'),
    said('sofia', '5 10:44', 'Customers ask for *one* time. I have the interviews.'),
    said('mei', '5 10:50', 'Do they ask for a time, or do they ask whether they can go and buy bread?'),
    said(
      'sofia',
      '5 10:52',
      'Read aloud from interview 7: "I just want to know if I can have a shower." :shower:',
    ).reacted(':joy:', 'mei ivo alice'),
    said(
      'ivo',
      '5 11:15',
      'Then it is a range. For the shower the *early* end counts, for the bread the late one.',
    ).named('shower'),
    said(
      'ivo',
      '5 11:31',
      'And the ranges are honest. Of the last 40 000 arrivals:',
      python`
        inside = (arrivals >= p10) & (arrivals <= p90)
        print(f"{inside.mean():.1%} inside, expected 80 %")   # 79.4 % inside
        print(np.median(p90 - p10) / 60)                       # 21.5 minutes wide
      `,
    ).reacted(':100:', 'ben grace'),
    said(
      'ben',
      '5 13:05',
      '21 minutes for a stop two hours away is good. For the *next* stop it should be five.',
    ),
    said('ivo', '5 13:12', 'It is: 4.2 for the next one, 9 for the third.'),
    said(
      'alice',
      '5 13:40',
      'How about both, then? In the console the range as a bar, and in the customer’s message words: "between 9:40 and 10:15". No exact time anywhere.',
    )
      .named('both')
      .reacted(':+1:', 'ivo mei sofia'),
    said(
      'grace',
      '5 14:02',
      'The contract has `p10, p50, p90`. Should I drop `p50`, so that nobody is tempted?',
    ),
    said('ivo', '5 14:05', 'Please keep it, sorting needs one number. But call it what it is.').answered(
      said('grace', '5 14:10', '`p50` is what it is. :smile:'),
      said('ivo', '5 14:12', 'I meant in the interface: never "arrival", always "most likely".'),
      said(
        'grace',
        '5 15:30',
        'The generated Java now has no way to get a single time by accident:',
        java`
          public record Arrival(Instant p10, Instant p50, Instant p90) {
              public boolean mayBe(Instant moment) {
                  return !moment.isBefore(p10) && !moment.isAfter(p90);
              }
          }
        `,
      ).reacted(':heart_eyes:', 'ivo'),
      said('alice', '5 15:41', '`mayBe`. I see what you did.'),
    ),
    said(
      'sofia',
      '4 09:30',
      'I tried it on three customers with paper and pencil. All three understood the range, and two said it felt *more* reliable.',
    ).starred('ivo alice'),
    said('ivo', '4 09:33', 'Then it is decided, I think? Range for people, most likely time for sorting.')
      .reacted(':white_check_mark:', 'alice ben grace mei sofia')
      .pinned('ivo'),
    said('mei', '4 09:40', 'The app follows in 5.5, after the dark map. :crescent_moon:'),
  ],
};
