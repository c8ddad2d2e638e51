/** A file that git does not know yet, as its diff would say it. `text`: undefined where it is none. */
export function newFileDiff(path: string, text: string | undefined): string {
  const [before, after] = [`a/${path}`, `b/${path}`].map(quoted);
  const head = `diff --git ${before} ${after}\nnew file mode 100644\n`;
  if (text === undefined) return `${head}Binary files /dev/null and ${after} differ\n`;
  if (text === '') return head;
  return `${head}--- /dev/null\n+++ ${after}\n${addedLines(text)}`;
}

/** How many files a diff is about: one that is staged and was changed again stands there twice. */
export function filesIn(diff: string): number {
  return new Set(diff.match(/^diff --.*$/gm)).size;
}

function addedLines(text: string): string {
  const isEnded = text.endsWith('\n');
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  const count = lines.length === 1 ? '' : `,${lines.length}`;
  const added = lines.map((line) => `+${line}\n`).join('');
  return `@@ -0,0 +1${count} @@\n${added}${isEnded ? '' : '\\ No newline at end of file\n'}`;
}

/** As git quotes what would end a name early. */
function quoted(path: string): string {
  return /["\\\n\t]/.test(path) ? JSON.stringify(path) : path;
}
