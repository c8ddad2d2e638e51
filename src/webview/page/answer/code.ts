const fence = '```';

/** Whether a block of code, begun by three backticks, is still open where this text ends. */
export function endsInFence(text: string): boolean {
  let isOpen = false;
  for (const line of text.split('\n')) if (isFence(line)) isOpen = !isOpen;
  return isOpen;
}

/** Whether what is typed where this text ends is code: in a block, or in a line after a single backtick. */
export function endsInCode(text: string): boolean {
  if (endsInFence(text)) return true;
  const line = text.slice(text.lastIndexOf('\n') + 1);
  return line.split('`').length % 2 === 0;
}

/** Three backticks that close in the same line are a piece of code in that line. */
function isFence(line: string): boolean {
  const start = line.trimStart();
  return start.startsWith(fence) && !start.slice(fence.length).includes(fence);
}
