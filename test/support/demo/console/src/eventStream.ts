export interface TourEvent {
  readonly tour: string;
  readonly stop: string;
  readonly kind: 'planned' | 'confirmed' | 'late';
}

/** What happens on the road, without a gap over sleep and lost connections. */
export class EventStream {
  private source: EventSource | undefined;
  private lastId = '';

  constructor(
    private readonly url: string,
    private readonly onEvent: (event: TourEvent) => void,
  ) {}

  open(): void {
    const url = new URL(this.url);
    if (this.lastId !== '') url.searchParams.set('after', this.lastId);
    this.source = new EventSource(url, { withCredentials: true });
    this.source.addEventListener('tour', (event: MessageEvent<string>) => {
      this.lastId = event.lastEventId;
      this.onEvent(JSON.parse(event.data) as TourEvent);
    });
    this.source.addEventListener('error', () => this.reopen());
  }

  close(): void {
    this.source?.close();
  }

  private reopen(): void {
    this.close();
    this.open();
  }
}
