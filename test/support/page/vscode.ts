/** Stands in for `vscode` where the host's words are read outside VS Code: it says them in English. */
export const l10n = {
  t: (sentence: string, ...values: readonly (string | number)[]): string =>
    sentence.replace(/\{(\d+)\}/g, (hole, at: string) => String(values[Number(at)] ?? hole)),
};
