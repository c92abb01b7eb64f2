/** A recorded outage told in the dossiers it may concern, in the transaction of whoever claimed them (ADR 0028). */
import { ENGINE, audienceOf, reliefOf, withRelief } from '@lien-thong/domain';
import type { DossierEvent, DossierId, EventOf, OutageRecord } from '@lien-thong/domain';
import { later, signerOf, stamp } from '../ledger/stamp.js';
import type { Draft, Track } from '../ledger/track.js';
import type { FeedItem, LoadedDossier, StoreTransaction } from '../ports/store.js';
import { Refolding } from '../refold/refold-batch.js';
import type { RefoldMoment, RefoldPorts } from '../refold/refold-batch.js';

/** Working minutes that went from one owner to another. */
export interface MovedMinutes {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

export interface RelievedBatch {
  /** How many were told something; the others stand as they were. */
  readonly dossiers: number;
  /** Clocks in them whose due instant is another now. */
  readonly movedClocks: number;
  /** Breaches that have not happened after all. */
  readonly withdrawn: number;
  /** By former and present owner: an agency's id, or the kind of the owner. */
  readonly moved: readonly MovedMinutes[];
  /** What went into the feeds; to be asked for after the commit. */
  readonly items: () => Promise<readonly FeedItem[]>;
  /** The dossiers that were told something. */
  readonly told: ReadonlySet<DossierId>;
  readonly stuck: ReadonlyMap<DossierId, string>;
}

type Relieved = EventOf<'dossier.outageRelieved.v1'>;

interface Telling extends RefoldMoment {
  readonly record: OutageRecord;
  readonly reference: RefoldPorts['reference'];
}

/**
 * The track with the fact; null where the outage does not concern the dossier. Breaches that come back with a correction are left to the
 * sweep. Throws JournalFault for a journal that does not fold.
 */
function relievedTrack(
  stored: LoadedDossier,
  journal: readonly DossierEvent[],
  { record, now, ids, reference }: Telling,
): Track | null {
  const { dossier } = stored.file;
  const rules = reference.rulesOf(dossier.pin);
  const known = later(now, dossier.recordedAt);
  const relief = reliefOf(journal, record, { now: known, rules });
  if (relief === null) return null;
  const actor = signerOf(relief.fact, 0, ENGINE);
  const event = stamp(relief.fact, { id: ids.next(), dossierId: dossier.id, actor, now: known, before: dossier });
  const after = withRelief(relief.base, event as Relieved, rules);
  const audience = audienceOf(dossier, after.dossier, event);
  const draft: Draft = { event, after, audience, refolded: true };
  return { dossierId: dossier.id, rules, stored, journal: null, drafts: [draft] };
}

const nameOf = ({ kind, agencyId }: Relieved['data']['segments'][number]['ownerBefore']): string => agencyId ?? kind;

function movedIn(facts: readonly Pick<Relieved, 'data'>[]): readonly MovedMinutes[] {
  const moved = new Map<string, MovedMinutes>();
  for (const { ownerBefore, ownerAfter, legalMinutes } of facts.flatMap(({ data }) => data.segments)) {
    const [from, to] = [nameOf(ownerBefore), nameOf(ownerAfter)];
    const before = moved.get(`${from} ${to}`)?.minutes ?? 0;
    if (legalMinutes !== null && legalMinutes !== 0) {
      moved.set(`${from} ${to}`, { from, to, minutes: before + legalMinutes });
    }
  }
  return [...moved.values()].sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1));
}

/** What a batch did, in figures. */
export function countedRelief(
  facts: readonly Pick<Relieved, 'data'>[],
): Omit<RelievedBatch, 'items' | 'told' | 'stuck'> {
  const clocks = facts.flatMap(({ data }) => data.clocks);
  return {
    dossiers: facts.length,
    movedClocks: clocks.filter(({ dueBefore, dueAfter }) => dueBefore !== dueAfter).length,
    withdrawn: clocks.filter(({ breachWithdrawn }) => breachWithdrawn).length,
    moved: movedIn(facts),
  };
}

export class Relieving {
  private readonly refolding: Refolding;

  constructor(private readonly ports: RefoldPorts) {
    this.refolding = new Refolding(ports);
  }

  /** Tells this revision of an outage in the dossiers, which the transaction has locked: one fact in each it concerns, none in the others. */
  async relieveIn(tx: StoreTransaction, ids: readonly DossierId[], record: OutageRecord): Promise<RelievedBatch> {
    const { reference } = this.ports;
    const { tracks, items, stuck } = await this.refolding.refoldIn(tx, ids, {
      needsJournal: () => true,
      trackOf: (stored, journal, moment) => relievedTrack(stored, journal ?? [], { record, reference, ...moment }),
    });
    const events = tracks.flatMap(({ drafts }) => drafts.map(({ event }) => event));
    const facts = events.filter((event): event is Relieved => event.type === 'dossier.outageRelieved.v1');
    return { ...countedRelief(facts), items, told: new Set(facts.map(({ dossierId }) => dossierId)), stuck };
  }
}
