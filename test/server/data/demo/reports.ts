import { java } from './code';
import { said } from './script';

/** The messages of many lines. */
export const weeklyBenchmarks = said(
  'ben',
  '5 08:20',
  '# Benchmarks of the week',
  'Machine: the quiet one (8 cores, governor `performance`), median of 21 runs, main at `8c1f0de`.',
  '',
  '## Full plan, cold',
  '- 80 stops: **0.21 s** (last week 0.21 s)',
  '- 300 stops: **2.9 s** (3.0 s)',
  '- 912 stops: **19.8 s** (20.4 s)',
  '- 2 400 stops: **61 s** (64 s)',
  '',
  '## Insertion alone',
  '- regret-2: **1.12 µs** per candidate (1.31 µs)',
  '- regret-3: **1.60 µs** per candidate (1.86 µs)',
  '- with cargo bikes: **1.19 µs** per candidate (new)',
  '',
  '## Quality (cost against the best known plan)',
  '- Basel: +1.8 %',
  '- Hamburg-Nord: +2.3 %',
  '- Rotterdam: +2.1 %',
  '- Vilnius: +3.9 % :eyes:',
  '',
  '## What changed',
  '1. regret insertion without the sort (thanks Alice)',
  '2. rows of the matrix are taken once per tour',
  '3. `heron-insertion` is a crate of its own',
  '   - builds alone in 9 s',
  '   - has its own benches',
  '',
  '## What I want to know next',
  '- [x] why Basel got better (the tram lines)',
  '- [ ] why Vilnius did not',
  '- [ ] whether re-plans deserve a bench of their own; today only cold plans are measured',
  '',
  '> A benchmark that nobody reads is a heater.',
)
  .named('benchmarks')
  .reacted(':chart_with_upwards_trend:', 'ivo nadia')
  .reacted(':clap:', 'alice grace')
  .starred('alice ivo');

export const loadTestSummary = said(
  'tomas',
  '6 10:02',
  '# Load test for December: summary',
  'Three hours at **2.4 times** the traffic of the busiest hour so far. :white_check_mark: Passed, with two findings.',
  '',
  '## Traffic',
  '- 31 200 courier phones, each reporting its position every 10 s',
  '- 640 dispatchers, each with one console open',
  '- 112 nightly plans at once, although we never do that',
  '- 18 re-plans a minute',
  '',
  '## Latency at the door (p50 / p95 / p99)',
  '- `GET /tours/{id}`: 11 / 38 / 74 ms',
  '- `POST /events`: 6 / 19 / 41 ms',
  '- `POST /confirmations`: 9 / 44 / **310** ms :point_left:',
  '- `GET /stops?near=`: 14 / 52 / 96 ms',
  '',
  '## What gave way first',
  '1. The connection pool of `dispatch`: 40 connections for 12 pods was one too few at 2.1 times the traffic.',
  '2. Autovacuum on `confirmations`. It woke up in the middle of it, which explains the 310 ms.',
  '',
  '## What did not give way',
  '- the message bus, at 9 % of its disk bandwidth',
  '- the load balancer',
  '- Tomáš',
  '',
  '## To do',
  '- [x] pool of 60, and an alarm at 80 % of it',
  '- [x] one more read replica from November to January',
  '- [x] autovacuum: scale factor 0.02 for that table',
  '- [ ] repeat it in October, with the confirmations that carry photos',
  '',
  'Thank you @alice @grace @ben for staying late, and @nadia for the pizza. :pizza:',
)
  .named('summary')
  .reacted(':tada:', 'nadia alice grace ben')
  .reacted(':pizza:', 'ben alice')
  .pinned('tomas')
  .starred('nadia');

export const roundingReview = said(
  'jonas',
  '6 11:45',
  'Here is the one place. One entry per country:',
  java`
    public enum Rounding {
        /** Øre are gone from coins since 2012. Accounts keep them, invoices do not. */
        NORWAY("NOK", "1"),

        /** Only cash is rounded to kronor; cards and invoices are exact. */
        SWEDEN("SEK", "0.01"),

        ESTONIA("EUR", "0.01"),
        FINLAND("EUR", "0.01"),
        LATVIA("EUR", "0.01"),
        LITHUANIA("EUR", "0.01");

        private final Currency currency;
        private final BigDecimal step;

        Rounding(String currency, String step) {
            this.currency = Currency.getInstance(currency);
            this.step = new BigDecimal(step);
        }

        /** To a multiple of the smallest step, never through a double. */
        public Money round(Money exact) {
            if (!exact.currency().equals(currency)) {
                throw new CurrencyMismatch(exact.currency(), currency);
            }
            BigDecimal steps = exact.amount().divide(step, 0, RoundingMode.HALF_UP);
            return new Money(steps.multiply(step), currency);
        }

        public BigDecimal difference(Money exact) {
            return round(exact).amount().subtract(exact.amount());
        }
    }
  `,
  'The differences go onto an account of their own, so that the books still close.',
)
  .reacted(':eyes:', 'alice nadia')
  .answered(
    said(
      'alice',
      '12:30',
      'Good that it throws on the wrong currency. Does the order of rounding and adding matter anywhere?',
    ),
    said(
      'jonas',
      '12:41',
      'Yes: lines are exact, only the total is rounded. There is a test with 1 000 lines of half a krone.',
    ).reacted(':100:', 'alice grace'),
    said(
      'nadia',
      '12:58',
      'Three days here, and the ledger is more readable than in my four years. Approved.',
    ).reacted(':heart:', 'jonas'),
  );
