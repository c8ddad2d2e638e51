/** A rule as people call what it finds: `GitHub token`. Names of products are the same in all languages. */
export function ruleName(rule: string): string {
  const [first = '', ...others] = rule.split('-').map((word) => spellings[word] ?? word);
  return [first.slice(0, 1).toUpperCase() + first.slice(1), ...others].join(' ');
}

/** Words that a capital alone does not make right. */
const spellings: Readonly<Record<string, string>> = {
  '1password': '1Password',
  api: 'API',
  aws: 'AWS',
  azure: 'Azure',
  circleci: 'CircleCI',
  digitalocean: 'DigitalOcean',
  discord: 'Discord',
  easypost: 'EasyPost',
  flyio: 'Fly.io',
  github: 'GitHub',
  gitlab: 'GitLab',
  google: 'Google',
  hashicorp: 'HashiCorp',
  hubspot: 'HubSpot',
  huggingface: 'Hugging Face',
  jwt: 'JSON Web Token',
  launchdarkly: 'LaunchDarkly',
  newrelic: 'New Relic',
  npm: 'npm',
  openai: 'OpenAI',
  openrouter: 'OpenRouter',
  planetscale: 'PlanetScale',
  pypi: 'PyPI',
  rocketchat: 'Rocket.Chat',
  rubygems: 'RubyGems',
  sas: 'SAS',
  sendgrid: 'SendGrid',
  slack: 'Slack',
  xai: 'xAI',
};
