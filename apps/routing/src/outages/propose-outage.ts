/** Outages recorded, corrected and cancelled: proposals, which change nothing until a second person approves them. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, minuteOf } from '@lien-thong/domain';
import type { Instant } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { Administration } from '../procedures/administration.js';
import { authorOf } from '../procedures/authorship.js';
import { CLOCK } from '../runtime/tokens.js';
import type { Read } from '../store/read-as.js';
import { uuid7 } from '../store/uuid7.js';
import type { Wire } from '../store/wire.js';
import type { CancelOutageBody, CorrectOutageBody, RecordOutageBody } from './outage-body.js';
import { addProposal, dropProposal, revisionsOf, standOf, systemsRequired } from './outage-rows.js';
import type { OutageRevision, Proposal } from './outage-rows.js';
import { proposalView } from './outage-views.js';
import type { ProposedOutageView } from './outage-views.js';

export interface OutageCall {
  readonly caller: Caller;
  readonly idempotencyKey: string;
}

type Said = Pick<Proposal, 'kind' | 'system' | 'from' | 'to' | 'evidence' | 'reason'>;

export const readerOf =
  (wire: Wire): Read =>
  (statement, values) =>
    wire.select(statement, values);

/** SHA-256 over all that is proposed: whoever approves it names it. */
function digestOf(proposal: Said & { readonly outageId: string; readonly revision: number }): string {
  const { outageId, revision, kind, system, from, to, evidence, reason } = proposal;
  const said = { outageId, revision, kind, system, from, to, evidence, reason };
  return createHash('sha256').update(canonicalJson(said)).digest('hex');
}

/** What has not happened cannot be recorded, and what lasted no minute relieves nobody. */
function expectPast({ from, to }: Pick<Said, 'from' | 'to'>, now: Instant): void {
  const at = (name: string) => [{ field: name, reason: 'chưa xảy ra', reasonEn: 'has not happened yet' }];
  if (from > now) throw new Problem('outage-not-over', { from, now }, at('from'));
  if (to !== null && to > now) throw new Problem('outage-not-over', { to, now }, at('to'));
  if (to !== null && minuteOf(from) >= minuteOf(to)) throw new Problem('outage-interval-empty', { from, to });
}

const evidenceOf = ({ reference, sha256 }: RecordOutageBody['evidence']): Proposal['evidence'] => ({
  reference,
  sha256: sha256 ?? null,
});

@Injectable()
export class ProposeOutage {
  constructor(
    private readonly administration: Administration,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** A new outage. Throws outage-system-unknown, outage-not-over, outage-interval-empty, key-reused. */
  record(call: OutageCall, body: RecordOutageBody): Promise<ProposedOutageView> {
    const outageId = uuid7();
    return this.once(call, { operation: 'recordOutage', code: `outage ${body.system}`, body }, async (wire) => {
      const systems = await systemsRequired(readerOf(wire));
      if (!systems.includes(body.system)) throw new Problem('outage-system-unknown', { system: body.system, systems });
      const { system, from, to = null, evidence, reason } = body;
      const said = { kind: 'record' as const, system, from, to, evidence: evidenceOf(evidence), reason };
      return this.propose(wire, call, { outageId, revision: 1, ...said });
    });
  }

  /**
   * Another interval, in the place of whatever is proposed. Throws not-found, outage-cancelled, outage-not-over,
   * outage-interval-empty, outage-end-missing, key-reused.
   */
  correct(call: OutageCall, outageId: string, body: CorrectOutageBody): Promise<ProposedOutageView> {
    return this.once(call, { operation: 'correctOutage', code: `outage ${outageId}`, body }, async (wire) => {
      const revisions = await this.standing(wire, outageId);
      const { from, to = null, evidence, reason } = body;
      const { held } = standOf(revisions);
      if (held !== null && held.to !== null && to === null) throw new Problem('outage-end-missing', { to: held.to });
      const kind = held === null ? ('record' as const) : ('correct' as const);
      const said = { kind, system: systemOf(revisions), from, to, evidence: evidenceOf(evidence), reason };
      return this.propose(wire, call, { outageId, revision: revisions.length + 1, ...said });
    });
  }

  /**
   * What was approved is to be taken back; what nobody has approved is dropped at once, since it changed nothing. Throws not-found,
   * outage-cancelled, key-reused.
   */
  cancel(call: OutageCall, outageId: string, body: CancelOutageBody): Promise<ProposedOutageView> {
    return this.once(call, { operation: 'cancelOutage', code: `outage ${outageId}`, body }, async (wire) => {
      const revisions = await this.standing(wire, outageId);
      const { held, proposed } = standOf(revisions);
      if (held === null) {
        if (proposed === null) throw new Problem('outage-cancelled', { outageId });
        await dropProposal(wire, outageId);
        return proposalView({ ...proposed, state: 'dropped' });
      }
      const { system, from, to } = held;
      const said = {
        kind: 'cancel' as const,
        system,
        from,
        to,
        evidence: evidenceOf(body.evidence),
        reason: body.reason,
      };
      return this.propose(wire, call, { outageId, revision: revisions.length + 1, ...said });
    });
  }

  /** Revisions of an outage that stands. */
  private async standing(wire: Wire, outageId: string): Promise<readonly OutageRevision[]> {
    const revisions = await revisionsOf(readerOf(wire), outageId);
    if (revisions.length === 0) throw new Problem('not-found', { outageId });
    if (standOf(revisions).held?.kind === 'cancel') throw new Problem('outage-cancelled', { outageId });
    return revisions;
  }

  private async propose(
    wire: Wire,
    { caller }: OutageCall,
    said: Said & { readonly outageId: string; readonly revision: number },
  ): Promise<Omit<ProposedOutageView, 'replayed'>> {
    const now = this.clock.now();
    if (said.kind !== 'cancel') expectPast(said, now);
    const proposal = { ...said, digest: digestOf(said), proposedBy: authorOf(caller), proposedAt: now };
    await addProposal(wire, proposal);
    return proposalView({ ...proposal, state: 'proposed' });
  }

  private once(
    { caller, idempotencyKey }: OutageCall,
    { operation, code, body }: { readonly operation: string; readonly code: string; readonly body: unknown },
    work: (wire: Wire) => Promise<Omit<ProposedOutageView, 'replayed'>>,
  ): Promise<ProposedOutageView> {
    return this.administration.once({ caller, key: idempotencyKey, operation, code, version: null, body }, work);
  }
}

function systemOf(revisions: readonly OutageRevision[]): string {
  const [first] = revisions;
  if (first === undefined) throw new Error('an outage without a revision');
  return first.system;
}
