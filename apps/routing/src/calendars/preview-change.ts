/** What a version would do to the clocks that run, before anything is saved. Exact, and nothing is written. */
import { Inject, Injectable } from '@nestjs/common';
import { isoOfDay, minuteOf } from '@lien-thong/domain';
import type { CalendarLayer, Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { z } from 'zod';
import { cursorSchema, decodeCursor, encodeCursor } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import { LiveReference } from '../reference/live-reference.js';
import { CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import type { Read } from '../store/read-as.js';
import { LEDGER_READS, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { layerFrom } from './calendar-body.js';
import type { CalendarBody } from './calendar-body.js';
import { expectSound } from './calendar-check.js';
import type { Standing } from './calendar-check.js';
import { nameOfKey } from './calendar-name.js';
import type { CalendarKey } from './calendar-name.js';
import { draftOf } from './calendar-rows.js';
import { standingOf } from './draft-calendar.js';
import { PreviewGroups, movedSchema } from './preview-groups.js';
import { comparisonFor } from './preview-comparison.js';
import type { Comparison } from './preview-comparison.js';
import { FIRST_PAGE, nextPage } from './preview-rows.js';

const count = z.int().min(0);

export const previewQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: cursorSchema,
});
export type PreviewQuery = z.infer<typeof previewQuerySchema>;

export const previewSchema = z
  .strictObject({
    calendar: z.string(),
    basedOn: z.int().nullable(),
    at: z.string().describe('Thời điểm tính · domain time at which it was reckoned'),
    days: z.array(z.string()).describe('Ngày khác với bản hiện hành, tối đa 400 · days that differ, at most 400'),
    openDossiers: count.describe('Hồ sơ đang mở đã xem · looked at'),
    movedClocks: count,
    earlier: count,
    later: count,
    becomeOverdue: count,
    ceaseOverdue: count,
    noLongerComputable: count,
    changes: z.array(movedSchema).readonly().describe('Nặng nhất trước · worst first'),
    next: z.string().nullable(),
  })
  .meta({ id: 'CalendarPreview' });
export type PreviewView = z.infer<typeof previewSchema>;

const MOST_DAYS = 400;

const UNFINISHED = {
  name: 'preview-unfinished',
  text: `select exists (select from restatement_run where state <> 'done') as unfinished`,
};

@Injectable()
export class PreviewChange {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Of a version nobody has saved. Throws not-found, invalid-body, calendar-unsound, cursor-invalid. */
  ofBody(key: CalendarKey, body: CalendarBody, query: PreviewQuery): Promise<PreviewView> {
    return this.inOne(async (wire, read) => {
      const standing = await standingOf(read, key, { reference: this.reference, clock: this.clock });
      return this.preview(wire, { key, body, standing }, query);
    });
  }

  /** Of a draft. Throws not-found, calendar-unsound, cursor-invalid. */
  ofDraft(key: CalendarKey, version: number, query: PreviewQuery): Promise<PreviewView> {
    return this.inOne(async (wire, read) => {
      const draft = await draftOf(read, key, version);
      if (draft === null) throw new Problem('not-found', { calendar: nameOfKey(key), version });
      const standing = await standingOf(read, key, { reference: this.reference, clock: this.clock });
      return this.preview(wire, { key, body: draft.definition, standing }, query);
    });
  }

  private inOne<T>(work: (wire: Wire, read: Read) => Promise<T>): Promise<T> {
    return inTransaction(this.pool, LEDGER_READS, (wire) =>
      work(wire, (statement, values) => wire.select(statement, values)),
    );
  }

  private async preview(
    wire: Wire,
    { key, body, standing }: { readonly key: CalendarKey; readonly body: CalendarBody; readonly standing: Standing },
    { limit, cursor }: PreviewQuery,
  ): Promise<PreviewView> {
    const from = cursor === undefined ? 0 : decodeCursor(cursor, z.tuple([z.int().min(0)]))[0];
    const former = standing.former?.version ?? 0;
    const layer = layerFrom(key, body, { version: former + 1 });
    expectSound(layer, body.reason, standing);
    const comparison = comparisonFor(layer, standing, { reference: this.reference, now: minuteOf(standing.now) });
    const { groups, openDossiers } = await this.compare(wire, { comparison, layer, now: standing.now });
    const changes = groups.worstFirst();
    return {
      calendar: nameOfKey(key),
      basedOn: former === 0 ? null : former,
      at: standing.now,
      days: comparison.days.slice(0, MOST_DAYS).map(isoOfDay),
      openDossiers,
      ...groups.totals(),
      changes: changes.slice(from, from + limit),
      next: changes.length > from + limit ? encodeCursor([from + limit]) : null,
    };
  }

  /** Page by page, with room for other requests in between: there may be a million clocks. */
  private async compare(
    wire: Wire,
    {
      comparison,
      layer,
      now,
    }: { readonly comparison: Comparison; readonly layer: CalendarLayer; readonly now: Instant },
  ): Promise<{ readonly groups: PreviewGroups; readonly openDossiers: number }> {
    const groups = new PreviewGroups(minuteOf(now));
    const [state] = await wire.select<{ unfinished: boolean }>(UNFINISHED);
    // Where a restatement is under way some dossiers stand on older days than the newest version.
    const since = state?.unfinished === false ? comparison.since : null;
    const asked = {
      since,
      province: layer.level === 'province' ? layer.id : null,
      owner: layer.level === 'closure' ? layer.id : null,
    };
    let openDossiers = 0;
    for (let place: typeof FIRST_PAGE | null = FIRST_PAGE; place !== null;) {
      const page = await nextPage(wire, place, asked);
      for (const moved of await comparison.compare(wire, page.clocks)) groups.add(moved);
      openDossiers += page.dossiers;
      place = page.next;
      await new Promise((resolve) => setImmediate(resolve));
    }
    return { groups, openDossiers };
  }
}
