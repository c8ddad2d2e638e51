import assert from 'node:assert/strict';
import { isPlaceholder, isPlaceholderInUse } from '../../../../src/model/guard/placeholders';

describe('isPlaceholder', () => {
  for (const value of [
    '${DB_PASSWORD}',
    '$(pass show db)',
    '$DB_PASSWORD',
    '$dbPassword',
    '{{ vault_key }}',
    '#{key}',
  ])
    it(`takes ${value} for what leads to a value`, () => {
      assert.equal(isPlaceholder(value), true);
    });

  for (const value of ['tok-${id}', '<your key>', 'test-token-1', 'xxxxxxxx'])
    it(`takes ${value} for what stands for a value`, () => {
      assert.equal(isPlaceholder(value), true);
    });

  for (const value of [
    'Pa$$w0rd',
    'S3cr$tValue9',
    'hT7$kLm9Qz',
    'kT9#{vQ2Lx',
    '$kLm9Qz4',
    'kT9vQ2Lx>',
    '<kT9vQ2Lx',
  ])
    it(`takes ${value} for a value`, () => {
      assert.equal(isPlaceholder(value), false);
    });
});

describe('isPlaceholderInUse', () => {
  for (const value of ['Admin2024', 'Postgres2024', 'Test1234'])
    it(`takes ${value} for a value`, () => {
      assert.equal(isPlaceholderInUse(value), false);
    });

  for (const value of ['admin', 'test-password', '${PASSWORD}', 'your-password-1', 'abc123'])
    it(`takes ${value} for none`, () => {
      assert.equal(isPlaceholderInUse(value), true);
    });
});
