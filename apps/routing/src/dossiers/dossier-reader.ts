/** A dossier as one caller may see it, now or as it was known at a former moment. */
import { Inject, Injectable } from '@nestjs/common';
import { foldHistory, pinAfter } from '@lien-thong/domain';
import type { Directory, DossierEvent, DossierFile, DossierId, Instant, Rules } from '@lien-thong/domain';
import { LiveReference } from '../reference/live-reference.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import type { ClockPort } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { Problem } from '../http/problem.js';
import type { ApplicationWall, Known } from '../identity/application-wall.js';
import type { Caller } from '../identity/caller.js';
import { APPLICATION_WALL, CLOCK, READ_POOL, REFERENCE } from '../runtime/tokens.js';
import { SystemsDown } from '../outages/systems-down.js';
import type { Statement } from '../store/columns.js';
import { loadDossiers, loadJournals } from '../store/dossier-loading.js';
import type { Viewer } from '../store/read-as.js';
import { askOnce, inTransaction, trackReads, viewerReads } from '../store/transactions.js';

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
  /** Shared systems that were down then, as was known then. */
  readonly systemsDown: readonly string[];
}

export interface FileWithRules {
  readonly file: DossierFile;
  readonly rules: Rules;
}

export interface Glance {
  readonly caller: Caller;
  readonly code: string;
  readonly asOf?: Instant | undefined;
  readonly journal?: boolean;
}

const CALLED: Statement = {
  name: 'dossier-called',
  text: `select id from dossier where code = $1 union all select dossier_id from dossier_alias where code = $1 limit 1`,
};

/** No dossier has this id. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

const VISIBLE: Statement = { name: 'dossier-visible', text: 'select id from dossier where id = $1' };

@Injectable()
export class DossierReader {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(APPLICATION_WALL) private readonly wall: ApplicationWall,
    private readonly watch: ReferenceWatch,
    private readonly systems: SystemsDown,
  ) {}

  get directory(): Directory {
    return this.reference.directory;
  }

  now(): Instant {
    return this.clock.now();
  }

  /** Shared systems that are down at that instant. */
  systemsDown(at: Instant): readonly string[] {
    return this.systems.at(at);
  }

  /** Throws `dossier-not-found` for what there is not, or not for this caller, or not yet at that moment; `invalid-query` for a moment to come. */
  async read({ caller, code, asOf, journal = false }: Glance): Promise<DossierAsSeen> {
    const now = this.clock.now();
    if (asOf !== undefined && asOf > now) throw asOfAhead();
    const loaded = await this.load(caller, code, journal || asOf !== undefined);
    await this.watch.acquaint([loaded.file.dossier.pin]);
    const rules = this.reference.rulesOf(loaded.file.dossier.pin);
    const whole = this.wall.seesWhole(caller, loaded.file.dossier);
    const at = asOf ?? now;
    const seen = { rules, whole, at, past: asOf !== undefined, systemsDown: this.systems.at(at) };
    return asOf === undefined ? { ...loaded, ...seen } : { ...seen, ...this.asKnown(loaded, asOf, whole) };
  }

  /** Those of the dossiers the viewer may see, in the order asked, with open segments only. */
  async readMany(viewer: Viewer, ids: readonly DossierId[]): Promise<readonly FileWithRules[]> {
    if (ids.length === 0) return [];
    const opening = viewerReads(viewer.agencyId, viewer.supervises);
    const stored = await inTransaction(this.pool, opening, (wire) => loadDossiers(wire, ids, 'open'));
    await this.watch.acquaint([...stored.values()].map(({ file }) => file.dossier.pin));
    return ids.flatMap((id) => {
      const file = stored.get(id)?.file;
      return file === undefined ? [] : this.withRules(this.wall.shown(viewer, { file, journal: [] })?.file);
    });
  }

  /** What the public page of a dossier rests on, after its secret was checked; null when there is none. */
  async readTracked(id: DossierId): Promise<FileWithRules | null> {
    const stored = await inTransaction(this.pool, trackReads(id), (wire) => loadDossiers(wire, [id], 'open'));
    await this.watch.acquaint([...stored.values()].map(({ file }) => file.dossier.pin));
    return this.withRules(stored.get(id)?.file)[0] ?? null;
  }

  /** What a code leads the viewer to, with his own eyes: a dossier of others and none at all take the same time. */
  async idSeenBy({ agencyId, supervises }: Viewer, code: string): Promise<DossierId | null> {
    const opening = viewerReads(agencyId, supervises);
    const [row] = await askOnce(this.pool, opening, { statement: CALLED, values: [code] });
    return row === undefined ? null : (row.text() as DossierId);
  }

  /** For what reads the dossier with other eyes than the viewer's. Throws `dossier-not-found`. */
  async expectVisible(viewer: Viewer, id: DossierId): Promise<void> {
    const opening = viewerReads(viewer.agencyId, viewer.supervises);
    const rows = await askOnce(this.pool, opening, { statement: VISIBLE, values: [id] });
    if (rows.length === 0) throw new Problem('dossier-not-found');
  }

  /** What was in the journal by then, folded again by the calendars of then. Who sees a part cannot fold it. */
  private asKnown({ journal }: Known, asOf: Instant, whole: boolean): Known & { readonly rules: Rules } {
    if (!whole) throw new Problem('actor-not-entitled', { asOf });
    const known = journal.filter(({ recordedAt }) => recordedAt <= asOf);
    const pin = pinAfter(known);
    if (pin === null) throw new Problem('dossier-not-found', { asOf });
    const rules = this.reference.rulesOf(pin);
    return { journal: known, file: foldHistory(known, rules), rules };
  }

  private withRules(file: DossierFile | undefined): FileWithRules[] {
    return file === undefined ? [] : [{ file, rules: this.reference.rulesOf(file.dossier.pin) }];
  }

  private load(viewer: Viewer, code: string, withJournal: boolean): Promise<Known> {
    return inTransaction(this.pool, viewerReads(viewer.agencyId, viewer.supervises), async (wire) => {
      const [row] = await wire.send(CALLED, [code]);
      // A code that leads nowhere is looked up all the same: the time of the answer must not tell it from a dossier of others.
      const id = (row?.text() ?? NOBODY) as DossierId;
      const [stored, journals] = await Promise.all([
        loadDossiers(wire, [id], 'all'),
        withJournal ? loadJournals(wire, [id]) : null,
      ]);
      const file = stored.get(id)?.file;
      const shown = file === undefined ? null : this.wall.shown(viewer, { file, journal: journals?.get(id) ?? [] });
      if (shown === null) throw new Problem('dossier-not-found');
      return shown;
    });
  }
}

function asOfAhead(): Problem {
  return new Problem('invalid-query', {}, [
    { field: 'asOf', reason: 'thời điểm chưa tới', reasonEn: 'a moment that has not come' },
  ]);
}
