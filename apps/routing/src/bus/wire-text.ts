/** Deliveries as the CloudEvent of the feed. The fact of an event is made into text once, however many agencies it goes to. */
import type { Delivery } from '@lien-thong/engine';
import type { DossierEvent } from '@lien-thong/domain';
import { formatCursor } from '@lien-thong/engine';
import { cloudEvent } from '../feed/cloud-event.js';

/** Text before the place in the feed, and after it: only the place differs between two agencies. */
interface Halves {
  readonly head: string;
  readonly tail: string;
}

/** Writes one batch; the text equals `JSON.stringify(cloudEvent(delivery, source))`. */
export class WireText {
  private last: DossierEvent | null = null;
  private halves: Halves = { head: '', tail: '' };

  constructor(private readonly source: string) {}

  of(delivery: Delivery): string {
    const { epoch, n, view, event } = delivery;
    // The agencies of one event follow each other in a batch.
    if (event !== this.last) {
      this.halves = this.halvesOf(delivery);
      this.last = event;
    }
    const { head, tail } = this.halves;
    return `${head}"cursor":${JSON.stringify(formatCursor({ epoch, n }))},"n":${n},"view":"${view}",${tail}`;
  }

  private halvesOf(delivery: Delivery): Halves {
    const { cursor: _cursor, n: _n, view: _view, data, ...head } = cloudEvent(delivery, this.source);
    return { head: `${JSON.stringify(head).slice(0, -1)},`, tail: `"data":${JSON.stringify(data)}}` };
  }
}
