/** A dossier as one caller may see it, now or as it was known at a former moment. */
import { Inject, Injectable } from '@nestjs/common';
import { foldHistory, partiesOf } from '@lien-thong/domain';
import type { Dossier, DossierEvent, DossierFile, DossierId, Instant, Rules } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import type { Statement } from '../store/columns.js';
import { loadDossiers, loadJournals } from '../store/dossier-loading.js';
import type { Viewer } from '../store/read-as.js';
import { inTransaction, viewerReads } from '../store/transactions.js';

export interface DossierAsSeen {
  readonly file: DossierFile;
  /** What the caller may see of it; empty unless it was asked for. */
  readonly journal: readonly DossierEvent[];
  readonly rules: Rules;
  /** The moment everything is reckoned to: now, or the former one asked for. */
  readonly at: Instant;
  /** Reckoned to a former moment: nothing can be done to it. */
  readonly past: boolean;
  /** False for an agency that is only consulted: it sees its part. */
  readonly whole: boolean;
}

export interface Glance {
  readonly caller: Caller;
  readonly code: string;
  readonly asOf?: Instant | undefined;
  readonly journal?: boolean;
}

interface Loaded {
  readonly file: DossierFile;
  readonly journal: readonly DossierEvent[];
}

const CALLED: Statement = {
  name: 'dossier-called',
  text: `select id from dossier where code = $1 union all select dossier_id from dossier_alias where code = $1 limit 1`,
};

@Injectable()
export class DossierReader {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
  ) {}

  /** Throws `dossier-not-found` for what there is not, or not for this caller, or not yet at that moment; `invalid-query` for a moment to come. */
  async read({ caller, code, asOf, journal = false }: Glance): Promise<DossierAsSeen> {
    const now = this.clock.now();
    if (asOf !== undefined && asOf > now) throw asOfAhead();
    const loaded = await this.load(caller, code, journal || asOf !== undefined);
    const rules = this.reference.rulesOf(loaded.file.dossier.pin);
    const whole = seesWhole(loaded.file.dossier, caller);
    const seen = { rules, whole, at: asOf ?? now, past: asOf !== undefined };
    return asOf === undefined ? { ...loaded, ...seen } : { ...asKnown(loaded, asOf, { rules, whole }), ...seen };
  }

  private load(viewer: Viewer, code: string, withJournal: boolean): Promise<Loaded> {
    return inTransaction(this.pool, viewerReads(viewer.agencyId, viewer.supervises), async (wire) => {
      const [row] = await wire.send(CALLED, [code]);
      if (row === undefined) throw new Problem('dossier-not-found');
      const id = row.text() as DossierId;
      const [stored, journals] = await Promise.all([
        loadDossiers(wire, [id], 'all'),
        withJournal ? loadJournals(wire, [id]) : null,
      ]);
      const file = stored.get(id)?.file;
      if (file === undefined) throw new Problem('dossier-not-found');
      return { file, journal: journals?.get(id) ?? [] };
    });
  }
}

function asOfAhead(): Problem {
  return new Problem('invalid-query', {}, [
    { field: 'asOf', reason: 'thời điểm chưa tới', reasonEn: 'a moment that has not come' },
  ]);
}

/** The same line as row-level security draws: parties but the consulted, and whoever supervises a party. */
function seesWhole(dossier: Dossier, { agencyId, supervises }: Viewer): boolean {
  return partiesOf(dossier).some(
    (party) => supervises.includes(party.agencyId) || (party.agencyId === agencyId && party.role !== 'consulted'),
  );
}

/** What was in the journal by then, folded again. Who sees a part cannot fold it. */
function asKnown(
  { journal }: Loaded,
  asOf: Instant,
  { rules, whole }: { readonly rules: Rules; readonly whole: boolean },
): Loaded {
  if (!whole) throw new Problem('actor-not-entitled', { asOf });
  const known = journal.filter(({ recordedAt }) => recordedAt <= asOf);
  if (known.length === 0) throw new Problem('dossier-not-found', { asOf });
  return { journal: known, file: foldHistory(known, rules) };
}
