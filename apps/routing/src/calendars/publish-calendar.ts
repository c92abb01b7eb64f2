/** Publication of a calendar version by a second person, and with it the restatement of what is open. */
import { Inject, Injectable } from '@nestjs/common';
import { instantOf, minuteOf, plusMinutes } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import { z } from 'zod';
import { logFault } from '../http/log.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { Administration } from '../procedures/administration.js';
import { actSchema, actView, authorOf } from '../procedures/authorship.js';
import { EVERY_MS, ReferenceWatch } from '../reference/reference-watch.js';
import { LiveReference } from '../reference/live-reference.js';
import { CLOCK, REFERENCE } from '../runtime/tokens.js';
import type { Wire } from '../store/wire.js';
import { layerFrom, noticeSchema } from './calendar-body.js';
import { expectSound } from './calendar-check.js';
import { nameOfKey } from './calendar-name.js';
import type { CalendarKey } from './calendar-name.js';
import { isPublished, publishDraft } from './calendar-rows.js';
import type { CalendarDraft } from './calendar-rows.js';
import { draftAsSeen, readerOf, standingOf } from './draft-calendar.js';
import type { CalendarCall } from './draft-calendar.js';
import { RestatementLoop } from './restatement-loop.js';
import { runOf } from './restatement-plan.js';
import { addRun } from './restatement-rows.js';

/** What was read is what is published: If-Match names it, and there is nothing to add. */
export const publishCalendarBodySchema = z.strictObject({});

export const publishedCalendarSchema = z
  .strictObject({
    calendar: z.string(),
    version: z.int(),
    notice: noticeSchema,
    published: actSchema,
    restatement: z
      .uuid()
      .nullable()
      .describe(
        'Đợt tính lại hồ sơ đang mở; null khi không có gì phải tính lại · null where nothing has to be restated',
      ),
    replayed: z.boolean(),
  })
  .meta({ id: 'CalendarPublication' });
export type PublishedCalendarView = z.infer<typeof publishedCalendarSchema>;

/** By then every process has noticed (twice the interval of looking). */
const NOTICED_AFTER_MINUTES = Math.ceil((2 * EVERY_MS) / 60_000);

@Injectable()
export class PublishCalendar {
  constructor(
    private readonly administration: Administration,
    private readonly watch: ReferenceWatch,
    private readonly loop: RestatementLoop,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Throws not-found, version-published, version-stale, second-person-required, calendar-outdated, calendar-unsound, key-reused. */
  async publish(call: CalendarCall & { readonly idempotencyKey: string }): Promise<PublishedCalendarView> {
    const { caller, key, version, seen, idempotencyKey } = call;
    const act = {
      caller,
      key: idempotencyKey,
      code: nameOfKey(key),
      version,
      operation: 'publishCalendar',
      body: null,
    };
    const view = await this.administration.once(act, (wire) => this.publishIn(wire, { caller, key, version, seen }));
    // The act is done and answered for, whether or not the reload succeeds: the next look makes it good.
    await this.watch.look().catch((error: unknown) => logFault('reference', error));
    this.loop.wake();
    return view;
  }

  private async publishIn(wire: Wire, call: CalendarCall): Promise<Omit<PublishedCalendarView, 'replayed'>> {
    const { caller, key, version } = call;
    const draft = await draftAsSeen(wire, call);
    const read = readerOf(wire);
    // The seeds of a newer release may have brought a version of the same number.
    if (await isPublished(read, key, version))
      throw new Problem('version-published', { calendar: nameOfKey(key), version });
    const [by, at] = [secondPerson(caller, draft), this.clock.now()];
    const standing = await standingOf(read, key, { reference: this.reference, clock: this.clock });
    upToDate(draft, standing.former?.version ?? 0);
    const layer = layerFrom(key, draft.definition, { version, knownFrom: knownFrom(key, at) });
    expectSound(layer, draft.definition.reason, standing);
    await publishDraft(wire, { key, layer, draft, by, at });
    const run = runOf({ key, version, layer, former: standing.former, requestedAt: at });
    if (run !== null) await addRun(wire, run);
    const published = actView(by, at);
    if (published === null) throw new Error('published by nobody');
    return {
      calendar: nameOfKey(key),
      version,
      notice: draft.definition.notice,
      published,
      restatement: run?.id ?? null,
    };
  }
}

/** Closures bind desks from when everybody knows them; a legal calendar binds each dossier with the fact that moves it. */
function knownFrom({ layer }: CalendarKey, at: Instant): Instant | undefined {
  return layer === 'closure' ? instantOf(plusMinutes(minuteOf(at), NOTICED_AFTER_MINUTES)) : undefined;
}

/** Who drafted it or changed it last has seen it too often to see what is wrong with it. */
function secondPerson(caller: Caller, { draftedBy, changedBy }: CalendarDraft): string {
  const author = authorOf(caller);
  if (author !== draftedBy && author !== changedBy) return author;
  throw new Problem('second-person-required', { draftedBy, changedBy });
}

/** A draft holds all days of its layer: published over a version its author has not seen, it would take that one back. */
function upToDate({ basedOn }: CalendarDraft, newest: number): void {
  if (basedOn !== newest) throw new Problem('calendar-outdated', { basedOn, newest });
}
