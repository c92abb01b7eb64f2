/** A transaction that waits for one that waits for it. */
export class Deadlock extends Error {
  override readonly name = 'Deadlock';
}

interface Waiter {
  readonly owner: object;
  readonly wake: () => void;
}

/** Row locks held until their owner (a transaction) ends; who comes later waits in line. */
export class LockTable {
  private readonly holders = new Map<string, object>();
  private readonly waiting = new Map<string, Waiter[]>();
  private readonly waitsFor = new Map<object, string>();
  private readonly held = new Map<object, Set<string>>();

  /** Waits until the lock is the owner's. Rejects with Deadlock when that can never be. */
  async acquire(resource: string, owner: object): Promise<void> {
    if (this.tryAcquire(resource, owner)) return;
    if (this.leadsBackTo(owner, resource)) throw new Deadlock(resource);
    this.waitsFor.set(owner, resource);
    await new Promise<void>((wake) => {
      const line = this.waiting.get(resource) ?? [];
      line.push({ owner, wake });
      this.waiting.set(resource, line);
    });
  }

  /** Takes the lock when it is free or already the owner's; never waits. */
  tryAcquire(resource: string, owner: object): boolean {
    const holder = this.holders.get(resource);
    if (holder !== undefined) return holder === owner;
    this.give(resource, owner);
    return true;
  }

  /** Frees everything the owner holds or waits for; the next in each line goes on. */
  releaseAll(owner: object): void {
    this.leaveLine(owner);
    for (const resource of this.held.get(owner) ?? []) {
      this.holders.delete(resource);
      const next = this.waiting.get(resource)?.shift();
      if (next === undefined) continue;
      this.waitsFor.delete(next.owner);
      this.give(resource, next.owner);
      next.wake();
    }
    this.held.delete(owner);
  }

  private give(resource: string, owner: object): void {
    this.holders.set(resource, owner);
    const mine = this.held.get(owner) ?? new Set<string>();
    this.held.set(owner, mine.add(resource));
  }

  private leaveLine(owner: object): void {
    const resource = this.waitsFor.get(owner);
    if (resource === undefined) return;
    this.waitsFor.delete(owner);
    const line = this.waiting.get(resource) ?? [];
    this.waiting.set(
      resource,
      line.filter((waiter) => waiter.owner !== owner),
    );
  }

  private leadsBackTo(owner: object, resource: string): boolean {
    let next: string | undefined = resource;
    while (next !== undefined) {
      const holder = this.holders.get(next);
      if (holder === undefined) return false;
      if (holder === owner) return true;
      next = this.waitsFor.get(holder);
    }
    return false;
  }
}
