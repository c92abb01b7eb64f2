import { rulesFor, vn } from '../../testing/office-directory.js';
import { accepted, delivered, received, sent } from '../../testing/office-steps.js';
import { given } from '../../testing/office.js';
import type { Step, Story } from '../../testing/office.js';
import { procedureForTest } from '../../testing/procedures.js';
import type { ProcedureInput } from '../../testing/procedures.js';
import { risks } from './risks.js';
import type { RiskLevel, RiskRuleName } from './risk-causes.js';
import type { Risk } from './risk-view.js';

/** What one rule finds at a time. */
export function found(story: Story, rule: RiskRuleName, at: string): readonly Risk[] {
  return foundWithout([], story, { rule, at });
}

/** What one rule finds while these shared systems are down. */
export function foundWithout(
  systemsDown: readonly string[],
  story: Story,
  { rule, at }: { readonly rule: RiskRuleName; readonly at: string },
): readonly Risk[] {
  if (story.file === null) throw new Error('no dossier');
  return risks(story.file, story.rules, { now: vn(at), systemsDown }).filter((risk) => risk.rule === rule);
}

export function levels(story: Story, rule: RiskRuleName, at: string): readonly RiskLevel[] {
  return found(story, rule, at).map(({ level }) => level);
}

export const CODE = '1.004873';
export const MONDAY = '2026-11-16 08:00';
/** Received by Hải An, sent, delivered and accepted by Đông Hải within the same minute of that Monday. */
export const atOnce: readonly Step[] = [
  received(CODE, MONDAY),
  sent('electronic', MONDAY),
  delivered(MONDAY),
  accepted(MONDAY),
];

export function told(overrides: Partial<ProcedureInput>, ...steps: readonly Step[]): Story {
  return given(rulesFor(procedureForTest(overrides)), steps);
}

/** The one case of a procedure with this limit in every channel. */
export function standard(limit: string): ProcedureInput['cases'] {
  return [
    {
      key: 'standard',
      name: 'Thông thường',
      nameEn: 'Standard',
      limits: { counter: limit, online: limit, post: limit },
    },
  ];
}
