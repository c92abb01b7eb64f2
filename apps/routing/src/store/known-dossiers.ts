/** Dossiers as this process last loaded or wrote them, so that the next act need not read them again. */
import type { DossierWrite, LoadedDossier, Party } from '@lien-thong/engine';
import type { Clock, Dossier, DossierId, Segment } from '@lien-thong/domain';
import { Recent } from './recent.js';

/** A few kilobytes each. */
const MOST_KNOWN = 8_192;
/** Codes are small: more of them are kept than dossiers. */
const CODES_OF_ONE = 8;

/** What the row of a dossier says of its journal, read under the row's lock. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/**
 * A dossier is the fold of its journal (law 1), and the hash of its last event stands for the whole journal: while the locked row
 * shows the hash this was made from, nothing has happened since, whoever else writes. Any other hash, and it is loaded anew.
 */
export class KnownDossiers {
  private readonly known: Recent<DossierId, LoadedDossier>;
  private readonly codes: Recent<string, DossierId>;

  constructor(most = MOST_KNOWN) {
    this.known = new Recent(most);
    this.codes = new Recent(most * CODES_OF_ONE);
  }

  has(id: DossierId): boolean {
    return this.known.get(id) !== undefined;
  }

  /** The dossier, if it is known just as the locked row has it. */
  at(id: DossierId, head: Head | undefined): LoadedDossier | undefined {
    const loaded = this.known.get(id);
    return loaded !== undefined && head !== undefined && isAt(loaded.file.dossier, head) ? loaded : undefined;
  }

  /** Only what is committed. */
  keep(id: DossierId, loaded: LoadedDossier): void {
    this.known.set(id, loaded);
    this.leads(loaded.file.dossier.code, id);
  }

  /** A code that has once led to a dossier leads there for ever (DESIGN 4.7), so this need not be asked twice. */
  idOf(code: string): DossierId | undefined {
    return this.codes.get(code);
  }

  leads(code: string, id: DossierId): void {
    this.codes.set(code, id);
  }
}

function isAt({ seq, hash }: Dossier, head: Head): boolean {
  return seq === head.seq && hash === head.hash;
}

/** What `load` would give after the write: `before` is what it gave before, null for a dossier that begins with it. */
export function afterWrite(before: LoadedDossier | null, write: DossierWrite): LoadedDossier {
  const { dossier } = write;
  const kept = write.replaceAll ? undefined : before?.file;
  const file = {
    dossier,
    clocks: replaced(kept?.clocks ?? [], write.clocks),
    segments: stillOpen(kept?.segments ?? [], write.segments),
  };
  return { file, parties: joined(before?.parties ?? [], write.parties) };
}

/** Clocks in the order of their ids, as they are loaded. Ids are ASCII: code units order them as Postgres's "C" does. */
function replaced(before: readonly Clock[], changed: readonly Clock[]): readonly Clock[] {
  if (changed.length === 0) return before;
  const clocks = before.filter(({ id }) => !changed.some((clock) => clock.id === id));
  return [...clocks, ...changed].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function stillOpen(before: readonly Segment[], changed: readonly Segment[]): readonly Segment[] {
  if (changed.length === 0) return before;
  const others = before.filter(({ n }) => !changed.some((segment) => segment.n === n));
  return [...others, ...changed.filter(({ to }) => to === null)];
}

function joined(before: readonly Party[], more: readonly Party[]): readonly Party[] {
  const others = more.filter(
    ({ agencyId, role }) => !before.some((party) => party.agencyId === agencyId && party.role === role),
  );
  return others.length === 0 ? before : [...before, ...others];
}
