import type { Lot } from './lot';

/** Private keys as they stand in files, code and selections that begin or end in their midst. */
export const keys: Readonly<Record<string, (lot: Lot) => string>> = {
  'RSA key': (lot) => block(lot, 'RSA PRIVATE KEY', 24),
  'EC key': (lot) => block(lot, 'EC PRIVATE KEY', 3),
  'PKCS 8 key': (lot) => block(lot, 'PRIVATE KEY', 26),
  'encrypted key': (lot) => block(lot, 'ENCRYPTED PRIVATE KEY', 28),
  'OpenSSH key': (lot) => block(lot, 'OPENSSH PRIVATE KEY', 6),
  'DSA key': (lot) => block(lot, 'DSA PRIVATE KEY', 9),
  'PGP key': (lot) => block(lot, 'PGP PRIVATE KEY BLOCK', 20),
  'key with its headers': (lot) =>
    block(lot, 'RSA PRIVATE KEY', 12).replace(
      '\n',
      `\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${lot.hex(32).toUpperCase()}\n\n`,
    ),
  'key in one line of JSON': (lot) => block(lot, 'PRIVATE KEY', 20).replaceAll('\n', String.raw`\n`),
  'key in a diff': (lot) => block(lot, 'PRIVATE KEY', 10).replaceAll('\n', '\n+'),
  'key in a list of strings': (lot) => block(lot, 'EC PRIVATE KEY', 4).replaceAll('\n', "',\n  '"),
  'key cut off below': (lot) => block(lot, 'RSA PRIVATE KEY', 14).split('\n').slice(0, 6).join('\n'),
  'key cut off above': (lot) => block(lot, 'RSA PRIVATE KEY', 14).split('\n').slice(8).join('\n'),
  'key with Windows line ends': (lot) => block(lot, 'RSA PRIVATE KEY', 14).replaceAll('\n', '\r\n'),
  'ssh.com key': (lot) =>
    block(lot, 'SSH2 ENCRYPTED PRIVATE KEY', 8)
      .replaceAll(/-----(BEGIN|END) (.*)-----/g, '---- $1 $2 ----')
      .replace('\n', '\nComment: "ana@acme"\n'),
  // What stands before it in the file is known to everybody.
  'PuTTY key': (lot) => putty(lot),
  'PuTTY key cut off below': (lot) => putty(lot).split('\n').slice(0, 8).join('\n'),
};

function putty(lot: Lot): string {
  const body = Array.from({ length: 14 }, () => lot.base64(64));
  return ['Private-Lines: 15', ...body, lot.base64(12), `Private-MAC: ${lot.hex(64)}`].join('\n');
}

function block(lot: Lot, label: string, lines: number): string {
  const body = Array.from({ length: lines }, () => lot.base64(64));
  return [`-----BEGIN ${label}-----`, ...body, `${lot.base64(22)}==`, `-----END ${label}-----`].join('\n');
}
