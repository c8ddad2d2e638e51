/** Nothing of a row comes from further on. */
const maxLine = 1_000;
const maxLines = 200;

const fence = /^\s*```/;
const closedFence = /^\s*```(.+)```\s*$/;
const lineMark = /^\s*(?:>|#{1,6}\s|[-*+]\s(?:\[[ x]\]\s)?|\d+[.)]\s)\s*/i;
const link = /!?\[([^\]]*)\]\([^()\s]*\)/g;
/** Code, a spoiler, or emphasis that does not begin or end within a word. */
const span = /(`+)(.+?)\1|(\|\|).+?\3|(?<!\w)(\*{1,2}|_{1,2}|~{1,2})(?=\S)(.+?)(?<=\S)\4(?!\w)/g;

/** The first readable line of markdown source, its markup taken off: for servers that send no tree. */
export function plainLine(source: string): string {
  let isCode = false;
  for (const raw of source.split('\n', maxLines)) {
    const line = raw.slice(0, maxLine);
    const isFence = fence.test(line) && !closedFence.test(line);
    if (isFence) isCode = !isCode;
    const text = isFence ? '' : (isCode ? line : unmarked(line)).trim();
    if (text !== '') return text;
  }
  return '';
}

function unmarked(line: string): string {
  const code = closedFence.exec(line)?.[1];
  if (code !== undefined) return code;
  let text = line;
  while (lineMark.test(text)) text = text.replace(lineMark, '');
  // A link without a name is how a quote points at its message.
  return spans(text.replace(link, '$1'));
}

function spans(text: string): string {
  return text.replace(
    span,
    (_all, _ticks, code?: string, spoiler?: string, _mark?: string, inner?: string) => {
      if (code !== undefined) return code;
      return spoiler === undefined ? spans(inner ?? '') : '…';
    },
  );
}
