/** Drafts of calendar versions: made, changed, dropped by any admin. Nothing counts on them. */
import { Inject, Injectable } from '@nestjs/common';
import type { ClockPort } from '@lien-thong/engine';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { Administration } from '../procedures/administration.js';
import { authorOf } from '../procedures/authorship.js';
import { LiveReference } from '../reference/live-reference.js';
import { CLOCK, REFERENCE } from '../runtime/tokens.js';
import type { Read } from '../store/read-as.js';
import type { Wire } from '../store/wire.js';
import { layerFrom } from './calendar-body.js';
import type { CalendarBody } from './calendar-body.js';
import { expectKnown, expectSound } from './calendar-check.js';
import type { Standing } from './calendar-check.js';
import { nameOfKey } from './calendar-name.js';
import type { CalendarKey } from './calendar-name.js';
import {
  addDraft,
  changeDraft,
  draftOf,
  dropDraft,
  isPublished,
  layerOf,
  legalLayers,
  nextVersion,
} from './calendar-rows.js';
import type { CalendarDraft } from './calendar-rows.js';

export const calendarDraftSchema = z
  .strictObject({
    calendar: z.string(),
    version: z.int(),
    revision: z.int().describe('Số lần sửa; ETag là "v<revision>" · what If-Match compares'),
    basedOn: z.int().nullable().describe('Bản mới nhất khi soạn · the newest version when it was written'),
    replayed: z.boolean(),
  })
  .meta({ id: 'CalendarDraft' });
export type CalendarDraftView = z.infer<typeof calendarDraftSchema>;

export interface CalendarCall {
  readonly caller: Caller;
  readonly key: CalendarKey;
  readonly version: number;
  readonly seen: number | null;
}

export const readerOf =
  (wire: Wire): Read =>
  (statement, values) =>
    wire.select(statement, values);

@Injectable()
export class DraftCalendar {
  constructor(
    private readonly administration: Administration,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** A new draft under the next number. Throws not-found, invalid-body, calendar-unsound, key-reused. */
  make(
    call: { caller: Caller; key: CalendarKey; idempotencyKey: string },
    body: CalendarBody,
  ): Promise<CalendarDraftView> {
    const { caller, key, idempotencyKey } = call;
    const act = { caller, key: idempotencyKey, code: nameOfKey(key), version: null, operation: 'draftCalendar', body };
    return this.administration.once(act, async (wire) => {
      const { basedOn } = await this.sound(wire, key, body);
      const version = await nextVersion(wire, key);
      await addDraft(wire, { key, version, basedOn, definition: body, by: authorOf(caller), at: this.clock.now() });
      return { calendar: nameOfKey(key), version, revision: 1, basedOn: basedOn === 0 ? null : basedOn };
    });
  }

  /** Throws not-found, version-published, if-match-required, version-stale, invalid-body, calendar-unsound. */
  replace({ caller, key, version, seen }: CalendarCall, body: CalendarBody): Promise<CalendarDraftView> {
    return this.administration.alone(caller, nameOfKey(key), async (wire) => {
      const { revision } = await draftAsSeen(wire, { key, version, seen });
      const { basedOn } = await this.sound(wire, key, body);
      await changeDraft(wire, { key, version, basedOn, definition: body, by: authorOf(caller), at: this.clock.now() });
      const kept = { version, revision: revision + 1, basedOn: basedOn === 0 ? null : basedOn };
      return { calendar: nameOfKey(key), ...kept, replayed: false };
    });
  }

  /** Throws not-found, version-published, if-match-required, version-stale. */
  drop({ caller, key, version, seen }: CalendarCall): Promise<void> {
    return this.administration.alone(caller, nameOfKey(key), async (wire) => {
      await draftAsSeen(wire, { key, version, seen });
      await dropDraft(wire, key, version);
    });
  }

  private async sound(wire: Wire, key: CalendarKey, body: CalendarBody): Promise<{ readonly basedOn: number }> {
    const standing = await standingOf(readerOf(wire), key, { reference: this.reference, clock: this.clock });
    const basedOn = standing.former?.version ?? 0;
    expectSound(layerFrom(key, body, { version: basedOn + 1 }), body.reason, standing);
    return { basedOn };
  }
}

/** What a version of that calendar is held against. Throws not-found for a calendar nobody could have. */
export async function standingOf(
  read: Read,
  key: CalendarKey,
  { reference, clock }: { readonly reference: LiveReference; readonly clock: ClockPort },
): Promise<Standing> {
  const { national, provinces } = await legalLayers(read);
  const { directory } = reference;
  expectKnown(key, { provinces, directory });
  return { former: await layerOf(read, key), national, provinces, directory, now: clock.now() };
}

/**
 * The draft, if it still is as its caller has seen it; everybody must say what he has seen, software too (ADR 0018). Throws not-found,
 * version-published, if-match-required, version-stale.
 */
export async function draftAsSeen(
  wire: Wire,
  { key, version, seen }: { readonly key: CalendarKey; readonly version: number; readonly seen: number | null },
): Promise<CalendarDraft> {
  const read = readerOf(wire);
  const draft = await draftOf(read, key, version);
  if (draft === null) {
    const taken = await isPublished(read, key, version);
    throw new Problem(taken ? 'version-published' : 'not-found', { calendar: nameOfKey(key), version });
  }
  if (seen === null) throw new Problem('if-match-required');
  if (draft.revision !== seen) {
    const [reason, reasonEn] = ['bản nháp đã thay đổi', 'the draft has changed'];
    throw new Problem('version-stale', { currentVersion: draft.revision }, [{ field: 'If-Match', reason, reasonEn }]);
  }
  return draft;
}
