/** The one list of risk rules (DESIGN 4.9). A rule is a function named for what it says; each stands in one place. */
import type { DossierFile, Rules } from '../dossier/file.js';
import { bouncedTwice, calendarProvisional, cannotBeComputed, systemOutage } from './risk-of-circumstances.js';
import {
  acceptancePending,
  deliveryPending,
  legAt100,
  legAt50,
  legAt75,
  supplementAboutToLapse,
} from './risk-of-clocks.js';
import { deskClosesBeforeDue, remainingPlanExceedsRemainingTime, structuralInfeasibility } from './risk-of-plans.js';
import type { Risk, RiskContext, RiskRule, RiskRuleName } from './risk-view.js';
import { riskView } from './risk-view.js';

export const RISK_RULES: { readonly [Name in RiskRuleName]: RiskRule } = {
  structuralInfeasibility,
  deliveryPending,
  acceptancePending,
  legAt50,
  legAt75,
  legAt100,
  remainingPlanExceedsRemainingTime,
  bouncedTwice,
  supplementAboutToLapse,
  deskClosesBeforeDue,
  calendarProvisional,
  systemOutage,
  cannotBeComputed,
};

/** What threatens the dossier now, in the order of the rules; empty when nothing does and everything is known. Pure. */
export function risks(file: DossierFile, rules: Rules, context: RiskContext): readonly Risk[] {
  const view = riskView(file, rules, context);
  return Object.values(RISK_RULES).flatMap((rule) => rule(view));
}
