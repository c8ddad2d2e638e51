import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ejsonText } from '../../../../src/api/ejson';
import { restValueIn } from '../../../../src/api/realtime/restValue';

describe('a text of Meteor', () => {
  const cases: [title: string, text: string, value: unknown][] = [
    ['a time', '{"ts":{"$date":1772442000007}}', { ts: '2026-03-02T09:00:00.007Z' }],
    ['a time by itself', '{"$date":0}', '1970-01-01T00:00:00.000Z'],
    ['a time before 1970', '{"$date":-1}', '1969-12-31T23:59:59.999Z'],
    ['a time inside lists', '[[{"a":[{"$date":0}]}]]', [[{ a: ['1970-01-01T00:00:00.000Z'] }]]],
    ['a time that is none', '{"a":{"$date":"soon"}}', { a: { $date: 'soon' } }],
    ['a time beyond all times', '{"a":{"$date":9e15}}', { a: { $date: 9e15 } }],
    ['a time with company', '{"$date":1,"c":2}', { $date: 1, c: 2 }],
    ['what was escaped', '{"$escape":{"$date":{"$date":0}}}', { $date: '1970-01-01T00:00:00.000Z' }],
    ['an escape of nothing', '{"$escape":1}', { $escape: 1 }],
    ['the infinite', '{"a":{"$InfNaN":1}}', { a: null }],
    ['an id of the database', '{"_id":{"$type":"oid","$value":"abc"}}', { _id: 'abc' }],
    ['bytes', '{"$binary":"AQID"}', { $binary: 'AQID' }],
  ];
  for (const [title, text, value] of cases) {
    it(`is read as REST writes it: ${title}`, () => {
      assert.deepEqual(restValueIn(text), value);
    });
  }

  it('changes no prototype', () => {
    const value = restValueIn('{"__proto__":{"isAdmin":{"$date":0}}}');

    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.equal(({} as { isAdmin?: unknown }).isAdmin, undefined);
  });

  it('comes to what JSON says, whatever was written', () => {
    const key = fc.oneof(fc.string(), fc.constantFrom('$date', '$escape', '$type'));
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.date({ noInvalidDate: true }),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
      ),
    }));

    fc.assert(
      fc.property(value, (any) =>
        assert.deepEqual(restValueIn(ejsonText(any)), JSON.parse(JSON.stringify(any))),
      ),
    );
  });

  it('is not read if it is nested without end', () => {
    assert.throws(() => restValueIn('['.repeat(5000) + ']'.repeat(5000)), SyntaxError);
  });

  it('is not read if it is no JSON', () => {
    assert.throws(() => restValueIn('<html>'), SyntaxError);
  });
});
