/** A dossier at a minute at which a shared system goes down or comes back (ADR 0028): no fact of its own, but clocks and owners turn. */
import type { Dossier } from '../dossier/dossier.js';
import type { DossierFile, Rules } from '../dossier/file.js';
import type { OutageTurn } from '../dossier/outage-turns.js';
import { turnedClocks } from './advance-clocks.js';
import { turnedSegments } from './advance-segments.js';
import { withPlanRung } from './rungs/plan-rungs.js';

/** The dossier from that minute on. */
export function during(dossier: Dossier, { down, limitRests }: OutageTurn): Dossier {
  const { duringOutage: _, ...rest } = dossier;
  return down.length === 0 && !limitRests ? rest : { ...rest, duringOutage: { down, limitRests } };
}

/** The file from that minute on. Pure. */
export function turned(file: DossierFile, turn: OutageTurn, rules: Rules): DossierFile {
  const after = during(file.dossier, turn);
  const change = { after, at: turn.at, rules };
  return {
    dossier: after,
    clocks: withPlanRung({ dossier: after, clocks: turnedClocks(file.clocks, change), rules }),
    segments: turnedSegments(file.segments, change),
  };
}
