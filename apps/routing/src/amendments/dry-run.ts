/** What an amendment would make of each dossier as it stands: nothing is changed. */
import { amendmentOf, isRefusal, refuse } from '@lien-thong/domain';
import type { AmendmentOutcome, DossierFile, DossierId, Instant, Refusal } from '@lien-thong/domain';
import type { LiveReference } from '../reference/live-reference.js';
import { loadDossiers } from '../store/dossier-loading.js';
import type { Wire } from '../store/wire.js';
import { addAffected, digestOf } from './affected-rows.js';
import type { Affected } from './affected-rows.js';
import { endLook, lookOn } from './amendment-rows.js';
import type { Amendment } from './amendment-rows.js';

const NEXT = {
  name: 'amendment-next',
  text: `select d.id from dossier d where d.ended_at is null and d.procedure_code = $1 and d.procedure_version = any ($2::integer[])
    and d.id > $3::uuid and ($4::text[] is null or d.receiving = any ($4)) and ($5::text[] is null or d.phase = any ($5))
    and ($6::timestamptz is null or d.received_at >= $6) and ($7::timestamptz is null or d.received_at < $7)
    order by d.id limit $8`,
};
/** Dossiers looked at in one transaction. */
const WINDOW = 500;

interface Looking {
  readonly reference: LiveReference;
  readonly now: Instant;
}

function judged(
  file: DossierFile,
  amendment: Amendment,
  { reference, now }: Looking,
): AmendmentOutcome | Refusal | null {
  const { pin } = file.dossier;
  const { policy, toVersion } = amendment;
  if (policy === 'grandfather') return null;
  try {
    const from = reference.rulesOf(pin);
    const to = reference.rulesOf({ ...pin, procedureVersion: toVersion });
    return amendmentOf({ file, now, from, to, policy });
  } catch (error) {
    // One that cannot be worked out is told and stays; the others are looked at all the same (law 8).
    return refuse('amendment-not-computable', { reason: String(error).slice(0, 200) });
  }
}

function rowOf(file: DossierFile, amendment: Amendment, looking: Looking): Affected {
  const { id, code, phase, pin } = file.dossier;
  const base = { dossierId: id, code, fromVersion: pin.procedureVersion, phase, limitBefore: pin.limit };
  const outcome = judged(file, amendment, looking);
  const nothing = { limitAfter: null, limitBy: null, dueAfter: null, becomesOverdue: [], loses: [], image: null };
  const dueBefore = file.clocks.find((clock) => clock.id === 'legal')?.dueAt ?? null;
  if (outcome === null) return { ...base, ...nothing, dueBefore, dueAfter: dueBefore, refusal: null, state: 'stays' };
  if (isRefusal(outcome)) {
    return { ...base, ...nothing, dueBefore, refusal: { code: outcome.code, facts: outcome.facts }, state: 'stays' };
  }
  const { data, image, becomesOverdue, loses } = outcome;
  const limits = {
    limitAfter: data.limit,
    limitBy: data.limitBy,
    dueBefore: outcome.dueBefore,
    dueAfter: outcome.dueAfter,
  };
  return { ...base, ...limits, becomesOverdue, loses, image: { ...image }, refusal: null, state: 'moves' };
}

/** Looks at the next dossiers. With the last of them the dry run is complete and has its digest. */
export async function lookFurther(wire: Wire, amendment: Amendment, { reference, now }: Looking): Promise<void> {
  const { id, procedure, fromVersions, place, selection } = amendment;
  const { receivingAgencies = null, phases = null, receivedFrom = null, receivedBefore = null } = selection;
  const filters = [receivingAgencies, phases, receivedFrom, receivedBefore];
  const rows = await wire.select<{ id: DossierId }>(NEXT, [procedure, fromVersions, place, ...filters, WINDOW]);
  const ids = rows.map((row) => row.id);
  if (ids.length > 0) {
    const loaded = await loadDossiers(wire, ids, 'open');
    const at = { reference, now };
    const found = ids.flatMap((each) => {
      const stored = loaded.get(each);
      return stored === undefined ? [] : [rowOf(stored.file, amendment, at)];
    });
    await addAffected(wire, id, found);
    await lookOn(wire, id, ids.at(-1) ?? place);
  }
  if (ids.length < WINDOW) await endLook(wire, id, { at: now, digest: await digestOf(wire, id) });
}
