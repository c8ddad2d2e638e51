import { posted, said, type Line, type Scene } from './script';

const GREEN = '#2de0a5';
const AMBER = '#f5a623';
const RED = '#f5455c';
const PAGE = 'https://git.heron.example/heron';
const BOT = {
  author_name: 'Release Bot',
  author_link: 'https://ci.heron.example',
  author_icon: '/avatar/release-bot',
};

/** A bot's messages, nearly all with an empty text; what they say is in their attachments. */
export const releases: Scene = {
  room: 'releases',
  lines: [
    released('9 08:45', 'planner 4.18.0', ['Progress of a re-plan', 'Regret insertion', 'Base image: Alpine'])
      .named('planner-418')
      .reacted(':tada:', 'ben sofia'),
    deployed('9 09:30', 'planner 4.18.0', ['staging', '3 min 12 s']),
    deployed('9 13:10', 'planner 4.18.0', ['production', '6 min 40 s']),
    released('8 10:20', 'console 2.31.0', ['Tour table by keyboard', 'Bar for re-plans']).reacted(
      ':heart_eyes:',
      'sofia',
    ),
    posted('release-bot', '8 10:52', {
      ...BOT,
      color: RED,
      title: 'console 2.31.0: deployment to production failed',
      title_link: 'https://ci.heron.example/console/8812',
      text: 'Step `smoke` ended with code 1 after 41 s. **Rolled back to 2.30.4.**',
      fields: [
        { short: true, title: 'Environment', value: 'production' },
        { short: true, title: 'Commit', value: '`a77e0c1`' },
        { short: false, title: 'Last line', value: 'expected <h1> "Tours", got "Sign in"' },
      ],
    })
      .named('smoke-failed')
      .reacted(':eyes:', 'alice')
      .answered(
        said(
          'alice',
          '10:55',
          'The smoke test’s account has lost its password, it expired after 90 days. Not the build.',
        ),
        said('tomas', '11:02', 'Renewed, and machine accounts do not expire any more. Restarted.').reacted(
          ':pray:',
          'alice',
        ),
        posted('release-bot', '11:09', {
          color: GREEN,
          title: 'console 2.31.0 is in production',
          text: 'Second try, 4 min 02 s.',
        }),
      ),
    deployed('7 09:15', 'dispatch 3.12.4', ['production', '5 min 21 s']),
    posted('release-bot', '7 16:00', {
      color: '#1d74f5',
      pretext: 'Tonight 20:00–20:30 UTC',
      title: 'Maintenance: VPN certificates',
      text: 'Connections are cut once. No deployment during that time.',
      collapsed: true,
    }),
    released('6 08:30', 'courier-app 5.4.0', [
      'Offline queue survives restarts',
      'Larger "Delivered" button',
    ]),
    posted('release-bot', '6 11:00', {
      title: 'Test coverage of the week',
      image_url: 'https://ci.heron.example/coverage/week.png',
      image_dimensions: { width: 960, height: 320 },
      thumb_url: 'https://ci.heron.example/coverage/week-small.png',
      fields: [
        { short: true, title: 'planner', value: '91.4 % (+0.6)' },
        { short: true, title: 'dispatch', value: '88.0 % (+1.9)' },
        { short: true, title: 'console', value: '84.7 % (−0.1)' },
        { short: true, title: 'courier-app', value: '79.3 % (+2.2)' },
      ],
    }).reacted(':chart_with_upwards_trend:', 'grace nadia'),
    released('5 09:05', 'planner 4.18.2', ['Time windows are half-open', 'Insertion is a crate of its own']),
    deployed('5 09:50', 'planner 4.18.2', ['production', '6 min 33 s']),
    posted('release-bot', '4 09:00', {
      color: AMBER,
      fields: [
        {
          short: false,
          title: 'p95 of POST /replan',
          value: '11.6 s (limit 5 s), Hamburg-Nord, for 15 minutes',
        },
      ],
    })
      .named('alarm')
      .reacted(':fire:', 'ben tomas'),
    released('4 14:05', 'dispatch 3.13.0', ['Contract 2.7', 'Idempotency-Key']),
    posted('release-bot', '3 08:51', {
      color: GREEN,
      text: 'Profile `hamburg-nord` changed by @tomas: `progress: false`',
    }),
    deployed('3 15:20', 'dispatch 3.13.1', ['production', '5 min 02 s']),
    posted(
      'release-bot',
      '2 13:00',
      { color: GREEN, title: 'planner: 1 412 tests passed', text: '2 min 48 s' },
      {
        color: AMBER,
        title: 'planner: 1 test is flaky',
        text: '`restarts::keep_the_seed`, 2 failures in 200 runs',
      },
    ),
    released('1 08:31', 'planner 4.19.0-rc.2', ['The matrix is never copied', 'Base image: Debian']).reacted(
      ':rocket:',
      'ben alice ivo',
    ),
    deployed('1 08:38', 'planner 4.19.0-rc.2', ['canary', '2 min 05 s']),
    said('nadia', '1 12:05', 'Freeze is on. @release-bot, from now on only with two approvals.'),
    posted('release-bot', '1 12:05', {
      color: '#1d74f5',
      text: 'Rule *two approvals* is active for `production`.',
    }).reacted(':snowflake:', 'tomas'),
    released('190m', 'planner 4.19.0', [
      'Re-plans eight times faster',
      'The matrix is never copied',
      'Profile for cargo bikes',
    ])
      .named('planner-419')
      .reacted(':tada:', 'ben alice ivo grace sofia nadia tomas mei')
      .reacted(':rocket:', 'tomas nadia')
      .starred('alice'),
    deployed('150m', 'planner 4.19.0', ['production', '6 min 12 s']).reacted(':100:', 'ben'),
    deployed('40m', 'dispatch 3.13.2', ['staging', '2 min 58 s']),
    posted('release-bot', '11m', {
      title: 'dispatch 3.13.2 waits for approval',
      title_link: `${PAGE}/dispatch/releases/3.13.2`,
      color: AMBER,
      text: '1 of 2 approvals (grace). One more is needed for `production`.',
      actions: [
        { type: 'button', text: 'Open', url: 'https://ci.heron.example/dispatch/9921', is_webview: false },
      ],
    }),
  ],
};

function released(when: string, what: string, news: readonly string[]): Line {
  const [product = '', version = ''] = what.split(' ');
  return posted('release-bot', when, {
    ...BOT,
    color: GREEN,
    title: `${what} is released`,
    title_link: `${PAGE}/${product}/releases/${version}`,
    text: news.map((line) => `- ${line}`).join('\n'),
    thumb_url: `https://ci.heron.example/badges/${product}.png`,
  });
}

function deployed(when: string, what: string, [environment, took]: readonly [string, string]): Line {
  return posted('release-bot', when, {
    color: GREEN,
    title: `${what} is in ${environment}`,
    fields: [
      { short: true, title: 'Environment', value: environment },
      { short: true, title: 'Took', value: took },
    ],
  });
}
