/** Acts of admins on an amendment: drafted and changed by any, approved by a second person on the digest of the dry run that was read. */
import { Inject, Injectable } from '@nestjs/common';
import type { Period } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { Administration } from '../procedures/administration.js';
import { authorOf } from '../procedures/authorship.js';
import { periodsOf } from '../procedures/version-rows.js';
import { LiveReference } from '../reference/live-reference.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import { CLOCK, REFERENCE } from '../runtime/tokens.js';
import { uuid7 } from '../store/uuid7.js';
import type { Wire } from '../store/wire.js';
import {
  countsOf,
  digestOf,
  forgetAffected,
  reasonsOf,
  startAffected,
  startAffectedBack,
  unknownOf,
  unnamedOf,
} from './affected-rows.js';
import type { AmendmentBody, ApprovalBody, RevertApprovalBody } from './amendment-body.js';
import { changedSince, expectVersions, groundOf } from './amendment-ground.js';
import { AmendmentLoop } from './amendment-loop.js';
import {
  addAmendment,
  amendmentOfId,
  askBack,
  changeAmendment,
  crossingOf,
  lockAmendment,
  startLook,
  startReversal,
  startRun,
} from './amendment-rows.js';
import type { Amendment, AmendmentState } from './amendment-rows.js';
import { amendmentView } from './amendment-view.js';
import type { AmendmentView } from './amendment-view.js';

export interface AmendmentCall {
  readonly caller: Caller;
  readonly id: string;
  readonly key: string;
  /** The revision the caller has read; null when he does not say. */
  readonly seen: number | null;
}

type View = Omit<AmendmentView, 'replayed'>;

/** Amendments stand behind the wall of the ledger: who may come here was decided by the role. */
const BEHIND_THE_WALL = { name: 'amendment-scope', text: `select set_config('app.scope', 'ledger', true)` };

@Injectable()
export class AmendmentDesk {
  constructor(
    private readonly administration: Administration,
    private readonly watch: ReferenceWatch,
    private readonly loop: AmendmentLoop,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Throws amendment-versions-unknown, amendment-version-same, amendment-target-not-in-force, key-reused. */
  async draft({ caller, key }: Pick<AmendmentCall, 'caller' | 'key'>, body: AmendmentBody): Promise<AmendmentView> {
    const act = { caller, key, code: body.procedure, version: null, operation: 'draftAmendment', body };
    return this.administration.once(act, async (wire) => {
      await wire.select(BEHIND_THE_WALL);
      const now = this.clock.now();
      expectVersions(body, await this.periods(wire, body.procedure), now);
      const id = uuid7();
      await addAmendment(wire, body, { id, by: authorOf(caller), at: now });
      return this.shown(wire, id);
    });
  }

  /** Its dry run is gone with it. Throws as `draft`, not-found, if-match-required, version-stale, amendment-not-open. */
  async replace(call: Omit<AmendmentCall, 'key'>, body: AmendmentBody): Promise<AmendmentView> {
    const { caller, id } = call;
    const view = await this.administration.alone(caller, `amendment ${id}`, async (wire) => {
      const amendment = await this.opened(wire, call, ['draft', 'looking', 'looked']);
      if (amendment.procedure !== body.procedure) {
        throw new Problem('amendment-procedure-differs', { from: amendment.procedure, to: body.procedure });
      }
      const at = this.clock.now();
      expectVersions(body, await this.periods(wire, body.procedure), at);
      await forgetAffected(wire, id);
      await changeAmendment(wire, body, { id, by: authorOf(caller), at });
      return this.shown(wire, id);
    });
    return { ...view, replayed: false };
  }

  /** Begins the dry run, or begins it anew. Throws not-found, if-match-required, version-stale, amendment-not-open, amendment-target-not-in-force. */
  async look(call: AmendmentCall): Promise<AmendmentView> {
    await this.watch.look();
    const view = await this.done(call, { operation: 'lookAtAmendment', body: null }, async (wire) => {
      const amendment = await this.opened(wire, call, ['draft', 'looking', 'looked']);
      const periods = await this.periods(wire, amendment.procedure);
      expectVersions(amendment, periods, this.clock.now());
      await forgetAffected(wire, call.id);
      await startLook(wire, call.id, groundOf(this.reference, periods));
    });
    this.loop.wake();
    return view;
  }

  /**
   * Throws not-found, if-match-required, version-stale, amendment-not-open, second-person-required, amendment-dry-run-stale with what
   * has changed, amendment-target-not-in-force, amendment-crossing, amendment-named-unknown, amendment-overdue-unnamed with the dossiers.
   */
  async approve(call: AmendmentCall, body: ApprovalBody): Promise<AmendmentView> {
    // Another process may have changed a calendar or a version since.
    await this.watch.look();
    const view = await this.done(call, { operation: 'approveAmendment', body }, (wire) =>
      this.approveIn(wire, call, body),
    );
    this.loop.wake();
    return view;
  }

  private async approveIn(wire: Wire, call: AmendmentCall, { digest, named = [] }: ApprovalBody): Promise<void> {
    const { id, caller } = call;
    const amendment = await this.opened(wire, call, ['looked']);
    const { draftedBy, changedBy } = amendment;
    const by = authorOf(caller);
    if (by === draftedBy || by === changedBy) throw new Problem('second-person-required', { draftedBy, changedBy });
    const periods = await this.periods(wire, amendment.procedure);
    await this.expectAsRead(wire, amendment, { digest, periods });
    expectVersions(amendment, periods, this.clock.now());
    const crossing = await crossingOf(wire, amendment);
    if (crossing !== null) throw new Problem('amendment-crossing', { amendment: crossing });
    const unknown = await unknownOf(wire, id, named);
    if (unknown.length > 0) throw new Problem('amendment-named-unknown', { codes: unknown.slice(0, 20) });
    const unnamed = await unnamedOf(wire, id, named);
    if (unnamed.length > 0) {
      throw new Problem('amendment-overdue-unnamed', { dossiers: unnamed.slice(0, 20), more: unnamed.length > 20 });
    }
    await startAffected(wire, id, named);
    await startRun(wire, { id, by, at: this.clock.now() });
  }

  /** The digest is that of what is stored, and nothing it rests on has changed. */
  private async expectAsRead(
    wire: Wire,
    { id, ground }: Amendment,
    { digest, periods }: { readonly digest: string; readonly periods: readonly Period[] },
  ): Promise<void> {
    const current = await digestOf(wire, id);
    const changed = changedSince(ground, groundOf(this.reference, periods));
    const differs = [...(current === digest ? [] : ['dryRun']), ...changed];
    if (differs.length > 0) throw new Problem('amendment-dry-run-stale', { changed: differs, digest: current });
  }

  /** The first of two persons. Throws not-found, amendment-not-open, amendment-revert-too-late. */
  askBack(call: AmendmentCall, { reason }: { readonly reason: string }): Promise<AmendmentView> {
    return this.done(call, { operation: 'revertAmendment', body: { reason } }, async (wire) => {
      await this.revertible(wire, call);
      await askBack(wire, { id: call.id, by: authorOf(call.caller), at: this.clock.now() }, reason);
    });
  }

  /** The second person. Throws not-found, amendment-not-open, amendment-revert-too-late, second-person-required, amendment-named-unknown. */
  async approveBack(call: AmendmentCall, body: RevertApprovalBody): Promise<AmendmentView> {
    const view = await this.done(call, { operation: 'approveRevert', body }, async (wire) => {
      const { revertRequestedBy: requestedBy, state } = await this.revertible(wire, call);
      const by = authorOf(call.caller);
      if (requestedBy === null) throw new Problem('amendment-not-open', { state, requested: false });
      if (requestedBy === by) throw new Problem('second-person-required', { requestedBy });
      const { named = [] } = body;
      const unknown = await unknownOf(wire, call.id, named);
      if (unknown.length > 0) throw new Problem('amendment-named-unknown', { codes: unknown.slice(0, 20) });
      await startAffectedBack(wire, call.id, named);
      await startReversal(wire, { id: call.id, by, at: this.clock.now() });
    });
    this.loop.wake();
    return view;
  }

  private async revertible(wire: Wire, call: AmendmentCall): Promise<Amendment> {
    const amendment = await this.locked(wire, call.id, ['done', 'incomplete']);
    const { revertUntil } = amendment;
    if (revertUntil !== null && this.clock.now() <= revertUntil) return amendment;
    throw new Problem('amendment-revert-too-late', { revertUntil });
  }

  private done(
    { caller, key, id }: AmendmentCall,
    { operation, body }: { readonly operation: string; readonly body: unknown },
    work: (wire: Wire) => Promise<void>,
  ): Promise<AmendmentView> {
    const act = { caller, key, code: `amendment ${id}`, version: null, operation, body };
    return this.administration.once(act, async (wire) => {
      await wire.select(BEHIND_THE_WALL);
      await work(wire);
      return this.shown(wire, id);
    });
  }

  /** As its caller has seen it, at a stage at which it may be changed. */
  private async opened(
    wire: Wire,
    { id, seen }: Pick<AmendmentCall, 'id' | 'seen'>,
    states: readonly AmendmentState[],
  ): Promise<Amendment> {
    await wire.select(BEHIND_THE_WALL);
    const amendment = await this.locked(wire, id, states);
    if (seen === null) throw new Problem('if-match-required');
    if (amendment.revision === seen) return amendment;
    const [reason, reasonEn] = ['bản soạn đã thay đổi', 'the draft has changed'];
    throw new Problem('version-stale', { currentVersion: amendment.revision }, [
      { field: 'If-Match', reason, reasonEn },
    ]);
  }

  private async locked(wire: Wire, id: string, states: readonly AmendmentState[]): Promise<Amendment> {
    const amendment = await lockAmendment(wire, id);
    if (amendment === null) throw new Problem('not-found', { amendment: id });
    if (!states.includes(amendment.state)) throw new Problem('amendment-not-open', { state: amendment.state });
    return amendment;
  }

  private periods(wire: Wire, procedure: string): Promise<readonly Period[]> {
    return periodsOf((statement, values) => wire.select(statement, values), procedure);
  }

  private async shown(wire: Wire, id: string): Promise<View> {
    const read: Parameters<typeof amendmentOfId>[0] = (statement, values) => wire.select(statement, values);
    const amendment = await amendmentOfId(read, id);
    if (amendment === null) throw new Error('the amendment is gone');
    const [counts, reasons] = [await countsOf(read, id), await reasonsOf(read, id)];
    return amendmentView(amendment, { counts, reasons });
  }
}
