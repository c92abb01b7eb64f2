/** Random but lifelike histories: mostly what the office could do next, now and then something it could not. */
import { commandsFor } from '../dossier/allowed.js';
import { COMMAND_TYPES } from '../dossier/commands.js';
import type { CommandType } from '../dossier/commands.js';
import type { ActingParty } from '../kernel/actor.js';
import { ENGINE } from '../kernel/actor.js';
import { instantFromMillis, millisOf } from '../time/instant.js';
import type { Instant } from '../time/instant.js';
import {
  BEYOND,
  DONG_HAI,
  DUC_PHO,
  HAI_AN,
  NGO_QUYEN,
  NOBODYS,
  PLANNING,
  TAX_OFFICE,
  clerkOf,
  livingIn,
  supervisorOver,
} from './office-directory.js';
import { intake } from './office-steps.js';
import type { CommandInput, Step, Story } from './office.js';

/** One turn of the walk; numbers choose among what there is. */
export interface Turn {
  readonly pick: number;
  readonly variant: number;
  /** Minutes that pass before it. */
  readonly minutes: number;
  /** Minutes the act is declared back; it may then be refused. */
  readonly back: number;
  /** `likely`: something the office could do. `any`: any command by anybody. `sweep`: the sweep runs. */
  readonly kind: 'likely' | 'any' | 'sweep';
}

export const WALKERS: readonly ActingParty[] = [
  clerkOf(HAI_AN),
  clerkOf(DONG_HAI),
  clerkOf(NGO_QUYEN),
  clerkOf(TAX_OFFICE),
  clerkOf(PLANNING),
  clerkOf(DUC_PHO),
  supervisorOver(HAI_AN, DONG_HAI, NGO_QUYEN),
  ENGINE,
];
const PLACES = [livingIn('11411'), livingIn('11359'), livingIn('11413'), NOBODYS, BEYOND];

/** The variant-th of the choices, round and round. */
function of<T>(choices: readonly [T, ...T[]] | readonly T[], variant: number): T {
  const chosen = choices[variant % choices.length];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}

const COPIES = ['electronic', 'paper'] as const;
const STEPS = ['appraisal', 'signature', 'printing'] as const;
const OPINIONS = ['tax', 'planning'] as const;

/** A command of the type, sensible as often as not. */
function commandOf(type: CommandType, v: number, { rules, now }: Story): CommandInput {
  const code = rules.procedure.code;
  const place = of(PLACES, v);
  const opinion = of(OPINIONS, v);
  const later = (minutes: number): Instant => instantFromMillis(millisOf(now) + minutes * 60_000);
  const commands: { readonly [T in CommandType]: Extract<CommandInput, { type: T }> } = {
    submit: { type: 'submit', intake: intake(code, { channel: 'online', place }) },
    receive: {
      type: 'receive',
      ...(v % 4 === 3 ? {} : { intake: intake(code, { place }) }),
      ...(v % 3 === 0 ? { holdForJurisdiction: { reason: 'ask-province' } } : {}),
    },
    refuseReception: { type: 'refuseReception', reason: 'not-complete' },
    resolveJurisdiction: { type: 'resolveJurisdiction', jurisdiction: of(PLACES.slice(0, 4), v) },
    transfer: { type: 'transfer', copy: of(COPIES, v), ...(v % 3 === 0 ? { jurisdiction: place } : {}) },
    confirmDelivery: { type: 'confirmDelivery' },
    acceptTransfer: { type: 'acceptTransfer' },
    refuseTransfer: { type: 'refuseTransfer', reason: of(['wrongJurisdiction', 'incompleteCopy'] as const, v) },
    recallTransfer: { type: 'recallTransfer', reason: 'sent-in-error' },
    redirectTransfer: { type: 'redirectTransfer', to: of([NGO_QUYEN, DONG_HAI, null], v), copy: of(COPIES, v), reason: 'lapse' },
    assign: { type: 'assign', officerId: `officer-${v % 5}` },
    startStep: { type: 'startStep', step: of(STEPS, v) },
    completeStep: { type: 'completeStep', step: of(STEPS, v) },
    requestConsultation: {
      type: 'requestConsultation',
      consultation: opinion,
      agencyId: opinion === 'tax' ? TAX_OFFICE : PLANNING,
    },
    answerConsultation: { type: 'answerConsultation', consultation: opinion, outcome: 'agreed' },
    cancelConsultation: { type: 'cancelConsultation', consultation: opinion, reason: 'not-needed' },
    requestSupplement: { type: 'requestSupplement', components: ['map'], reason: 'missing' },
    provideSupplement: { type: 'provideSupplement', copy: of(COPIES, v) },
    requestPayment: { type: 'requestPayment', feeCode: 'fee', amountVnd: 1000 + v },
    confirmPayment: { type: 'confirmPayment', receiptNumber: `R${v}` },
    suspend: {
      type: 'suspend',
      evidence: 'QD-12',
      ...of([{ ground: 'systemOutage', system: 'landRegister' }, { ground: 'courtOrder' }] as const, v),
    },
    resume: { type: 'resume' },
    decide: { type: 'decide', outcome: of(['granted', 'refused'] as const, v) },
    dispatchResult: { type: 'dispatchResult', copy: of(COPIES, v) },
    confirmResultArrival: { type: 'confirmResultArrival' },
    notifyApplicant: { type: 'notifyApplicant', means: 'sms' },
    returnResult: { type: 'returnResult', means: 'counter' },
    withdraw: { type: 'withdraw' },
    close: { type: 'close', ground: of(['legalGround', 'supplementTimeout', 'paymentTimeout'] as const, v), legalBasis: 'art. 9' },
    extend: { type: 'extend', by: of(['1wd', '8wh', '40wd'], v), legalBasis: 'art. 9' },
    apologise: { type: 'apologise', reason: 'overload', newPromise: later(of([60, 100_000], v)) },
    correctReception: {
      type: 'correctReception',
      receivedAt: later(-of([0, 30, 600], v)),
      reason: 'typed-late',
      ...(v % 2 === 0 ? { approvedBy: 'head-1' } : {}),
    },
  };
  return commands[type];
}

/** Acts that end a dossier, or no walk would get far. */
const ENDS: readonly CommandType[] = ['withdraw', 'close', 'refuseReception'];

interface Choice {
  readonly by: ActingParty;
  readonly command: CommandType;
}

/** What one actor could do; ends come only with one variant in sixteen. */
function couldDo(by: ActingParty, { file, rules }: Story, { variant }: Turn): readonly Choice[] {
  if (file === null) return [{ by: clerkOf(HAI_AN), command: of(['submit', 'receive', 'receive'] as const, variant) }];
  return commandsFor(file, by, rules)
    .filter(({ command, allowed }) => allowed && (variant % 16 === 0 || !ENDS.includes(command)))
    .map(({ command }) => ({ by, command }));
}

/** The choices of the first actor, from the one picked on, who has any. */
function likely(story: Story, turn: Turn): readonly Choice[] {
  for (const n of WALKERS.keys()) {
    const choices = couldDo(of(WALKERS, turn.pick + n), story, turn);
    if (choices.length > 0) return choices;
  }
  return [];
}

function any({ pick, variant }: Turn): readonly Choice[] {
  return [{ by: of(WALKERS, pick), command: of(COMMAND_TYPES, variant) }];
}

/** The act of a turn; null when there is nothing left to do. */
export function stepOf(story: Story, turn: Turn): Step | null {
  const choices = turn.kind === 'any' ? any(turn) : likely(story, turn);
  if (choices.length === 0) return null;
  const { by, command } = of(choices, turn.variant + turn.pick);
  const now = instantFromMillis(millisOf(story.now) + turn.minutes * 60_000);
  const occurredAt = instantFromMillis(millisOf(now) - turn.back * 60_000);
  const when = turn.back === 0 ? {} : { occurredAt };
  return { by, do: { ...commandOf(command, turn.variant, { ...story, now }), ...when }, at: now };
}

/** The story after the turn: an act that is refused leaves it as it is. */
export function walked(story: Story, turn: Turn): Story {
  if (turn.kind === 'sweep') return story.swept(instantFromMillis(millisOf(story.now) + turn.minutes * 60_000));
  const step = stepOf(story, turn);
  return step === null ? story : story.tried(step);
}
