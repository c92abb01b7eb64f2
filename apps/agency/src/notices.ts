/** What happened that the operator should know of, newest last. */
import type { Notice } from '@lien-thong/client';

const KEPT = 50;

export class Notices {
  private kept: (Notice & { readonly at: string })[] = [];

  constructor(private readonly tell: (line: string) => void) {}

  add(notice: Notice): void {
    this.kept = [...this.kept, { ...notice, at: new Date().toISOString() }].slice(-KEPT);
    this.tell(`${notice.code} ${JSON.stringify(notice.facts)}`);
  }

  get latest(): readonly (Notice & { readonly at: string })[] {
    return this.kept;
  }
}
