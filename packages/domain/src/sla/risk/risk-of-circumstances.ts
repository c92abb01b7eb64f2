/** Risks that lie in what happened to the dossier or around it. */
import { isFinal, SUSPENDABLE_PHASES } from '../../procedure/phase.js';
import type { Phase } from '../../procedure/phase.js';
import { MAX_BOUNCES } from '../../procedure/procedure.js';
import type { Clock } from '../clock.js';
import { ON_THE_WAY } from '../legal-clock.js';
import { agency, ownerOf } from '../owner-of.js';
import { requiredBy } from '../required-systems.js';
import type { Risk, RiskRule, RiskView } from './risk-view.js';
import { runningClocks } from './risk-view.js';

/** Sent back twice: the next refusal takes it out of the receiver's hands. */
export const bouncedTwice: RiskRule = ({ file }) => {
  const { bounces, phase, pin } = file.dossier;
  if (bounces < 2 || !ON_THE_WAY.includes(phase)) return [];
  const exhausted = bounces >= MAX_BOUNCES;
  const forward = phase === 'transferReturned' ? 'transfer' : null;
  return [
    {
      rule: 'bouncedTwice',
      level: exhausted ? 'high' : 'warning',
      cause: { code: exhausted ? 'attemptsExhausted' : 'sentBackTwice', facts: { bounces, bound: MAX_BOUNCES } },
      owner: agency(pin.receivingAgency),
      evidence: ['transfer'],
      decision: exhausted ? 'redirectTransfer' : forward,
    },
  ];
};

function liveClocks({ file }: RiskView): readonly Clock[] {
  return file.clocks.filter(({ status }) => status !== 'stopped');
}

/** A date that rests on a year whose notice is not loaded may still move. */
export const calendarProvisional: RiskRule = (view) => {
  const clocks = liveClocks(view).filter(({ certainty }) => certainty === 'provisional');
  if (clocks.length === 0) return [];
  const evidence = clocks.map(({ id }) => id);
  const facts = { calendar: view.rules.legal.version };
  return [
    {
      ...{ rule: 'calendarProvisional', level: 'info', owner: null, evidence, decision: null },
      cause: { code: 'yearWithoutNotice', facts },
    },
  ];
};

function legsWithoutSystem(view: RiskView): readonly Risk[] {
  const { phase } = view.file.dossier;
  const suspendable = (SUSPENDABLE_PHASES as readonly Phase[]).includes(phase);
  return runningClocks(view).flatMap((clock) => {
    const missing = requiredBy(clock.id, view.rules.procedure).filter((system) => view.systemsDown.includes(system));
    if (missing.length === 0) return [];
    return [
      {
        rule: 'systemOutage' as const,
        level: 'warning' as const,
        cause: { code: 'requiredSystemDown' as const, facts: { clock: clock.id, systems: missing } },
        owner: clock.owner,
        evidence: [clock.id],
        decision: suspendable ? ('suspend' as const) : null,
      },
    ];
  });
}

/** A shared system is down: the dossier is suspended for it, or a running leg needs it. */
export const systemOutage: RiskRule = (view) => {
  const { suspension } = view.file.dossier;
  if (suspension?.ground !== 'systemOutage') return legsWithoutSystem(view);
  return [
    {
      rule: 'systemOutage',
      level: 'warning',
      cause: { code: 'suspendedByOutage', facts: { system: suspension.system } },
      owner: { kind: 'system' },
      evidence: liveClocks(view).map(({ id }) => id),
      decision: 'resume',
    },
  ];
};

/**
 * A claim that contradicts the journal and that nobody has settled (ADR 0027): one finding for each. A second person settles it, of the
 * competent agency, or of the receiving one where the competent agency made the claim; ended dossiers included.
 */
export const openConflict: RiskRule = ({ file }) => {
  const { openConflicts = [], competentAgency, pin } = file.dossier;
  return openConflicts.map(({ conflict, foundAt, claimedBy, contradicts }) => ({
    rule: 'openConflict',
    level: 'high',
    cause: { code: 'claimContradictsJournal', facts: { conflict, contradicts: contradicts.seq, foundAt } },
    owner: agency(competentAgency === claimedBy ? pin.receivingAgency : (competentAgency ?? pin.receivingAgency)),
    evidence: [],
    decision: 'resolveConflict',
  }));
};

/** Unknown is never green: no calendar that far, nobody competent, no promise (law 8). */
export const cannotBeComputed: RiskRule = (view) => {
  const { dossier } = view.file;
  const base = { rule: 'cannotBeComputed', level: 'unknown' } as const;
  const risks: Risk[] = [];
  const clocks = view.file.clocks.filter(({ certainty }) => certainty === 'notComputable');
  if (clocks.length > 0) {
    const cause = { code: 'calendarDoesNotReach', facts: { calendar: view.rules.legal.version } } as const;
    risks.push({ ...base, cause, owner: null, evidence: clocks.map(({ id }) => id), decision: null });
  }
  if (dossier.phase === 'jurisdictionPending') {
    const cause = { code: 'jurisdictionUnknown', facts: {} } as const;
    risks.push({ ...base, cause, owner: ownerOf(dossier), evidence: ['transfer'], decision: 'resolveJurisdiction' });
  }
  if (dossier.promise === null && dossier.receivedAt !== null && !isFinal(dossier.phase)) {
    risks.push({ ...base, cause: { code: 'noPromise', facts: {} }, owner: null, evidence: [], decision: null });
  }
  return risks;
};
