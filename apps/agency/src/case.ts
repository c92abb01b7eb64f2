/** A dossier as this office knows it: what the facts of the feed come to, no more than its policy needs. */
import type { FeedFact, Phase } from '@lien-thong/client';

export interface Case {
  readonly dossierId: string;
  readonly code: string;
  readonly phase: Phase;
  readonly seq: number;
  /** Fact that brought it into this phase, and when that happened at the counter. */
  readonly phaseFact: string;
  readonly since: string;
  readonly procedure: string;
  /** Commune codes it names: residence, asset, head office. */
  readonly communes: readonly string[];
  readonly receiving: string;
  /** Whoever decides: the agency that has accepted it, or the receiver itself. */
  readonly competent: string | null;
  /** Whom it was sent to last. */
  readonly addressed: string | null;
  /** Agencies that sent it back, once for each time; and why the last one did. */
  readonly refusedBy: readonly string[];
  readonly refusedFor: string | null;
  readonly supplements: number;
  readonly notified: boolean;
}

const NOTHING_YET = {
  ...{ code: '', procedure: '', communes: [], receiving: '', competent: null, addressed: null },
  ...{ refusedBy: [], refusedFor: null },
};

/** The case after one more fact. Pure; facts come in the order of the journal. */
export function caseAfter(
  before: Case | null,
  { id, dossierId, type, seq, phase, occurredAt, actor, fact }: FeedFact,
): Case {
  const known = before ?? {
    dossierId,
    ...NOTHING_YET,
    supplements: 0,
    notified: false,
    phase,
    seq,
    phaseFact: id,
    since: occurredAt,
  };
  const entered = before === null || before.phase !== phase;
  const base = { ...known, seq, phase, ...(entered ? { phaseFact: id, since: occurredAt } : {}) };
  switch (type) {
    case 'dossier.submitted.v1':
    case 'dossier.received.v1':
      return { ...base, ...intakeOf(fact, phase) };
    case 'dossier.jurisdictionResolved.v1':
      return { ...base, code: String(fact['code']), ...competentIf(phase, base.receiving) };
    case 'dossier.transferDispatched.v1':
    case 'dossier.transferRedirected.v1':
      return { ...base, addressed: textOrNull(fact['to']), phaseFact: id, since: occurredAt };
    case 'dossier.transferAccepted.v1':
      return { ...base, competent: actor.agencyId };
    case 'dossier.transferRefused.v1':
      return {
        ...base,
        refusedBy: [...base.refusedBy, actor.agencyId ?? ''],
        refusedFor: textOrNull(fact['reason']),
      };
    case 'dossier.supplementRequested.v1':
      return { ...base, supplements: base.supplements + 1 };
    case 'dossier.applicantNotified.v1':
      // What follows is counted from here.
      return { ...base, notified: true, phaseFact: id, since: occurredAt };
    default:
      return base;
  }
}

function intakeOf(
  fact: FeedFact['fact'],
  phase: Phase,
): Pick<Case, 'code' | 'procedure' | 'communes' | 'receiving' | 'competent'> {
  const { procedureCode, receivingAgency } = fact['pin'] as { procedureCode: string; receivingAgency: string };
  const places = Object.values((fact['jurisdiction'] ?? {}) as Record<string, { communeCode?: string }>);
  return {
    ...{ code: String(fact['code']), procedure: procedureCode, receiving: receivingAgency },
    communes: places.flatMap(({ communeCode }) => communeCode ?? []),
    competent: null,
    ...competentIf(phase, receivingAgency),
  };
}

/** A dossier that is worked on without having been sent is worked on by its receiver. */
function competentIf(phase: Phase, receiving: string): { readonly competent?: string } {
  return phase === 'processing' ? { competent: receiving } : {};
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
