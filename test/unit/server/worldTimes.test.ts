import assert from 'node:assert/strict';
import { noon, roomIn, said, seenBy, town, worldOf } from './town';

const data = town({ messages: [said('one', 60)] });

describe('the time of a change', () => {
  const world = () => worldOf(data);

  it('is the present, for what has not changed in it yet', () => {
    const current = world();
    const dev = roomIn(current, 'dev');

    current.touchRoom(dev);

    assert.equal(dev._updatedAt, noon);
  });

  it('grows with every change of one document, even within one millisecond', () => {
    const current = world();
    const [dev, subscription] = [roomIn(current, 'dev'), seenBy(current, 'bob')];
    const message = current.messages.byId('one') ?? assert.fail('It is not there');

    const times = [1, 2, 3].map(() => {
      current.touchRoom(dev);
      current.touchSubscription(subscription);
      current.changeQuietly(message);
      return [dev, subscription, message].map(({ _updatedAt }) => Date.parse(_updatedAt));
    });

    const [first = []] = times;
    assert.deepEqual(
      times,
      [0, 1, 2].map((ms) => first.map((time) => time + ms)),
    );
  });

  it('does not grow with the changes of others', () => {
    const current = world();
    const [dev, open] = [roomIn(current, 'dev'), roomIn(current, 'open')];

    current.touchRoom(dev);
    current.touchRoom(open);

    assert.equal(open._updatedAt, noon);
  });
});
