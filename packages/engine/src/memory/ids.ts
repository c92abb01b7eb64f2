import type { Ids } from '../ports/ids.js';

/** UUIDs of version 7 counted up from 1, the same in every run. Two processes of one run take different nodes. */
export class CountingIds implements Ids {
  private last = 0;

  constructor(private readonly node = 1) {}

  next(): string {
    this.last += 1;
    const count = this.last.toString(16).padStart(12, '0');
    return `${count.slice(0, 8)}-${count.slice(8)}-7000-8000-${this.node.toString(16).padStart(12, '0')}`;
  }
}
