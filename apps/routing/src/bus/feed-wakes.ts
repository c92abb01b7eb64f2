import type { AgencyId } from '@lien-thong/domain';

/** Looks whether a waiting agency's feed went on unnoticed: another replica's commit while the notices were down. */
const LOOK_EVERY_MS = 2_000;
/** More than that of one agency at a time, and the longest waiting is answered. */
const MOST_PER_AGENCY = 32;
/** Sockets are closed by force behind a shutdown. */
const LEAVING_MS = 100;

/** `news`: there may be something new. `over`: the time is, or too many wait. `closing`: the service ends, nothing may be asked any more. */
export type Woken = 'news' | 'over' | 'closing';

interface Waiter {
  readonly after: number;
  readonly wake: (why: Woken) => void;
}

export interface Waiting {
  readonly woken: Promise<Woken>;
  readonly giveUp: () => void;
}

/**
 * Readers of feeds who wait for something new. They are woken by commits of this process, by notices of others, and by a look at the
 * counters every two seconds while anybody waits. Being woken promises nothing: the reader looks for himself.
 */
export class FeedWakes {
  private readonly waiters = new Map<AgencyId, Set<Waiter>>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private closed = false;

  constructor(
    /** Last feed number of each of these agencies. */
    private readonly lastNumbers: (agencies: readonly AgencyId[]) => Promise<ReadonlyMap<AgencyId, number>>,
  ) {}

  /** Begins to wait at once, so that the caller reads the feed afterwards and misses nothing. `after`: the last number he has. */
  wait(agencyId: AgencyId, { after, millis }: { readonly after: number; readonly millis: number }): Waiting {
    const waiters = this.waiters.get(agencyId) ?? new Set();
    this.waiters.set(agencyId, waiters);
    const [longest] = waiters;
    if (waiters.size >= MOST_PER_AGENCY) longest?.wake('over');
    let wake: Waiter['wake'] = () => undefined;
    const woken = new Promise<Woken>((resolve) => {
      const late = setTimeout(() => wake(this.closed ? 'closing' : 'over'), this.closed ? 0 : millis);
      const waiter: Waiter = { after, wake: (why) => wake(why) };
      wake = (why) => {
        clearTimeout(late);
        waiters.delete(waiter);
        if (waiters.size === 0 && this.waiters.get(agencyId) === waiters) this.waiters.delete(agencyId);
        resolve(why);
      };
      waiters.add(waiter);
    });
    this.lookSoon();
    return { woken, giveUp: () => wake('over') };
  }

  wake(agencies: Iterable<AgencyId>): void {
    for (const agencyId of agencies) for (const { wake } of this.waitersOf(agencyId)) wake('news');
  }

  wakeAll(): void {
    this.wake([...this.waiters.keys()]);
  }

  /** How many wait now. */
  get waiting(): number {
    return [...this.waiters.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Everybody who waits is answered, and nobody waits any more. Resolves when the answers had a moment to leave. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const answered = this.waiting;
    for (const agencyId of [...this.waiters.keys()]) for (const { wake } of this.waitersOf(agencyId)) wake('closing');
    if (answered > 0) await new Promise((resolve) => setTimeout(resolve, LEAVING_MS));
  }

  /** A copy: whoever is woken leaves the set. */
  private waitersOf(agencyId: AgencyId): readonly Waiter[] {
    return [...(this.waiters.get(agencyId) ?? [])];
  }

  private lookSoon(): void {
    if (this.timer !== undefined || this.looking || this.closed) return;
    this.timer = setTimeout(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    this.timer = undefined;
    this.looking = true;
    // A database that is away is told to whoever asks it for his page.
    const last = await this.lastNumbers([...this.waiters.keys()]).catch(() => new Map<AgencyId, number>());
    for (const [agencyId, number] of last) {
      for (const { after, wake } of this.waitersOf(agencyId)) if (number > after) wake('news');
    }
    this.looking = false;
    if (this.waiters.size > 0) this.lookSoon();
  }
}
