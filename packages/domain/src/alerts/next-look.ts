/** When time alone may change what `groundsOf` finds: the dossier is to be looked at again then, and not before. */
import type { DossierFile, Rules } from '../dossier/file.js';
import { isFinal } from '../procedure/phase.js';
import type { Clock } from '../sla/clock.js';
import { askedOrNull } from '../sla/outside.js';
import { warningInstant } from '../sla/rungs/rung-instants.js';
import type { RiskRuleName } from '../sla/risk/risk-causes.js';
import { RISK_RULES } from '../sla/risk/risks.js';
import { riskView } from '../sla/risk/risk-view.js';
import type { RiskContext } from '../sla/risk/risk-view.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { restsAtDue, toldBy } from './clock-ground.js';
import { rankOf } from './ground.js';
import type { AlertLevel } from './ground.js';

interface Look {
  readonly file: DossierFile;
  readonly rules: Rules;
  readonly context: RiskContext;
}

/** How grave the rule finds it at the minute; 0: not at all. */
function gravityAt(rule: RiskRuleName, { file, rules, context }: Look, minute: Minute): number {
  const found = RISK_RULES[rule].find(riskView(file, rules, { ...context, now: instantOf(minute) }));
  const ranks = found.filter(({ level }) => level !== 'info').map(({ level }) => rankOf(level as AlertLevel));
  return ranks.reduce((sum, rank) => sum + rank, 0);
}

/**
 * First minute after `from`, up to `to`, at which the rule finds it graver. While nothing happens to the dossier these rules only get
 * graver up to the instant they speak of, so halving finds it.
 */
function firstGraver(
  rule: RiskRuleName,
  look: Look,
  { from, to }: { readonly from: Minute; readonly to: Minute },
): Minute | null {
  if (to <= from) return null;
  const now = gravityAt(rule, look, from);
  if (gravityAt(rule, look, to) <= now) return null;
  let [low, high] = [from as number, to as number];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2) as Minute;
    if (gravityAt(rule, look, middle) > now) high = middle;
    else low = middle;
  }
  return high as Minute;
}

/** The share that is told without a rung, and the rest of a day at whose due instant a limit stands. */
function ofClock(clock: Clock, { rules }: Look): readonly (Minute | null)[] {
  if (clock.status !== 'running') return [];
  const share = toldBy(clock).length > 0 ? null : askedOrNull(() => warningInstant(clock, 75, rules.legal));
  const isTold = share !== null && clock.warnAt !== null && clock.warnAt <= share;
  return [isTold ? null : share, restsAtDue(clock) ? clock.dueAt : null];
}

/** Last minute at which it is not overdue: until then the plan may show that it will be. */
function lastInTime({ dueAt, breachFiresAt }: Clock): Minute | null {
  return breachFiresAt === null ? dueAt : ((breachFiresAt - 1) as Minute);
}

const beforeDue = ({ dueAt }: Clock): Minute | null => (dueAt === null ? null : ((dueAt - 1) as Minute));

/**
 * The first minute after now at which the findings may be others although nothing has happened; null when only a fact can change them.
 * Rungs are not among them: they come as facts. Pure.
 */
export function nextLook(file: DossierFile, rules: Rules, context: RiskContext): Minute | null {
  if (isFinal(file.dossier.phase)) return null;
  const look = { file, rules, context };
  const from = minuteOf(context.now);
  const running = file.clocks.filter(({ status }) => status === 'running');
  const due = running.flatMap((clock) => beforeDue(clock) ?? []).sort((a, b) => b - a);
  const graver = (rule: RiskRuleName, to: Minute | null | undefined): Minute | null =>
    to === null || to === undefined ? null : firstGraver(rule, look, { from, to });
  const legal = running.find(({ kind }) => kind === 'legal');
  const awaited = running.find(({ kind }) => kind === 'supplement' || kind === 'payment');
  const minutes = [
    ...running.flatMap((clock) => ofClock(clock, look)),
    graver('remainingPlanExceedsRemainingTime', legal === undefined ? null : lastInTime(legal)),
    graver('supplementAboutToLapse', awaited === undefined ? null : beforeDue(awaited)),
    ...deskLooks(look, { from, due }),
  ];
  return minutes.reduce<Minute | null>((least, each) => earliest(least, each, from), null);
}

/** Desks of several clocks close at times of their own: looked for up to each due instant, beginning with the next. */
function deskLooks(
  look: Look,
  { from, due }: { readonly from: Minute; readonly due: readonly Minute[] },
): readonly (Minute | null)[] {
  const rule = 'deskClosesBeforeDue';
  const ends = due.filter((minute) => minute > from).reverse();
  const standing = gravityAt(rule, look, from) > 0;
  // While a desk stays closed, the finding ends with the due instant it speaks of.
  const over = standing ? ends.map((minute) => (minute + 1) as Minute) : [];
  return [...over, ...ends.map((to) => firstGraver(rule, look, { from, to }))];
}

function earliest(least: Minute | null, each: Minute | null, from: Minute): Minute | null {
  if (each === null || each <= from) return least;
  return least === null || each < least ? each : least;
}
