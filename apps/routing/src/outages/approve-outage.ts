/** The second person's word on an outage: from then on it holds, and the dossiers it concerns are told. */
import { Inject, Injectable } from '@nestjs/common';
import type { ClockPort } from '@lien-thong/engine';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { Administration } from '../procedures/administration.js';
import { authorOf } from '../procedures/authorship.js';
import { CLOCK } from '../runtime/tokens.js';
import type { ApproveOutageBody } from './outage-body.js';
import { approveRevision, revisionsOf, standOf } from './outage-rows.js';
import type { OutageRevision } from './outage-rows.js';
import { proposalView } from './outage-views.js';
import type { ProposedOutageView } from './outage-views.js';
import { readerOf } from './propose-outage.js';
import type { OutageCall } from './propose-outage.js';
import { ReliefLoop } from './relief-loop.js';
import { addRun } from './relief-rows.js';
import { SystemsDown } from './systems-down.js';

@Injectable()
export class ApproveOutage {
  constructor(
    private readonly administration: Administration,
    private readonly systemsDown: SystemsDown,
    private readonly loop: ReliefLoop,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /**
   * What was read is what is approved. Throws not-found, outage-nothing-proposed, outage-proposal-changed, second-person-required,
   * key-reused.
   */
  async approve(call: OutageCall, outageId: string, { digest }: ApproveOutageBody): Promise<ProposedOutageView> {
    const { caller, idempotencyKey: key } = call;
    const act = {
      caller,
      key,
      operation: 'approveOutage',
      code: `outage ${outageId}`,
      version: null,
      body: { digest },
    };
    const approved = await this.administration.once(act, async (wire) => {
      const revisions = await revisionsOf(readerOf(wire), outageId);
      if (revisions.length === 0) throw new Problem('not-found', { outageId });
      const { proposed } = standOf(revisions);
      if (proposed === null) throw new Problem('outage-nothing-proposed', { outageId });
      if (proposed.digest !== digest) throw new Problem('outage-proposal-changed', { digest: proposed.digest });
      const at = this.clock.now();
      await approveRevision(wire, proposed, { by: secondPerson(caller, proposed), at });
      // An outage that lasts gives nothing back yet, and one that never had an end never did.
      if (proposed.to !== null) await addRun(wire, outageId, proposed.revision, at);
      return proposalView({ ...proposed, state: 'approved' });
    });
    await this.systemsDown.look();
    this.loop.wake();
    return approved;
  }
}

/** Whoever proposed it does not approve it. */
function secondPerson(caller: Caller, { proposedBy }: OutageRevision): string {
  const author = authorOf(caller);
  if (author !== proposedBy) return author;
  throw new Problem('second-person-required', { proposedBy });
}
