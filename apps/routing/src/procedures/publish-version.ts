/** Publication by a second person, and the end of a version. Both are seen by this process at once, by the others within a minute. */
import { Inject, Injectable } from '@nestjs/common';
import type { ClockPort } from '@lien-thong/engine';
import { z } from 'zod';
import { logFault } from '../http/log.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import { CLOCK, REFERENCE } from '../runtime/tokens.js';
import type { Wire } from '../store/wire.js';
import { Administration } from './administration.js';
import { actSchema, actView, authorOf } from './authorship.js';
import { findingSchema } from './draft-body.js';
import { draftAsSeen, readerOf } from './draft-version.js';
import { earliestEffectiveTo, isBefore } from './effective-day.js';
import { inWords } from './lint-sentences.js';
import { passGate } from './publication-gate.js';
import { draftOf, isPublished, periodsOf, publishDraft, retireVersion, retiredOn } from './version-rows.js';
import { verdictSchema, verdictView } from './verdict-view.js';

const REASON = z.string().max(2_000).regex(/\S/);

export const publishBodySchema = z.strictObject({
  effectiveFrom: z.iso.date().describe('Ngày có hiệu lực, sớm nhất là ngày mai · first day, tomorrow at the earliest'),
  approval: z
    .strictObject({ reason: REASON })
    .optional()
    .describe('Cần có khi mốc thời gian chưa được chứng minh an toàn · needed while the timeline is not proved safe'),
});
export type PublishBody = z.infer<typeof publishBodySchema>;

export const publishedSchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    effectiveFrom: z.string(),
    effectiveTo: z.string().nullable(),
    published: actSchema,
    approval: z.strictObject({ by: actSchema, reason: z.string() }).nullable(),
    verdict: verdictSchema,
    findings: z.array(findingSchema).describe('Cảnh báo · warnings of lint'),
    replayed: z.boolean(),
  })
  .meta({ id: 'Publication' });
export type PublishedView = z.infer<typeof publishedSchema>;

export const retireBodySchema = z.strictObject({
  effectiveTo: z.iso
    .date()
    .describe('Ngày cuối còn tiếp nhận, sớm nhất là hôm nay · the last day, today at the earliest'),
});

export const retiredSchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    effectiveTo: z.string(),
    retired: actSchema,
    replayed: z.boolean(),
  })
  .meta({ id: 'Retirement' });
export type RetiredView = z.infer<typeof retiredSchema>;

/** The version an act is about. */
export interface VersionCall {
  readonly caller: Caller;
  readonly key: string;
  readonly code: string;
  readonly version: number;
}

@Injectable()
export class PublishVersion {
  constructor(
    private readonly administration: Administration,
    private readonly watch: ReferenceWatch,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Throws not-found, version-published, version-stale, key-reused, and what the gate throws. */
  async publish(call: VersionCall & { readonly seen: number | null }, body: PublishBody): Promise<PublishedView> {
    const { caller, code, version, key, seen } = call;
    const act = { caller, key, code, version, operation: 'publishVersion', body };
    const view = await this.administration.once(act, (wire) =>
      this.publishIn(wire, { caller, code, version, seen }, body),
    );
    await this.takeOver();
    return view;
  }

  /** Throws not-found, version-not-published, version-retired, effective-too-early, key-reused. */
  async retire(call: VersionCall, { effectiveTo }: { readonly effectiveTo: string }): Promise<RetiredView> {
    const act = { ...call, operation: 'retireVersion', body: { effectiveTo } };
    const view = await this.administration.once(act, (wire) => this.retireIn(wire, call, effectiveTo));
    await this.takeOver();
    return view;
  }

  private async publishIn(
    wire: Wire,
    { caller, code, version, seen }: Omit<VersionCall, 'key'> & { readonly seen: number | null },
    { effectiveFrom, approval }: PublishBody,
  ): Promise<Omit<PublishedView, 'replayed'>> {
    const draft = await draftAsSeen(wire, { code, version, seen });
    // The seeds of a newer release may have brought a version of the same number.
    if (await isPublished(readerOf(wire), code, version)) {
      throw new Problem('version-published', { procedure: code, version });
    }
    const [author, now, reason] = [authorOf(caller), this.clock.now(), approval?.reason ?? null];
    const others = await periodsOf(readerOf(wire), code);
    const asked = { draft, author, effectiveFrom, reason, now, others, minutesPerDay: this.workingDays() };
    const { definition, warnings, verdict } = passGate(asked);
    await publishDraft(wire, { definition, draft, by: author, at: now, reason, verdict });
    const published = actView(author, now);
    if (published === null) throw new Error('published by nobody');
    return {
      ...{ code, version, effectiveFrom, effectiveTo: definition.effectiveTo, published },
      approval: reason === null ? null : { by: published, reason },
      verdict: verdictView(verdict),
      findings: warnings.map(inWords),
    };
  }

  private async retireIn(
    wire: Wire,
    { caller, code, version }: VersionCall,
    effectiveTo: string,
  ): Promise<Omit<RetiredView, 'replayed'>> {
    await expectInForce(wire, code, version);
    const now = this.clock.now();
    const earliest = earliestEffectiveTo(now);
    if (isBefore(effectiveTo, earliest)) {
      const [reason, reasonEn] = [`sớm nhất là ${earliest}`, `at the earliest ${earliest}`];
      throw new Problem('effective-too-early', { earliest }, [{ field: 'effectiveTo', reason, reasonEn }]);
    }
    const by = authorOf(caller);
    await retireVersion(wire, { code, version, effectiveTo, by, at: now });
    const retired = actView(by, now);
    if (retired === null) throw new Error('retired by nobody');
    return { code, version, effectiveTo, retired };
  }

  /** Lengths of a legal working day where there are agencies. */
  private workingDays(): readonly number[] {
    const provinces = new Set([...this.reference.directory.agencies.values()].map(({ provinceCode }) => provinceCode));
    return [...provinces].map((province) => this.reference.legalCalendar(province).minutesPerDay);
  }

  /** The act is done and answered for, whether or not the reload succeeds: the next look makes it good. */
  private async takeOver(): Promise<void> {
    await this.watch.look().catch((error: unknown) => logFault('reference', error));
  }
}

async function expectInForce(wire: Wire, code: string, version: number): Promise<void> {
  const read = readerOf(wire);
  if (!(await isPublished(read, code, version))) {
    const isDraft = (await draftOf(read, code, version)) !== null;
    throw new Problem(isDraft ? 'version-not-published' : 'not-found', { procedure: code, version });
  }
  const effectiveTo = await retiredOn(read, code, version);
  if (effectiveTo !== null) throw new Problem('version-retired', { procedure: code, version, effectiveTo });
}
