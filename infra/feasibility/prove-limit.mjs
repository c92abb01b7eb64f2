// @ts-check
/** One limit under the rule, with or without a way back: what is left to the decider, from when on it cannot be kept, the smallest repair. */
import { feasibilityOf, instantOf, synthesise, waysOut } from '@lien-thong/domain';
import { WORK_SHARES, questionOf } from './one-day-rule.mjs';

/** @typedef {import('@lien-thong/domain').FeasibilityQuestion} FeasibilityQuestion */
/** @typedef {import('@lien-thong/domain').Feasibility} Feasibility */
/** @typedef {import('@lien-thong/domain').SynthesisPolicy} SynthesisPolicy */
/** @typedef {import('./met-at-commune.mjs').Limit} Limit */
/** @typedef {ReturnType<typeof import('./one-day-rule.mjs').readOffices>} Offices */

/**
 * What a decision of some length comes to. `lateShare`: of the starts from which the worst case is late. `repair`: null when nothing is
 * to be repaired; the budgets that shrink, or the first of the other ways out that the proof calls safe.
 * @typedef {{ workShare: number, verdict: string, lateShare: number | null, repair: string | null }} AtWork
 */

/**
 * `left`: working minutes between the last leg and the limit at the worst start, when the decision itself takes none; negative: late
 * before any work. Null, with the reason as the verdict, where it cannot be computed.
 * @typedef {{ wayBack: boolean, left: number | null, worstStart: string | null, atWork: readonly AtWork[] }} Proved
 */

/**
 * Policies that differ here: the decision has no minute to give, so `proportional` cuts what `reserveForDecider` cuts; and without a way
 * back only the transfer can give.
 * @param {boolean} wayBack
 * @returns {readonly SynthesisPolicy[]}
 */
const policies = (wayBack) => (wayBack ? ['reserveForDecider', 'firstCome'] : ['reserveForDecider']);

/**
 * @param {FeasibilityQuestion} question
 * @param {boolean} wayBack
 * @returns {string} `transfer 480→360`, the name of another way out, or `nothing` where none is safe
 */
function smallestRepair(question, wayBack) {
  const cuts = policies(wayBack).flatMap((policy) => {
    const synthesis = synthesise(question, policy);
    return synthesis.outcome === 'cut' ? [synthesis] : [];
  });
  const [least] = cuts.sort((a, b) => a.cutMinutes - b.cutMinutes);
  if (least !== undefined) {
    return least.changes.map(({ leg, fromMinutes, toMinutes }) => `${leg} ${fromMinutes}→${toMinutes}`).join(', ');
  }
  const safe = waysOut({ ...question, policy: 'reserveForDecider' }).find(
    ({ feasibility }) => feasibility.computable && feasibility.verdict === 'SAFE',
  );
  return safe?.way ?? 'nothing';
}

/**
 * @param {Feasibility} proof
 * @returns {{ verdict: string, lateShare: number | null }}
 */
function said(proof) {
  return proof.computable
    ? { verdict: proof.verdict, lateShare: proof.worst.share }
    : { verdict: `cannot be computed: ${proof.reason}`, lateShare: null };
}

const SAFE = { verdict: 'SAFE', lateShare: 0, repair: null };

/**
 * @param {Limit} limit
 * @param {{ wayBack: boolean, offices: Offices, workShares?: readonly number[] }} how
 * @returns {Proved}
 */
export function proveLimit(limit, { wayBack, offices, workShares = WORK_SHARES }) {
  /** @param {number} workShare */
  const asked = (workShare) => questionOf({ limit, wayBack, workShare }, offices);
  const idle = feasibilityOf(asked(0));
  // Where nothing rests, what is used grows with every end (ADR 0019): who keeps the limit with most work keeps it with less.
  let safeBelow = -1;
  const atWork = [...workShares]
    .sort((a, b) => b - a)
    .map((workShare) => {
      if (workShare < safeBelow) return { workShare, ...SAFE };
      const question = asked(workShare);
      const proof = workShare === 0 ? idle : feasibilityOf(question);
      const isSafe = proof.computable && proof.verdict === 'SAFE';
      if (isSafe && !limit.transferExcluded) safeBelow = workShare;
      const repair = isSafe || !proof.computable ? null : smallestRepair(question, wayBack);
      return { workShare, ...said(proof), repair };
    });
  return {
    wayBack,
    left: idle.computable ? idle.worst.worstSlack : null,
    worstStart: idle.computable ? instantOf(idle.worst.worstStart) : null,
    atWork: atWork.reverse(),
  };
}
