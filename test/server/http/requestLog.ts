/** A request as it came in, before anything was done with it. */
export interface LoggedRequest {
  readonly method: string;
  /** Under the server's address, with the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent for uploads. */
  readonly body: string;
}

/** Every request but those to the control route. */
export class RequestLog {
  private entries: LoggedRequest[] = [];

  add(request: LoggedRequest): void {
    this.entries.push(request);
  }

  all(): readonly LoggedRequest[] {
    return this.entries;
  }

  /** Those of one verb and path; the query does not count. */
  to(method: string, path: string): LoggedRequest[] {
    return this.entries.filter((entry) => entry.method === method && entry.path.split('?')[0] === path);
  }

  clear(): void {
    this.entries = [];
  }
}
