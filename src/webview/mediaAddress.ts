/**
 * Whether an address names this machine or its network. Names are not looked up: the host itself does not tell what
 * they lead to.
 */
export function isPrivate({ hostname }: Pick<URL, 'hostname'>): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (host.includes(':')) return isPrivateSix(host);
  const four = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (four) return isPrivateFour(Number(four[1]), Number(four[2]));
  return !host.includes('.') || /\.(local|localhost|internal|lan|home|home\.arpa|intranet)$/.test(host);
}

function isPrivateFour(first: number, second: number): boolean {
  if ([0, 10, 127].includes(first) || first >= 224) return true;
  return inside.some(([network, from, to]) => first === network && second >= from && second <= to);
}

/** First number, and the range of the second. */
const inside = [
  [100, 64, 127],
  [169, 254, 254],
  [172, 16, 31],
  [192, 168, 168],
] as const;

/** All that is no ordinary address of the internet, those that hold an address of four numbers among them. */
function isPrivateSix(host: string): boolean {
  const first = parseInt(host.split(':')[0] ?? '', 16);
  return Number.isNaN(first) || first < 0x2000 || first >= 0x4000 || /^(64:ff9b|2002):/.test(host);
}
