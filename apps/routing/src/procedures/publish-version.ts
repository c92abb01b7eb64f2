/** Publication by a second person, and the end of a version. Both are seen by this process at once, by the others within a minute. */
import { Inject, Injectable } from '@nestjs/common';
import type { IsoDate, Period, ProcedureVersion } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import { z } from 'zod';
import { yearFrom } from '../feasibility/proof-range.js';
import type { VersionPlan } from '../feasibility/version-plan.js';
import { versionVerdictSchema, versionVerdictView } from '../feasibility/version-verdict-view.js';
import { VersionVerdicts, keptVerdict } from '../feasibility/version-verdicts.js';
import type { KeptVerdict } from '../feasibility/version-verdicts.js';
import { logFault } from '../http/log.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import { CLOCK } from '../runtime/tokens.js';
import type { Wire } from '../store/wire.js';
import { Administration } from './administration.js';
import { actSchema, actView, authorOf } from './authorship.js';
import { findingSchema } from './draft-body.js';
import { draftAsSeen, readerOf } from './draft-version.js';
import { earliestEffectiveTo, isBefore } from './effective-day.js';
import { inWords } from './lint-sentences.js';
import { approve, passGate } from './publication-gate.js';
import type { Passed } from './publication-gate.js';
import { PublishedVersions } from './published.js';
import { draftOf, isPublished, periodsOf, publishDraft, retireVersion, retiredOn } from './version-rows.js';
import type { Draft } from './version-rows.js';

const REASON = z.string().max(2_000).regex(/\S/);
const DIGEST = z.string().regex(/^[0-9a-f]{64}$/);

export const publishBodySchema = z.strictObject({
  effectiveFrom: z.iso.date().describe('Ngày có hiệu lực, sớm nhất là ngày mai · first day, tomorrow at the earliest'),
  approval: z
    .strictObject({
      reason: REASON,
      verdict: DIGEST.optional().describe('Digest của kết luận đã đọc · digest of the verdict that was read'),
    })
    .optional()
    .describe(
      'Cần có, kèm digest, khi kết luận không phải SAFE · needed, with the digest, where the verdict is not SAFE: see GET …/feasibility',
    ),
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
    verdict: versionVerdictSchema,
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

/** The revision of the draft its publisher has read. */
interface PublishCall extends VersionCall {
  readonly seen: number | null;
}

@Injectable()
export class PublishVersion {
  constructor(
    private readonly administration: Administration,
    private readonly watch: ReferenceWatch,
    private readonly verdicts: VersionVerdicts,
    private readonly versions: PublishedVersions,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /**
   * The proof comes before the transaction, which holds nobody up; in it is checked that what was proved is still what is published, on
   * the calendars as they then stand. Throws not-found, version-published, version-stale, key-reused, what the gate and the prover throw.
   */
  async publish(call: PublishCall, body: PublishBody): Promise<PublishedView> {
    const { caller, code, version, key } = call;
    const act = { caller, key, code, version, operation: 'publishVersion', body };
    const verdict = await this.provedBefore(call, body);
    // Another process may have changed a calendar while the proof ran.
    await this.watch.look();
    const view = await this.administration.once(act, (wire) => this.publishIn(wire, call, { ...body, verdict }));
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

  /** Null where the act will be refused anyway, or is answered already: what it lacks is said in the transaction. */
  private async provedBefore(call: PublishCall, body: PublishBody): Promise<KeptVerdict | null> {
    const { caller, code, version, seen } = call;
    const draft = await this.versions.draft(code, version);
    if (draft === null || draft.revision !== seen) return null;
    const { definition } = this.gate(
      call,
      { draft, others: await this.versions.periodsBeside(draft.definition) },
      body,
    );
    await this.watch.look();
    return keptVerdict(await this.verdicts.prove(caller.agencyId, this.planned(definition)));
  }

  private gate(
    { caller }: Pick<PublishCall, 'caller'>,
    about: { readonly draft: Draft; readonly others: readonly Period[] },
    { effectiveFrom }: PublishBody,
  ): Passed {
    return passGate({ ...about, author: authorOf(caller), effectiveFrom, now: this.clock.now() });
  }

  private planned(definition: ProcedureVersion): VersionPlan {
    return this.verdicts.plan(definition, yearFrom(definition.effectiveFrom as IsoDate));
  }

  private async publishIn(
    wire: Wire,
    call: PublishCall,
    { verdict, ...body }: PublishBody & { readonly verdict: KeptVerdict | null },
  ): Promise<Omit<PublishedView, 'replayed'>> {
    const { code, version } = call;
    const draft = await draftAsSeen(wire, call);
    // The seeds of a newer release may have brought a version of the same number.
    if (await isPublished(readerOf(wire), code, version)) {
      throw new Problem('version-published', { procedure: code, version });
    }
    const others = await periodsOf(readerOf(wire), code);
    const { definition, warnings } = this.gate(call, { draft, others }, body);
    const { digest } = this.planned(definition);
    // Somebody brought the draft back to the revision that was read, between the proof and now.
    if (verdict === null) throw new Problem('verdict-stale', { digest });
    approve(verdict, digest, body.approval);
    const [author, now, reason] = [authorOf(call.caller), this.clock.now(), body.approval?.reason ?? null];
    await publishDraft(wire, { definition, draft, by: author, at: now, reason, verdict });
    const published = actView(author, now);
    if (published === null) throw new Error('published by nobody');
    return {
      ...{ code, version, effectiveFrom: body.effectiveFrom, effectiveTo: definition.effectiveTo, published },
      approval: reason === null ? null : { by: published, reason },
      verdict: versionVerdictView(verdict),
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
