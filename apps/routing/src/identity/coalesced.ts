/** Asks for many keys with one question: whatever is asked within one turn of the event loop goes out together. */
export class Coalesced<Key, Value> {
  private waiting = new Map<Key, Promise<Value | null>>();
  private answer: Promise<ReadonlyMap<Key, Value>> | null = null;

  constructor(private readonly load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>) {}

  /** The value as it stands now, or null. Rejects as `load` does. */
  get(key: Key): Promise<Value | null> {
    const known = this.waiting.get(key);
    if (known !== undefined) return known;
    this.answer ??= this.collect();
    const asked = this.answer.then((values) => values.get(key) ?? null);
    this.waiting.set(key, asked);
    return asked;
  }

  private async collect(): Promise<ReadonlyMap<Key, Value>> {
    await new Promise<void>((next) => {
      setImmediate(next);
    });
    const keys = [...this.waiting.keys()];
    this.waiting = new Map();
    this.answer = null;
    return this.load(keys);
  }
}
