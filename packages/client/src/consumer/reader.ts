/** Takes pages of the feed over, one at a time, without leaving a number out. */
import type { CloudEvent, EventPage } from '../api/schemas.generated.js';
import type { Result, Trouble } from '../http/result.js';
import type { Applier } from './applier.js';
import { FeedWindow } from './bus-check.js';
import { placeOf } from './cursor.js';
import { factsIn } from './fact.js';
import type { ConsumerStatus, Notice } from './options.js';

export type Reading =
  /** There is more to read now. */
  | 'more'
  /** Everything there was. */
  | 'end'
  /** Not reached, refused, or not whole. */
  | 'down';

export class Reader {
  readonly window = new FeedWindow();
  line: ConsumerStatus['line'] = 'unknown';
  problem: string | null = null;

  constructor(
    private readonly applier: Applier,
    private readonly onNotice: (notice: Notice) => void,
  ) {}

  /** `asked` is the cursor the page was asked for with; a page that was overtaken meanwhile is left alone. */
  async take(page: Result<EventPage>, asked: string | null, signal: AbortSignal): Promise<Reading> {
    if (!page.ok) return page.problem.code === 'cursor-epoch-stale' ? this.restart(asked) : this.isDown(page.problem);
    this.line = 'up';
    this.problem = null;
    if (asked !== this.applier.memory.cursor) return 'more';
    const { events, next, more } = page.value;
    if (!(await this.takeAll(events, signal))) return 'down';
    this.window.endsAt(next);
    await this.applier.passed(next);
    await this.applier.settle();
    return more ? 'more' : 'end';
  }

  private async takeAll(events: readonly CloudEvent[], signal: AbortSignal): Promise<boolean> {
    for (const event of events) {
      if (signal.aborted || !this.isNext(event)) return false;
      for (const fact of factsIn(event)) await this.applier.take(fact);
      this.window.add(event);
      await this.applier.passed(event.cursor);
    }
    return true;
  }

  /** A number that is missing is never passed over: nothing after it is applied, and the feed is asked again. */
  private isNext(event: CloudEvent): boolean {
    const { cursor } = this.applier.memory;
    const before = cursor === null ? 0 : placeOf(cursor).n;
    if (event.n === before + 1) return true;
    this.problem = 'feed-gap';
    this.onNotice({ code: 'feed-gap', facts: { after: before, n: event.n } });
    return false;
  }

  /** The service was restored from a backup and its numbers began anew. What is known is recognised by its id. */
  private async restart(asked: string | null): Promise<Reading> {
    if (asked !== this.applier.memory.cursor) return 'more';
    this.onNotice({ code: 'feed-restarted', facts: { cursor: asked ?? '' } });
    await this.applier.passed(null);
    await this.applier.settle();
    return 'more';
  }

  private isDown(problem: Trouble): Reading {
    this.line = problem.status === 401 || problem.status === 403 ? 'refused' : 'down';
    this.problem = problem.code;
    return 'down';
  }
}
