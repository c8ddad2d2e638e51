import assert from 'node:assert/strict';
import { scan } from '../../../../src/model/guard/scan';
import { ownRules } from '../../../../src/model/guard/ownRules';

const found = async (text: string) =>
  (
    await scan(
      text,
      ownRules([], [], () => undefined),
    )
  ).map(({ start, end }) => text.slice(start, end));

describe('The guard, about passwords', () => {
  for (const [text, password] of [
    ['DB_PASSWORD=kT9{vQ2;Lx', 'kT9{vQ2;Lx'],
    ['DB_PASSWORD=#kT9{vQ2;Lx', '#kT9{vQ2;Lx'],
    ['DB_PASSWORD="kT9\'vQ2;Lx" # since March', "kT9'vQ2;Lx"],
    ['{ "password": "kT9(vQ2)Lx" }', 'kT9(vQ2)Lx'],
    ["password: '#Summer(2024)'", '#Summer(2024)'],
    ['password: kT9[vQ2]<Lx\n', 'kT9[vQ2]<Lx'],
    ["SECRET_KEY = 'k3$!t(vq9@w&_z5n+8'", 'k3$!t(vq9@w&_z5n+8'],
    ['Password=Xy7!kLm9;Server=db', 'Xy7!kLm9'],
    ['DB_PASSWORD=Admin2024', 'Admin2024'],
    ['postgres://ana:Postgres2024@db/app', 'Postgres2024'],
    ['Server=db;User Id=sa;Password=Test1234;', 'Test1234'],
    ['mysql://ana:Pa$$w0rd@db/app', 'Pa$$w0rd'],
  ] as const)
    it(`finds that of ${text}`, async () => {
      assert.deepEqual(await found(text), [password]);
    });

  for (const text of [
    'PASSWORD=getPassword(user)',
    'TOKEN=options.token2;',
    'password: hash(value1),',
    'password: Array<Int32>;',
    'const password = `${first}-${second}`;',
    'password = passwords[0];',
    "token: 'createToken2()',",
  ])
    it(`takes ${text} for code`, async () => {
      assert.deepEqual(await found(text), []);
    });
});
