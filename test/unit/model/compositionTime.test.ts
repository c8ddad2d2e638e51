import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isoTime, typedTime } from '../../../src/model/compositionTime';

describe('Times of the form', () => {
  const { TZ } = process.env;
  before(() => (process.env.TZ = 'Europe/Berlin'));
  after(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  const same: readonly [string, string][] = [
    ['2026-11-17 09:30', '2026-11-17T08:30:00.000Z'],
    ['2026-07-17 09:30', '2026-07-17T07:30:00.000Z'],
    ['2026-11-17 09:30:05', '2026-11-17T08:30:05.000Z'],
    ['2016-12-09 17:53:06.761', '2016-12-09T16:53:06.761Z'],
    ['2026-11-17 00:00', '2026-11-16T23:00:00.000Z'],
  ];
  for (const [typed, iso] of same) {
    it(`reads ${typed}`, () => {
      assert.equal(isoTime(typed), iso);
    });

    it(`writes ${typed}`, () => {
      assert.equal(typedTime(iso), typed);
    });
  }

  it('reads what the server writes', () => {
    assert.equal(isoTime('2026-11-17T09:30:00+01:00'), '2026-11-17T08:30:00.000Z');
  });

  it('writes what programs send as a number', () => {
    assert.equal(typedTime(Date.parse('2026-11-17T08:30:00Z')), '2026-11-17 09:30');
  });

  it('leaves the hour as it is that comes twice in autumn', () => {
    assert.equal(typedTime('2026-10-25T01:30:00.000Z'), '2026-10-25T01:30:00.000Z');
  });

  it('leaves as it is what is no time', () => {
    assert.equal(typedTime('yesterday, 5 pm'), 'yesterday, 5 pm');
  });

  it('loses nothing of any time', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        assert.equal(isoTime(typedTime(date.toISOString())), date.toISOString());
      }),
    );
  });

  for (const wrong of [
    '',
    'now',
    '17.11.2026',
    '2026-02-31 09:30',
    '2026-03-29 02:30',
    '2026-11-17 24:00',
    '5',
  ])
    it(`takes ${wrong || 'nothing'} for no time`, () => {
      assert.equal(isoTime(wrong), undefined);
    });
});
