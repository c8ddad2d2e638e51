/** Runs in the page before its own program: plays VS Code's side. Must not use anything from outside itself. */
export function hostStub({ now }: { readonly now: number }): void {
  const told: unknown[] = [];
  const key = 'state';

  class StandingDate extends Date {
    constructor(...parts: readonly (string | number)[]) {
      // Date takes what it gets; its overloads cannot be spread into.
      super(...((parts.length === 0 ? [now] : parts) as [number]));
    }

    static override now(): number {
      return now;
    }
  }

  Object.assign(globalThis, {
    Date: StandingDate,
    told,
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => told.push(structuredClone(message)),
      getState: (): unknown => JSON.parse(sessionStorage.getItem(key) ?? 'null') ?? undefined,
      setState: (state: unknown) => sessionStorage.setItem(key, JSON.stringify(state)),
    }),
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    // Nobody catches it: that is how the test outside hears of it.
    throw new Error(`securitypolicyviolation: ${violatedDirective} ${blockedURI}`);
  });
}
