/** Two accounts of the same time laid on each other: where the minutes have another owner (ADR 0028). */
import type { EventData } from '../dossier/events.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import { instantOf } from '../time/instant.js';
import type { Instant, Minute } from '../time/instant.js';
import { segmentsUntil } from './attribution.js';
import { askedOrNull } from './outside.js';
import { sameOwner } from './owner.js';
import type { Owner } from './owner.js';
import type { Segment } from './segment.js';

type MovedStretch = EventData<'dossier.outageRelieved.v1'>['segments'][number];

const told = (owner: Owner): MovedStretch['ownerBefore'] => ({
  kind: owner.kind,
  agencyId: owner.kind === 'agency' ? owner.agencyId : null,
});

function ownerAt(segments: readonly Segment[], minute: Minute): Owner | null {
  return segments.find(({ from, to }) => from <= minute && to !== null && minute < to)?.owner ?? null;
}

/** Stretches up to `now` whose owner is another in `base`, with their working minutes. Pure. */
export function movedStretches(
  { before, base }: { readonly before: DossierFile; readonly base: DossierFile },
  now: Instant,
  rules: Rules,
): MovedStretch[] {
  const [was, is] = [segmentsUntil(before.segments, now, rules), segmentsUntil(base.segments, now, rules)];
  const times = [...new Set([...was, ...is].flatMap(({ from, to }) => (to === null ? [from] : [from, to])))];
  times.sort((a, b) => a - b);
  return times.flatMap((from, place) => {
    const to = times[place + 1];
    const [ownerBefore, ownerAfter] = [ownerAt(was, from), ownerAt(is, from)];
    if (to === undefined || ownerBefore === null || ownerAfter === null || sameOwner(ownerBefore, ownerAfter))
      return [];
    const legalMinutes = askedOrNull(() => rules.legal.workBetween(from, to));
    const span = { from: instantOf(from), to: instantOf(to) };
    return [{ ...span, ownerBefore: told(ownerBefore), ownerAfter: told(ownerAfter), legalMinutes }];
  });
}
