import type { Lot } from './lot';

/** Where only the name tells: a snippet with a place, and what stands there. */
export interface Named {
  readonly kind: string;
  readonly snippet: string;
  readonly make: (lot: Lot) => string;
}

const drawn = (lot: Lot) => lot.plain(32);
const key = (lot: Lot) => lot.base64(40);
const chosen = (lot: Lot) => `${lot.plain(5)}!${lot.digits(3)}x`;
const password = (lot: Lot) => lot.password(12 + lot.below(9));
/** Where some signs would have to be written otherwise. */
const passwordBut = (signs: string) => (lot: Lot) => lot.password(12 + lot.below(9), signs);
const word = (lot: Lot) => `Corn${lot.draw('aeiou', 1)}flower${lot.digits(2)}`;
const resume = (lot: Lot) => lot.url(43);

const of = (kind: string, make: Named['make'], snippets: readonly string[]): readonly Named[] =>
  snippets.map((snippet) => ({ kind, make, snippet }));

export const named: readonly Named[] = [
  ...of('value of an .env file', drawn, [
    'NODE_ENV=production\nPORT=3000\nSESSION_SECRET={}\nLOG_LEVEL=info\n',
    'APP_NAME=acme\nJWT_SECRET="{}"\n',
    "export ACME_API_KEY='{}'\nexport EDITOR=vim\n",
    'ENCRYPTION_KEY={}   # 256 bits\n',
    'FROM node:24\nENV GITHUB_TOKEN={}\nRUN npm ci\n',
    'GITLAB_TOKEN_PROD={}\n',
    'SECRET_KEY_BASE={}',
    '$env:ACME_TOKEN="{}"\n',
  ]),
  ...of('password of an .env file', word, [
    'DB_HOST=localhost\nDB_USER=acme\nDB_PASSWORD={}\n',
    'MYSQL_ROOT_PASSWORD={}\nMYSQL_DATABASE=acme\n',
    'SMTP_USER=me\nSMTP_PASS={}\nSMTP_PORT=587',
    'REDIS_PASSWORD="{}"',
    'export PGPASSWORD={}\npsql -h db acme\n',
    'KEYSTORE_PASSPHRASE={}\n',
  ]),
  ...of('AWS secret key', key, [
    'AWS_SECRET_ACCESS_KEY={}\nAWS_REGION=eu-west-1',
    '[default]\naws_secret_access_key = {}\nregion = us-east-1',
    'new S3({ credentials: { secretAccessKey: "{}" } })',
  ]),
  ...of('key in JavaScript', drawn, [
    'const apiKey = "{}";\nfetch(`/v1?x=1`);',
    "module.exports = {\n  clientSecret: '{}',\n  port: 80,\n};",
    'const accessToken: string = `{}`;',
    "process.env.API_TOKEN ??= '{}';",
    "const auth = { 'api-key': '{}' };",
    "config.set('authToken', '{}');",
  ]),
  ...of('key in Python', drawn, [
    'SECRET_KEY = "{}"\nDEBUG = False\n',
    "client = Client(api_key='{}', timeout=3)",
    'settings["access_token"] = "{}"',
    'API_KEY: str = "{}"',
  ]),
  ...of('key in Go', drawn, [
    'cfg := Config{\n\tAPIKey: "{}",\n\tHost: "acme.io",\n}',
    'apiToken := "{}"',
    'const signingKey = "{}"',
  ]),
  ...of('key in other languages', drawn, [
    'private static final String API_KEY = "{}";',
    'var clientSecret = @"{}";',
    "$config['api_key'] = '{}';",
    "'auth_token' => '{}',",
    'let api_key = "{}".to_string();',
    'val apiKey: String = "{}"',
    'set_access_token("{}")',
  ]),
  ...of('key in settings', drawn, [
    'acme.api-key={}\nacme.host=acme.io',
    'acme:\n  api_key: {}\n  host: acme.io\n',
    'acme:\n  apiKey: "{}"\n',
    '{\n  "access_token": "{}",\n  "expires_in": 3600\n}',
    '[acme]\ntoken = "{}"\n',
    '<apiKey>{}</apiKey>',
    '<add key="AcmeApiKey" value="{}" />',
    '- name: ACME_TOKEN\n  value: {}\n',
    '//npm.acme.io/:_authToken={}\n',
  ]),
  ...of('password in code', chosen, [
    "const user = { name: 'ana', password: '{}' };",
    'conn = connect(host="db", user="ana", password="{}")',
    'String password = "{}";',
    'spring.datasource.password={}\nspring.datasource.username=ana',
    'database:\n  user: ana\n  password: {}\n',
    '<password>{}</password>',
    "CREATE USER 'ana'@'%' IDENTIFIED BY '{}';",
    "ALTER ROLE ana WITH LOGIN PASSWORD '{}';",
    'machine acme.io login ana password {}\n',
    'curl -u ana:{} https://acme.io/v1/me',
    'acme login --user ana --password={}',
    "sshpass -p '{}' ssh ana@acme.io",
  ]),
  ...of('drawn password', password, [
    'DB_HOST=localhost\nDB_PASSWORD={}\n',
    'SMTP_PASS="{}"\n',
    "export PGPASSWORD='{}'\n",
    'ENV ROOT_PASSWORD={}\n',
    "const user = { name: 'ana', password: '{}' };",
    '{ "user": "ana", "password": "{}" }',
    'conn = connect(host="db", user="ana", password="{}")',
    'String password = "{}";',
    'spring.datasource.password={}\n',
    'database:\n  user: ana\n  password: {}\n',
    'database:\n  password: "{}"\n',
    "ALTER ROLE ana WITH LOGIN PASSWORD '{}';",
    'machine acme.io login ana password {}\n',
    "curl -u 'ana:{}' https://acme.io/v1/me",
    "acme login --user ana --password='{}'",
    "sshpass -p '{}' ssh ana@acme.io",
  ]),
  ...of('drawn password in XML', passwordBut('<>&'), [
    '<password>{}</password>',
    '<add key="DbPassword" value="{}" />',
  ]),
  ...of('drawn password in an address', passwordBut('@'), [
    'https://ana:{}@git.acme.io/app.git',
    'DATABASE_URL=postgres://acme:{}@db.acme.io:5432/app',
    'redis://:{}@cache.acme.io:6379/0',
    '"mongodb+srv://acme:{}@cluster0.mongodb.net/app"',
  ]),
  ...of('drawn password in a connection string', passwordBut(';'), [
    'Password={};Server=db;User Id=ana;',
    '"Pwd={};Data Source=db;Uid=ana"',
    'Server=tcp:acme.database.windows.net,1433;Database=app;User ID=ana;Password={};Encrypt=true;',
    'host=db port=5432 user=ana password={} dbname=app',
  ]),
  ...of(
    'word with a year',
    (lot) => `${['Admin', 'Postgres', 'Test'][lot.below(3)] ?? ''}20${lot.digits(2)}`,
    ['DB_PASSWORD={}\n', 'postgres://ana:{}@db.acme.io/app', 'Server=db;User Id=sa;Password={};'],
  ),
  ...of('bearer token', drawn, [
    'Authorization: Bearer {}\nAccept: */*',
    "headers: { Authorization: 'Bearer {}' },",
    'curl -H "Authorization: Bearer {}" https://acme.io',
    'req.Header.Set("Authorization", "Bearer {}")',
    "axios.defaults.headers.common['Authorization'] = `Bearer {}`;",
  ]),
  ...of('basic authorization', (lot) => btoa(`ana:${lot.plain(10)}`), [
    'Authorization: Basic {}\n',
    '"Authorization": "Basic {}"',
    '{ "auths": { "registry.acme.io": { "auth": "{}" } } }',
  ]),
  ...of('Rocket.Chat token', resume, [
    'curl -H "X-Auth-Token: {}" -H "X-User-Id: aobEdbYhXfu5hkeqG" https://chat.acme.io/api/v1/me',
    "headers: { 'X-Auth-Token': '{}', 'X-User-Id': 'aobEdbYhXfu5hkeqG' }",
    'X-Auth-Token: {}\nX-User-Id: aobEdbYhXfu5hkeqG\n',
    '{ "status": "success", "data": { "userId": "aobEdbYhXfu5hkeqG", "authToken": "{}" } }',
    'Cookie: rc_uid=aobEdbYhXfu5hkeqG; rc_token={}',
    'req.Header.Add("X-Auth-Token", "{}")',
    '{ "token": "{}" }',
    '{ "msg": "method", "method": "login", "params": [{ "resume": "{}" }] }',
  ]),
  ...of('address with a password', chosen, [
    'https://ana:{}@git.acme.io/app.git',
    'git clone https://oauth2:{}@gitlab.acme.io/app.git',
    'DATABASE_URL=postgres://acme:{}@db.acme.io:5432/app',
    'DATABASE_URL="postgresql://acme:{}@localhost/app?sslmode=require"',
    'mysql://acme:{}@10.0.0.5:3306/app',
    'mongodb+srv://acme:{}@cluster0.mongodb.net/app',
    'redis://:{}@cache.acme.io:6379/0',
    'rediss://default:{}@cache.acme.io',
    "amqp.connect('amqp://acme:{}@queue:5672/jobs')",
    'smtp://mailer:{}@smtp.acme.io:587',
    'jdbc:postgresql://db/app?user=acme&password={}&ssl=true',
  ]),
  ...of('connection string', chosen, [
    'Server=tcp:acme.database.windows.net,1433;Database=app;User ID=ana;Password={};Encrypt=true;',
    '"Data Source=db;Initial Catalog=app;User Id=ana;Password={}"',
    'host=db port=5432 user=ana password={} dbname=app',
  ]),
  ...of('Azure storage key', (lot) => `${lot.base64(86)}==`, [
    'DefaultEndpointsProtocol=https;AccountName=acme;AccountKey={};EndpointSuffix=core.windows.net',
    'AZURE="BlobEndpoint=https://acme.blob.core.windows.net;AccountName=acme;AccountKey={}"',
  ]),
];
