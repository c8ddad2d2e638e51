/** How a page of this measurement reaches what stands outside of the browser. */
interface Outside {
  tellHost(message: unknown): void;
  tellPainted(): void;
}

/**
 * Runs in the page before its own program: plays VS Code's side, and heeds when the first thing of that selector is on
 * screen. Must not use anything from outside itself.
 */
export function stub(selector: string): void {
  const outside = globalThis as unknown as Outside;
  Object.assign(globalThis, {
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => outside.tellHost(message),
      getState: () => undefined,
      setState: () => undefined,
    }),
  });
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    // What is posted while a frame is made comes after it.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => outside.tellPainted();
    requestAnimationFrame(() => port2.postMessage(undefined));
  });
  observer.observe(document, { childList: true, subtree: true });
}
