/** Texts of the samples that nobody may read in an error or a log. */
const passwords = ['ann-password', 'Dora-password-1', 'open-sesame'];

/** Those that a call carries. */
export function passwordsIn(args: unknown): string[] {
  return passwords.filter((password) => JSON.stringify([args]).includes(password));
}
