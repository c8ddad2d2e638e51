/** Code and prose of many languages, with a place for a token. */
export const holders: readonly string[] = [
  "import { Client } from './client';\n\nconst client = new Client('{}');\n\nexport default client;",
  'import requests\n\ndef fetch(url):\n    return requests.get(url, headers={"Authorization": f"token {}"})\n',
  'package main\n\nfunc main() {\n\tclient := api.New("{}")\n\tclient.Run()\n}\n',
  'services:\n  web:\n    image: acme/web:2\n    environment:\n      ACME: {}\n    ports: ["80:80"]\n',
  '$ curl -s https://api.acme.io/v1/things -H "X-Acme: {}" | jq .\n{"things": []}',
  'It still fails for me. I called it with {} and got a 401, can somebody look at it?',
  '2026-03-01T10:14:07Z ERROR request failed: POST /v1/charge key={} status=402 took=31ms',
  '{\n  "name": "acme",\n  "remote": { "url": "https://acme.io", "with": "{}" },\n  "retries": 3\n}',
  '<configuration>\n  <entry name="remote">{}</entry>\n</configuration>',
  'diff --git a/app.rb b/app.rb\n@@ -1,3 +1,3 @@\n class App\n-  setup ENV.fetch("ACME")\n+  setup "{}"\n end',
  'resource "acme_thing" "one" {\n  name = "one"\n  via  = "{}"\n}\n',
  'public final class Acme {\n    private static final String VIA = "{}";\n\n    private Acme() {}\n}',
];
