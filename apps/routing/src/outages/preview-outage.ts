/** What approval would do, found by doing it to journals that are only read: a dry run of the proposal (ADR 0028). */
import { Inject, Injectable } from '@nestjs/common';
import { pinAfter, reliefOf } from '@lien-thong/domain';
import type { DossierEvent, DossierId, Instant } from '@lien-thong/domain';
import { countedRelief } from '@lien-thong/engine';
import type { ClockPort, MovedMinutes } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { Problem } from '../http/problem.js';
import { LiveReference } from '../reference/live-reference.js';
import { CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { loadJournals } from '../store/dossier-loading.js';
import { LEDGER_READS, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { revisionsOf, standOf } from './outage-rows.js';
import type { OutageRevision } from './outage-rows.js';
import { movedView } from './outage-views.js';
import type { OutagePreviewView } from './outage-views.js';
import { readerOf } from './propose-outage.js';
import { CANDIDATES, movedTogether } from './relief-rows.js';
import { recordOf } from './relief-run.js';

/** Dossiers looked at: some seconds of reading. What is left out is said. */
const MOST = 2_000;
const PAGE = 50;

const LISTED = {
  name: 'outage-preview-candidates',
  text: `select c.id, count(*) over ()::integer as total from (${CANDIDATES}) c order by c.id limit ${MOST}`,
};

interface Sums {
  dossiers: number;
  movedClocks: number;
  withdrawnBreaches: number;
  moved: Readonly<Record<string, number>>;
}

type Figures = ReturnType<typeof countedRelief>;

@Injectable()
export class PreviewOutage {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Of what is proposed. Throws not-found, outage-nothing-proposed. */
  of(outageId: string): Promise<OutagePreviewView> {
    return inTransaction(this.pool, LEDGER_READS, async (wire) => {
      const revisions = await revisionsOf(readerOf(wire), outageId);
      if (revisions.length === 0) throw new Problem('not-found', { outageId });
      const { proposed } = standOf(revisions);
      if (proposed === null) throw new Problem('outage-nothing-proposed', { outageId });
      return this.looked(wire, proposed);
    });
  }

  private async looked(wire: Wire, proposed: OutageRevision): Promise<OutagePreviewView> {
    const at = this.clock.now();
    const { outageId, revision, digest, to } = proposed;
    // What is not over gives nothing back yet.
    const listed = to === null ? [] : await this.listed(wire, { ...proposed, to });
    const sums: Sums = { dossiers: 0, movedClocks: 0, withdrawnBreaches: 0, moved: {} };
    for (let from = 0; from < listed.length && to !== null; from += PAGE) {
      const ids = listed.slice(from, from + PAGE).map(({ id }) => id);
      add(sums, await this.figures(wire, ids, { ...proposed, to, at }));
      // Requests that came in meanwhile are served before the next page.
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { moved, ...counted } = sums;
    const candidates = listed[0]?.total ?? 0;
    const extent = { candidates, looked: listed.length, complete: candidates <= listed.length };
    return { ...{ id: outageId, revision, digest, at }, ...extent, ...counted, movedMinutes: movedView(moved) };
  }

  private listed(
    wire: Wire,
    { outageId, kind, system, from, to }: OutageRevision & { readonly to: Instant },
  ): Promise<readonly { id: DossierId; total: number }[]> {
    return wire.select(LISTED, [system, from, to, outageId, kind]);
  }

  private async figures(
    wire: Wire,
    ids: readonly DossierId[],
    proposed: OutageRevision & { readonly to: Instant; readonly at: Instant },
  ): Promise<Figures> {
    const journals = await loadJournals(wire, ids);
    const record = recordOf(proposed);
    const facts = [...journals.values()].flatMap((journal) => {
      const relief = this.reliefIn(journal, record, proposed.at);
      return relief === null ? [] : [relief.fact];
    });
    return countedRelief(facts);
  }

  private reliefIn(journal: readonly DossierEvent[], record: ReturnType<typeof recordOf>, at: Instant) {
    const pin = pinAfter(journal);
    const last = journal.at(-1);
    if (pin === null || last === undefined) return null;
    const now = last.recordedAt > at ? last.recordedAt : at;
    return reliefOf(journal, record, { now, rules: this.reference.rulesOf(pin) });
  }
}

function add(sums: Sums, { dossiers, movedClocks, withdrawn, moved }: Figures): void {
  sums.dossiers += dossiers;
  sums.movedClocks += movedClocks;
  sums.withdrawnBreaches += withdrawn;
  const minutes: readonly MovedMinutes[] = moved;
  sums.moved = movedTogether(sums.moved, minutes);
}
