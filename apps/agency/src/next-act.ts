/** What this office does next about a dossier, and when: its policy in one place. */
import type { NewAct } from '@lien-thong/client';
import type { Case } from './case.js';
import type { Policy, TimedAct } from './config.js';
import { dueAfter } from './duration.js';
import { isAbout, minutesFor, outcomeFor, refusalFor } from './pace.js';

type Body = Extract<NewAct, { target: { code: string } | { opening: string } }>['body'];

export interface NextAct {
  readonly body: Body;
  /** RFC 3339, UTC+7. */
  readonly dueAt: string;
}

/** What software does by itself has no office hours. */
const WITHOUT_HANDS: ReadonlySet<TimedAct> = new Set(['confirmDelivery', 'confirmResultArrival']);

/** Null when it is somebody else's turn, or a person's. */
export function nextAct(of: Case, me: string, policy: Policy): NextAct | null {
  const chosen = choice(of, me, policy);
  if (chosen === null) return null;
  const [act, body] = chosen;
  const minutes = minutesFor(act, of, policy);
  if (minutes === null) return null;
  return { body, dueAt: dueAfter(of.since, minutes, WITHOUT_HANDS.has(act) ? null : policy.hours) };
}

type Choice = readonly [TimedAct, Body] | null;

function choice(of: Case, me: string, policy: Policy): Choice {
  const received = of.receiving === me ? atTheCounter(of, policy) : null;
  const addressed = of.addressed === me ? atTheGate(of, me, policy) : null;
  const competent = of.competent === me ? atTheDesk(of, policy) : null;
  return received ?? addressed ?? competent;
}

/** What the receiving agency does. */
function atTheCounter({ phase, notified, refusedFor }: Case, { whenReturned }: Policy): Choice {
  switch (phase) {
    case 'received':
      return ['transfer', { type: 'transfer', copy: 'electronic' }];
    case 'transferReturned':
      // Without jurisdiction there it must go elsewhere, and only a person knows where.
      return whenReturned === 'transferAgain' && refusedFor !== 'wrongJurisdiction'
        ? ['transfer', { type: 'transfer', copy: 'electronic' }]
        : null;
    case 'awaitingSupplement':
      return ['supplement', { type: 'provideSupplement', copy: 'electronic', documents: [] }];
    case 'resultInTransfer':
      return ['confirmResultArrival', { type: 'confirmResultArrival' }];
    case 'readyForReturn':
      return notified
        ? ['returnResult', { type: 'returnResult', means: 'counter' }]
        : ['notify', { type: 'notifyApplicant', means: 'sms' }];
    default:
      return null;
  }
}

/** What the agency a dossier was sent to does before it has it. */
function atTheGate(of: Case, me: string, policy: Policy): Choice {
  const { competentFor, suggestedAgency, seed } = policy;
  if (of.phase === 'inTransfer') return ['confirmDelivery', { type: 'confirmDelivery' }];
  if (of.phase !== 'awaitingAcceptance') return null;
  const refusal = refusalFor(of, me, policy);
  if (refusal !== null) {
    const { reason, suggestedAgency: elsewhere } = refusal;
    const named = elsewhere === undefined ? {} : { suggestedAgency: elsewhere };
    return ['accept', { type: 'refuseTransfer', reason, ...named }];
  }
  if (competentFor === null || isAbout(of, competentFor, seed)) return ['accept', { type: 'acceptTransfer' }];
  const suggestion = suggestedAgency === null ? {} : { suggestedAgency };
  return ['accept', { type: 'refuseTransfer', reason: 'wrongJurisdiction', ...suggestion }];
}

/** What the competent agency does. */
function atTheDesk(of: Case, policy: Policy): Choice {
  if (of.phase === 'decided') return ['dispatchResult', { type: 'dispatchResult', copy: 'electronic' }];
  if (of.phase !== 'processing') return null;
  const asked = of.supplements > 0 ? undefined : policy.ask.find((rule) => isAbout(of, rule, policy.seed));
  if (asked === undefined) return ['decide', { type: 'decide', outcome: outcomeFor(of, policy), documents: [] }];
  return ['ask', { type: 'requestSupplement', components: asked.components, reason: asked.reason }];
}
