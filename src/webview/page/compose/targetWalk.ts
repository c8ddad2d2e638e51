/** How the keyboard moves among the buttons of the chips. */
export class TargetWalk {
  constructor(
    private readonly host: HTMLElement,
    /** Beyond the last one. */
    private readonly leave: () => void,
  ) {}

  focus(index: number): boolean {
    const cross = this.crosses[index];
    cross?.focus();
    return cross !== undefined;
  }

  focusLast(): void {
    this.crosses.at(-1)?.focus();
  }

  key(event: KeyboardEvent): void {
    const at = this.crosses.findIndex((cross) => cross === event.target);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.act(event.key, at)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private get crosses(): readonly HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('.chip button')];
  }

  private act(key: string, at: number): boolean {
    const last = this.crosses.length - 1;
    const places: Readonly<Record<string, number>> = {
      ...{ ArrowLeft: Math.max(0, at - 1), ArrowRight: at + 1, Home: 0, End: last },
    };
    const to = places[key];
    if (to !== undefined && !this.focus(to)) this.leave();
    const isRemoval = key === 'Delete' || key === 'Backspace';
    if (isRemoval) this.crosses[at]?.click();
    return isRemoval || to !== undefined;
  }
}
