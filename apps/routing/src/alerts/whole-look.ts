/** Dossiers looked at as a whole: loaded with their clocks, held against what stands, and noted as looked at up to their last fact. */
import { differences, groundsOf, isFinal, nextLook, partiesOf } from '@lien-thong/domain';
import type {
  AgencyId,
  Dossier,
  DossierEvent,
  DossierFile,
  DossierId,
  RiskContext,
  Rules,
  StandingMember,
} from '@lien-thong/domain';
import type { LoadedDossier } from '@lien-thong/engine';
import { logFault } from '../http/log.js';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import { loadDossiers, loadJournals } from '../store/dossier-loading.js';
import type { Wire } from '../store/wire.js';
import { standingOf } from './member-rows.js';
import { BEHIND, watchedOf } from './watch-rows.js';
import type { Watched } from './watch-rows.js';
import type { Findings } from './write-findings.js';

const HEADS: Statement = {
  name: 'alert-heads',
  text: 'select id, seq from dossier where id = any ($1::uuid[])',
};

export interface LookPorts {
  readonly wire: Wire;
  readonly rulesOf: (pin: Dossier['pin']) => Rules;
  /** Sees to it that the versions of these dossiers are known. */
  readonly acquaint: (pins: readonly Dossier['pin'][]) => Promise<void>;
  readonly context: RiskContext;
}

/** Dossiers to look at, with the facts that were read of them just now. */
export type Read = ReadonlyMap<DossierId, readonly DossierEvent[]>;

export interface Looked {
  readonly findings: readonly Findings[];
  readonly watched: readonly Watched[];
  readonly ended: readonly DossierId[];
}

interface Whole {
  readonly loaded: ReadonlyMap<DossierId, LoadedDossier>;
  /** Somebody wrote them between two of the statements that load them. */
  readonly torn: readonly DossierId[];
}

/**
 * Without locks, which the ledger would have to wait for: a dossier whose number of facts is the same after its clocks were read as
 * before was read whole. Of the others a further fact is on its way.
 */
async function loadWhole(wire: Wire, ids: readonly DossierId[]): Promise<Whole> {
  const [loaded, heads] = await Promise.all([
    loadDossiers(wire, ids, 'open'),
    wire.send(HEADS, [binaryArray('uuid', ids)]),
  ]);
  const seqs = new Map(heads.map((row) => [row.text() as DossierId, row.integer()]));
  const isTorn = (id: DossierId): boolean => loaded.get(id)?.file.dossier.seq !== seqs.get(id);
  const torn = ids.filter(isTorn);
  return { loaded: new Map([...loaded].filter(([id]) => !isTorn(id))), torn };
}

/** Whether the facts at hand are all since the dossier was last looked at, up to where its rows stand. */
function isComplete(facts: readonly DossierEvent[], watched: Watched | undefined, seq: number): boolean {
  if (facts.length > 0 && facts.at(-1)?.seq !== seq) return false;
  return watched === undefined ? facts.length > 0 : facts.length > 0 ? watched.looksAt !== BEHIND : watched.seq === seq;
}

/** Facts since the last look; read from the journal where what was handed over has a gap. */
async function factsSince(
  wire: Wire,
  read: Read,
  { loaded, watched }: { readonly loaded: Whole['loaded']; readonly watched: ReadonlyMap<DossierId, Watched> },
): Promise<Read> {
  const gaps = [...loaded].filter(
    ([id, { file }]) => !isComplete(read.get(id) ?? [], watched.get(id), file.dossier.seq),
  );
  const journals =
    gaps.length === 0
      ? new Map<DossierId, never>()
      : await loadJournals(
          wire,
          gaps.map(([id]) => id),
        );
  const since = new Map<DossierId, readonly DossierEvent[]>();
  for (const [id, { file }] of loaded) {
    const journal: readonly DossierEvent[] | undefined = journals.get(id);
    const from = watched.get(id)?.seq ?? 0;
    const whole = journal?.filter(({ seq }) => seq > from && seq <= file.dossier.seq);
    since.set(id, whole ?? (read.get(id) ?? []).filter(({ seq }) => seq > from));
  }
  return since;
}

/** Clocks that breached and do not show it any more: whose minutes those were is in segments that are closed. */
function needsPast({ clocks }: DossierFile, facts: readonly DossierEvent[]): boolean {
  return facts.some((event) => {
    if (event.type !== 'dossier.clockBreached.v1') return false;
    const { clockId, epoch } = event.data;
    const clock = clocks.find(({ id }) => id === clockId);
    return clock === undefined || clock.epoch !== epoch || clock.status === 'stopped' || !clock.breached;
  });
}

async function withPast(wire: Wire, loaded: Whole['loaded'], since: Read): Promise<Whole['loaded']> {
  const ids = [...loaded].filter(([id, { file }]) => needsPast(file, since.get(id) ?? [])).map(([id]) => id);
  if (ids.length === 0) return loaded;
  const whole = await loadDossiers(wire, ids, 'all');
  return new Map(
    [...loaded].map(([id, each]) => {
      const segments = whole.get(id)?.file.segments ?? each.file.segments;
      return [id, { ...each, file: { ...each.file, segments } }];
    }),
  );
}

export function concernedBy(dossier: Dossier): readonly AgencyId[] {
  return partiesOf(dossier)
    .filter(({ role }) => role !== 'consulted')
    .map(({ agencyId }) => agencyId);
}

interface Material {
  readonly standing: readonly StandingMember[];
  readonly facts: readonly DossierEvent[];
}

interface OneLook {
  readonly findings: Findings;
  readonly looksAt: number | null;
}

function lookAt(file: DossierFile, { standing, facts }: Material, { rulesOf, context }: LookPorts): OneLook {
  const { dossier } = file;
  const rules = rulesOf(dossier.pin);
  const grounds = groundsOf(file, rules, context);
  const changes = differences({ standing, grounds, facts, file });
  const looksAt = nextLook(file, rules, context);
  return { findings: { dossierId: dossier.id, changes, concerned: concernedBy(dossier) }, looksAt };
}

/** A dossier that cannot be worked out must not keep the alerts of all others from being raised: it is told to the operator. */
function lookSafely(file: DossierFile, material: Material, ports: LookPorts): OneLook | null {
  try {
    return lookAt(file, material, ports);
  } catch (error) {
    logFault('alerts', error);
    return null;
  }
}

/** Up to where a dossier that could not be read whole was looked at before: it is due again at once. */
function behind(id: DossierId, read: Read, watched: ReadonlyMap<DossierId, Watched>): Watched {
  const first = read.get(id)?.[0]?.seq;
  return { dossierId: id, seq: watched.get(id)?.seq ?? (first === undefined ? 0 : first - 1), looksAt: BEHIND };
}

/** Looks at the dossiers as they stand now. Pure reads; what is to be written is returned. */
export async function lookAtWhole(read: Read, ports: LookPorts): Promise<Looked> {
  const { wire } = ports;
  const ids = [...read.keys()];
  if (ids.length === 0) return { findings: [], watched: [], ended: [] };
  const [whole, watched, standing] = await Promise.all([
    loadWhole(wire, ids),
    watchedOf(wire, ids),
    standingOf(wire, ids),
  ]);
  await ports.acquaint([...whole.loaded.values()].map(({ file }) => file.dossier.pin));
  const since = await factsSince(wire, read, { loaded: whole.loaded, watched });
  const loaded = await withPast(wire, whole.loaded, since);
  const findings: Findings[] = [];
  const looked: Watched[] = whole.torn.map((id) => behind(id, read, watched));
  const gone = ids.filter((id) => !loaded.has(id) && !whole.torn.includes(id));
  const ended: DossierId[] = [...gone];
  for (const [id, { file }] of loaded) {
    const look = lookSafely(file, { standing: standing.get(id) ?? [], facts: since.get(id) ?? [] }, ports);
    if (look !== null) findings.push(look.findings);
    if (look !== null && isFinal(file.dossier.phase)) ended.push(id);
    else looked.push({ dossierId: id, seq: file.dossier.seq, looksAt: look?.looksAt ?? null });
  }
  return { findings, watched: looked, ended };
}
