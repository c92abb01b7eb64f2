/** Reads the stream of alerts as a console would, on a line that can be cut. */
import type { TestApp } from '../app.js';

export type Headers = Readonly<Record<string, string>>;

export interface News {
  readonly event: {
    readonly n: number;
    readonly alertId: string;
    readonly kind: string;
    readonly at: string;
    readonly by: { readonly officerId: string } | null;
    readonly dossiers: readonly string[];
    readonly reason: string | null;
    readonly until: string | null;
    readonly escalated: {
      readonly stage: string;
      readonly dueAt: string;
      readonly to: readonly { id: string }[];
    } | null;
  };
  readonly alert: {
    readonly id: string;
    readonly version: number;
    readonly rule: string;
    readonly cause: string;
    readonly level: string;
    readonly state: string;
    readonly owner: { readonly kind: string; readonly agency: { readonly id: string } | null };
    readonly sentence: string;
    readonly decision: { readonly act: string; readonly by: readonly string[] };
    readonly members: { readonly dossiers: number };
    readonly stage: { readonly stage: string } | null;
  };
}

/** The headers of an agency's software, or of a signed-in person. */
export async function software(office: TestApp, agencyId: string, ...roles: string[]): Promise<Headers> {
  return { authorization: `Bearer ${await office.identities.key(agencyId, roles)}` };
}
export async function person(office: TestApp, agencyId: string, ...roles: string[]): Promise<Headers> {
  return {
    cookie: `lt_session=${await office.identities.session(agencyId, roles)}`,
    origin: new URL(office.env.PUBLIC_URL).origin,
  };
}

export class StreamReader {
  readonly news: News[] = [];
  /** Why the service ended it. */
  ended: string | null = null;
  lastId = '';
  private readonly over = new AbortController();
  private readonly reading: Promise<void>;

  private constructor(response: Response) {
    this.reading = this.read(response).catch(() => undefined);
  }

  /** Opens a stream; `after`: the Last-Event-ID it goes on from. Throws when it is refused. */
  static async open(office: TestApp, headers: Headers, after: string | null = null): Promise<StreamReader> {
    const response = await fetch(`${office.url}/v1/alerts/stream`, {
      headers: { ...headers, accept: 'text/event-stream', ...(after === null ? {} : { 'last-event-id': after }) },
    });
    if (response.status !== 200) throw new Error(`no stream: ${response.status} ${await response.text()}`);
    const reader = new StreamReader(response);
    await reader.until(() => reader.lastId !== '');
    return reader;
  }

  /** The line is gone, without a word. */
  async cut(): Promise<void> {
    this.over.abort();
    await this.reading;
  }

  /** Waits in real time, which is that of the line. */
  async until(what: () => boolean, millis = 10_000): Promise<void> {
    const end = Date.now() + millis;
    while (!what()) {
      if (Date.now() > end) throw new Error(`it never came: ${JSON.stringify(this.news.map(({ event }) => event))}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  kinds(): readonly string[] {
    return this.news.map(({ event }) => event.kind);
  }

  private async read(response: Response): Promise<void> {
    const reader = response.body?.getReader();
    if (reader === undefined) return;
    this.over.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const data = field('data');
    if (field('event') === 'alert' && data !== undefined) this.news.push(JSON.parse(data) as News);
    if (field('event') === 'end') this.ended = (JSON.parse(data ?? '{}') as { reason: string }).reason;
    this.lastId = field('id') ?? this.lastId;
  }
}
