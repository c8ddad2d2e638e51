/** `:smirk:` of what was typed with or without colons; what is no short code stays as it is. */
export function shortCode(typed: string): string {
  const name = nameOf(typed);
  return isName(name) ? `:${name}:` : typed.trim();
}

export function isShortCode(typed: string): boolean {
  return isName(nameOf(typed));
}

/** Rocket.Chat lets custom emoji be called almost anything; an emoji itself is no name. */
function isName(name: string): boolean {
  return name !== '' && !/[\s,:><&"'/\\()]|\p{Extended_Pictographic}/u.test(name);
}

function nameOf(typed: string): string {
  return /^:(.*):$/.exec(typed.trim())?.[1] ?? typed.trim();
}
