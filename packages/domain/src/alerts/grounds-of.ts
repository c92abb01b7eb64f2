/**
 * Everything an open dossier calls somebody for now: what its clocks show, and what the risk list says of it. The alerts that stand are
 * held against this set, so they come right whatever was missed, and in whatever order it was looked at.
 */
import type { DossierFile, Rules } from '../dossier/file.js';
import { isFinal } from '../procedure/phase.js';
import type { Clock } from '../sla/clock.js';
import { ownerOf } from '../sla/owner-of.js';
import { riskView } from '../sla/risk/risk-view.js';
import type { Risk, RiskContext } from '../sla/risk/risk-view.js';
import { RISK_RULES, risks } from '../sla/risk/risks.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import { NOBODY, alertOwner, aroundOf } from './alert-owner.js';
import { clockGround, groundOfClock } from './clock-ground.js';
import { groundKey, rankOf } from './ground.js';
import type { AlertLevel, CommonCause, Ground } from './ground.js';

interface View {
  readonly file: DossierFile;
  readonly rules: Rules;
  readonly context: RiskContext;
}

const clockNamed = ({ file }: View, id: string | undefined): Clock | null =>
  file.clocks.find((clock) => clock.id === id) ?? null;

/** Who has the clock's minutes; the limit is nobody's own, so it is whoever has the dossier's. */
export function ownerOfClock({ dossier }: DossierFile, clock: Clock) {
  return alertOwner(clock.kind === 'legal' ? ownerOf(dossier) : clock.owner, aroundOf(dossier));
}

/** The finding of a risk, beside those that clocks show by themselves. */
function groundOf(
  risk: Risk,
  common: Pick<CommonCause, 'cause' | 'owner' | 'decision'> & Partial<CommonCause>,
  place: Place,
): Ground {
  const { rule, ...shared } = { system: null, about: null, ...common, rule: risk.rule as CommonCause['rule'] };
  return {
    common: { rule, ...shared },
    ...{ clockId: place.clockId, epoch: place.epoch },
    level: risk.level as AlertLevel,
    ...{ code: risk.cause.code, facts: risk.cause.facts, rungAt: place.rungAt, told: [] },
  };
}

interface Place {
  readonly clockId: string;
  readonly epoch: number;
  readonly rungAt: Ground['rungAt'];
}

const beside = (what: string): Place => ({ clockId: `-${what}`, epoch: 0, rungAt: null });

function atClock(clock: Clock | null): Place {
  return clock === null ? beside('') : { clockId: clock.id, epoch: clock.epoch, rungAt: null };
}

/** Figures that change by the minute are told with the minute they were read at. */
function readAt(risk: Risk, { context }: View): Risk {
  const facts = { ...risk.cause.facts, at: instantOf(minuteOf(context.now)) };
  return { ...risk, cause: { ...risk.cause, facts } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function groundsOfOutage(view: View, risk: Risk): readonly Ground[] {
  const { system, systems } = risk.cause.facts;
  const named = Array.isArray(systems) ? systems.map(textOf) : [textOf(system)];
  return named.map((each) =>
    groundOf(
      risk,
      { cause: 'systemDown', owner: { kind: 'system', agencyId: null }, decision: 'restoreSystem', system: each },
      beside(`:${each}`),
    ),
  );
}

/** Each conflict by its number in the journal, from the minute it was found. */
function groundOfConflict({ file }: View, risk: Risk): Ground {
  const { conflict, foundAt } = risk.cause.facts;
  const owner = alertOwner(risk.owner, aroundOf(file.dossier));
  const place = { ...beside(`:${String(conflict)}`), rungAt: minuteOf(textOf(foundAt) as Instant) };
  return groundOf(risk, { cause: 'conflictUnsettled', owner, decision: 'resolveConflict' }, place);
}

function groundOfUnknown(view: View, risk: Risk): Ground {
  const { dossier } = view.file;
  const { code } = risk.cause;
  const holder = alertOwner(ownerOf(dossier), aroundOf(dossier));
  if (code === 'calendarDoesNotReach') {
    const about = textOf(risk.cause.facts['calendar']);
    return groundOf(risk, { cause: code, owner: NOBODY, decision: 'find', about }, beside(`:${code}`));
  }
  const cause = code === 'jurisdictionUnknown' ? code : 'noPromise';
  return groundOf(risk, { cause, owner: holder, decision: risk.decision ?? 'find' }, beside(`:${code}`));
}

/** Findings of the risk list; what it says of clocks alone is left to `clockGround`, save for three quarters that no rung told. */
function groundsOfRisk(view: View, risk: Risk): readonly Ground[] {
  const { dossier } = view.file;
  const around = aroundOf(dossier);
  const clock = clockNamed(view, risk.evidence[0]);
  const owner = alertOwner(risk.owner ?? ownerOf(dossier), around);
  switch (risk.rule) {
    case 'structuralInfeasibility': {
      const about = `${dossier.pin.procedureCode}/${dossier.pin.procedureVersion}`;
      const common = {
        cause: 'infeasible',
        owner: { kind: 'agency', agencyId: dossier.holder },
        decision: risk.decision ?? 'find',
        about,
      } as const;
      return [groundOf(risk, common, atClock(clock))];
    }
    case 'remainingPlanExceedsRemainingTime':
      return [
        groundOf(
          readAt(risk, view),
          { cause: 'planTooLong', owner, decision: risk.decision ?? 'hurry' },
          atClock(clock),
        ),
      ];
    case 'deskClosesBeforeDue':
      return [groundOf(risk, { cause: 'deskCloses', owner, decision: 'hurry' }, atClock(clock))];
    case 'bouncedTwice':
      return [groundOf(risk, { cause: 'sentToAndFro', owner, decision: risk.decision ?? 'hurry' }, beside(''))];
    case 'systemOutage':
      return groundsOfOutage(view, risk);
    case 'openConflict':
      return [groundOfConflict(view, risk)];
    case 'cannotBeComputed':
      return [groundOfUnknown(view, risk)];
    case 'legAt75':
    case 'legAt100':
      // The rest of a day at its due instant and the breach are the clock's own to show; until then it is a warning.
      return clock === null ? [] : [groundOfClock(clock, 'warning', ownerOfClock(view.file, clock))];
    case 'supplementAboutToLapse':
      return clock === null || risk.level === 'breached'
        ? []
        : [groundOfClock(clock, risk.level as AlertLevel, ownerOfClock(view.file, clock))];
    case 'deliveryPending':
    case 'acceptancePending':
    case 'legAt50':
    case 'calendarProvisional':
      return [];
  }
}

/** Of the findings of one place the worst, of equals the first. */
function strongest(grounds: readonly Ground[]): readonly Ground[] {
  const kept = new Map<string, Ground>();
  for (const ground of grounds) {
    const key = groundKey(ground);
    const other = kept.get(key);
    if (other === undefined || rankOf(ground.level) > rankOf(other.level)) kept.set(key, ground);
  }
  return [...kept.values()];
}

/** What threatens an open dossier; of one that has ended only that a claim against its journal is not settled. */
function risksOf({ file, rules, context }: View): readonly Risk[] {
  if (isFinal(file.dossier.phase)) return RISK_RULES.openConflict.find(riskView(file, rules, context));
  return risks(file, rules, context).filter(({ level }) => level !== 'info');
}

/**
 * The findings, each once by (rule, clock, epoch). A dossier that has ended has none but its open conflicts. Depends on the file, its rules and the time
 * alone: looked at twice, or late, or by another process, it is the same set. Pure.
 */
export function groundsOf(file: DossierFile, rules: Rules, context: RiskContext): readonly Ground[] {
  const now = minuteOf(context.now);
  const view = { file, rules, context };
  const clocks = isFinal(file.dossier.phase) ? [] : file.clocks;
  const shown = clocks.flatMap((clock) => clockGround(clock, now, ownerOfClock(file, clock)) ?? []);
  const found = risksOf(view).flatMap((risk) => groundsOfRisk(view, risk));
  return strongest([...shown, ...found]);
}
