import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ejsonIn, ejsonText } from '../../../src/api/ejson';

describe('ejsonText', () => {
  it('writes a time as Meteor does, however deep it is', () => {
    const text = ejsonText({ params: ['r', [new Date(5)]] });

    assert.equal(text, '{"params":["r",[{"$date":5}]]}');
  });

  it('brings back whatever was written', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('$date', '$escape', '$type'));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.date({ noInvalidDate: true }),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));

    fc.assert(fc.property(value, (any) => assert.deepEqual(ejsonIn(ejsonText(any)), any)));
  });
});

describe('ejsonIn', () => {
  it('leaves alone what only looks like a time', () => {
    const text = '{"a":{"$date":"soon"},"b":{"$date":1,"c":2},"d":{"$escape":{"$date":3}}}';

    assert.deepEqual(ejsonIn(text), { a: { $date: 'soon' }, b: { $date: 1, c: 2 }, d: { $date: 3 } });
  });

  it('finds nothing in what is no JSON', () => {
    assert.equal(ejsonIn('<html>'), undefined);
  });
});
