import { COMMAND_TYPES, commandSchema, instantFromMillis, millisOf, procedureCodeSchema } from '@lien-thong/domain';
import type {
  AgencyId,
  AreaFacts,
  Command,
  CommandOf,
  CommandType,
  Dossier,
  Instant,
  Intake,
} from '@lien-thong/domain';
import type { Random } from '../world/random.js';
import { FIRST_VERSIONS } from '../world/procedures.js';
import { NOBODYS_COMMUNE, PLANNERS, TAX_OFFICE, WARDS, WARD_IDS } from '../world/town.js';

interface Asked {
  readonly random: Random;
  readonly now: Instant;
  /** As the client sees it; null before there is one. */
  readonly dossier: Dossier | null;
  readonly consultation?: string | undefined;
}
type Made = { readonly [T in CommandType]: (asked: Asked) => Omit<CommandOf<T>, 'type' | 'occurredAt'> };

const LEGAL_BASIS = 'điều 9';

export function placeIn(commune: string): AreaFacts {
  return { residence: { communeCode: commune }, assetLocation: { communeCode: commune } };
}

function somewhere(random: Random): AreaFacts {
  return placeIn(random.chance(0.12) ? NOBODYS_COMMUNE : random.pick(WARDS).commune);
}

/** Mostly what fits the dossier at hand, now and then something that does not. */
function intake(random: Random, channel: Intake['channel']): Intake {
  const procedure = random.pick(FIRST_VERSIONS);
  const caseKey = random.chance(0.03) ? 'urgent' : (procedure.cases[0]?.key ?? 'standard');
  const procedureCode = procedureCodeSchema.parse(random.chance(0.02) ? '9.999999' : procedure.code);
  return { procedureCode, caseKey, channel, jurisdiction: somewhere(random), documents: [] };
}

const copy = (random: Random) => (random.chance(0.7) ? ('electronic' as const) : ('paper' as const));
const stepOf = (random: Random, dossier: Dossier | null): string => {
  const known = dossier?.openSteps ?? [];
  return random.chance(0.6) && known.length > 0
    ? random.pick(known)
    : random.pick(['appraisal', 'approval', 'signature']);
};
const later = (now: Instant, minutes: number): Instant => instantFromMillis(millisOf(now) + minutes * 60_000);
const opinionOf = ({ random, consultation }: Asked): string => consultation ?? random.pick(['tax', 'planning']);
const adviser = (opinion: string): AgencyId => (opinion === 'tax' ? TAX_OFFICE : PLANNERS);

function reception({ random, dossier }: Asked): Omit<CommandOf<'receive'>, 'type' | 'occurredAt'> {
  const held = random.chance(0.8) ? { holdForJurisdiction: { reason: 'ask-province' } } : {};
  return dossier?.phase === 'submitted' ? held : { intake: intake(random, 'counter'), ...held };
}

function correction({ random, dossier, now }: Asked): Omit<CommandOf<'correctReception'>, 'type' | 'occurredAt'> {
  const from = dossier?.receivedAt ?? now;
  const receivedAt = later(from, -random.pick([0, 15, 60, 240, 600, 1500, 3000]) + random.pick([0, 0, 0, 30]));
  const approved = random.chance(0.6)
    ? { approvedBy: 'head-1' as Extract<Command, { type: 'assign' }>['officerId'] }
    : {};
  return { receivedAt, reason: 'typed-late', ...approved };
}

function resolution({ random }: Asked): Omit<CommandOf<'resolveJurisdiction'>, 'type' | 'occurredAt'> {
  if (random.chance(0.3)) return { decision: { agencyId: random.pick(WARD_IDS), legalBasis: LEGAL_BASIS } };
  return { jurisdiction: placeIn(random.pick(WARDS).commune) };
}

const SECOND = 'head-1' as Extract<Command, { type: 'assign' }>['officerId'];

/** Something done a while ago that nobody noted. */
function lateEntry(asked: Asked): Omit<CommandOf<'enterLate'>, 'type' | 'occurredAt'> {
  const { random, dossier, now } = asked;
  const ago = random.pick([3, 10, 45, 120, 400, 1600]);
  const from = random.chance(0.7) ? (dossier?.lastFactAt ?? now) : now;
  const at = (minutes: number) => ({ occurredAt: later(from, -minutes) });
  const outage = { evidence: 'QD-12', ground: 'systemOutage' as const, system: 'landRegister' };
  const opinion = opinionOf(asked);
  const facts = random.pick<CommandOf<'enterLate'>['facts']>([
    [
      { type: 'suspend', ...outage, ...at(ago) },
      { type: 'resume', ...at(Math.ceil(ago / 2)) },
    ],
    [{ type: 'suspend', ...outage, ...at(ago) }],
    [{ type: 'assign', officerId: SECOND, ...at(ago) }],
    [{ type: 'startStep', step: random.pick(['appraisal', 'approval', 'signature']), ...at(ago) }],
    [{ type: 'completeStep', step: stepOf(random, dossier), ...at(ago) }],
    [{ type: 'requestConsultation', consultation: opinion, agencyId: adviser(opinion), ...at(ago) }],
    [
      { type: 'requestSupplement', components: ['map'], reason: 'missing', ...at(ago) },
      { type: 'provideSupplement', copy: copy(random), documents: [], ...at(Math.ceil(ago / 2)) },
    ],
  ]);
  return { facts, reason: 'found-on-paper', ...(random.chance(0.7) ? { approvedBy: SECOND } : {}) };
}

const MADE: Made = {
  submit: ({ random }) => ({ intake: intake(random, random.pick(['online', 'post'])) }),
  receive: reception,
  refuseReception: () => ({ reason: 'not-complete' }),
  resolveJurisdiction: resolution,
  transfer: ({ random, dossier }) => ({
    copy: copy(random),
    ...(dossier?.transfer?.refusedFor === 'wrongJurisdiction' || random.chance(0.05)
      ? { jurisdiction: placeIn(random.pick(WARDS).commune) }
      : {}),
  }),
  confirmDelivery: () => ({}),
  acceptTransfer: () => ({}),
  refuseTransfer: ({ random }) => ({ reason: random.pick(['wrongJurisdiction', 'incompleteCopy', 'unreadable']) }),
  recallTransfer: () => ({ reason: 'sent-in-error' }),
  redirectTransfer: ({ random }) => ({
    to: random.chance(0.25) ? null : random.pick(WARD_IDS),
    copy: copy(random),
    reason: 'lapse',
  }),
  assign: ({ random }) => ({ officerId: `officer-${random.below(5)}` as CommandOf<'assign'>['officerId'] }),
  startStep: ({ random }) => ({ step: random.pick(['appraisal', 'approval', 'signature']) }),
  completeStep: ({ random, dossier }) => ({ step: stepOf(random, dossier) }),
  requestConsultation: (asked) => {
    const consultation = opinionOf(asked);
    return { consultation, agencyId: asked.random.chance(0.1) ? asked.random.pick(WARD_IDS) : adviser(consultation) };
  },
  answerConsultation: (asked) => ({ consultation: opinionOf(asked), outcome: 'agreed' }),
  cancelConsultation: (asked) => ({ consultation: opinionOf(asked), reason: 'not-needed' }),
  requestSupplement: () => ({ components: ['map'], reason: 'missing' }),
  provideSupplement: ({ random }) => ({ copy: copy(random), documents: [] }),
  requestPayment: ({ random }) => ({ feeCode: 'fee', amountVnd: 1000 + random.below(1000) }),
  confirmPayment: ({ random }) => ({ receiptNumber: `R${random.below(1000)}` }),
  suspend: ({ random }) => ({
    evidence: 'QD-12',
    ...(random.chance(0.5)
      ? { ground: 'systemOutage' as const, system: 'landRegister' }
      : { ground: 'courtOrder' as const }),
  }),
  resume: () => ({}),
  decide: ({ random }) => ({ outcome: random.pick(['granted', 'refused']), documents: [] }),
  dispatchResult: ({ random }) => ({ copy: copy(random) }),
  confirmResultArrival: () => ({}),
  notifyApplicant: () => ({ means: 'sms' }),
  returnResult: () => ({ means: 'counter' }),
  withdraw: () => ({}),
  close: ({ random, dossier }) => ({
    ground:
      dossier?.phase === 'awaitingSupplement' ? 'supplementTimeout' : random.pick(['legalGround', 'paymentTimeout']),
    legalBasis: LEGAL_BASIS,
  }),
  extend: ({ random }) => ({ by: random.pick(EXTENSIONS), legalBasis: LEGAL_BASIS }),
  apologise: ({ random, now }) => ({ reason: 'overload', newPromise: later(now, random.pick([60, 20_000])) }),
  deliverApology: () => ({ means: 'post' }),
  correctReception: correction,
  correctTime: ({ random, dossier, now }) => ({
    seq: 1 + random.below(dossier?.seq ?? 1),
    to: later(random.chance(0.5) ? (dossier?.lastFactAt ?? now) : now, -random.pick([0, 5, 30, 90, 240, 600, 1500])),
    reason: 'typed-wrong',
    ...(random.chance(0.6) ? { approvedBy: SECOND } : {}),
  }),
  enterLate: lateEntry,
  resolveConflict: ({ random, dossier }) => ({
    conflict: dossier?.openConflicts?.[0]?.conflict ?? 1 + random.below(9),
    resolution: random.chance(0.7) ? 'kept' : 'superseded',
    reason: 'asked-both',
  }),
};

const EXTENSIONS = ['1wd', '8wh', '40wd'].map((by) => {
  const command = commandSchema.parse({ type: 'extend', by, legalBasis: LEGAL_BASIS });
  if (command.type !== 'extend') throw new Error('not an extension');
  return command.by;
});

/** A declared time: mostly none, often some while back, rarely ahead of the clock. */
function declared({ random, now }: Asked): { readonly occurredAt?: Instant } {
  if (random.chance(0.75)) return {};
  return { occurredAt: later(now, random.pick([-1, -5, -20, -60, -120, -300, -960, 1, 15])) };
}

/** A command of the type with contents that make sense more often than not. */
export function makeCommand(type: CommandType, asked: Asked): Command {
  // Each entry of the table makes what its own type needs; TypeScript cannot follow that through an index.
  return { type, ...declared(asked), ...MADE[type](asked) } as Command;
}

export function anyType(random: Random): CommandType {
  return random.pick(COMMAND_TYPES);
}
