/** What is filled in at the counter, and what is sent of it. */
import type { AreaFacts, Document, Opening, Place, PrivatePart, ProcedureVersion } from '@lien-thong/client';
import type { WantedAct } from '../outbox/outbox.js';
import { composed } from '../words/fold.js';

export type Channel = 'counter' | 'online' | 'post';
export const CHANNELS = ['counter', 'online', 'post'] as const satisfies readonly Channel[];

export interface Draft {
  readonly procedureCode: string | null;
  readonly caseKey: string | null;
  readonly channel: Channel;
  /** Online or by post: taken in at once, or taken down first and received later. A counter takes in. */
  readonly isReceived: boolean;
  readonly place: Place | null;
  /** Code of the reason for which it is held until somebody competent is found; null when it is not. */
  readonly held: string | null;
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly note: string;
  readonly documents: readonly Document[];
  /** Null: now. A dossier on paper that is typed later declares when it was handed in. */
  readonly occurredAt: string | null;
}

export const EMPTY_DRAFT: Draft = {
  ...{ procedureCode: null, caseKey: null, channel: 'counter', isReceived: true, place: null, held: null },
  ...{ name: '', identityNumber: '', phone: '', note: '', documents: [], occurredAt: null },
};

type Version = Pick<ProcedureVersion, 'cases' | 'competence'>;
export type Missing = 'procedure' | 'case' | 'place' | 'name';

/** Without its time: the outbox declares it. */
type Timeless<Act> = Act extends unknown ? Omit<Act, 'occurredAt'> : never;
export type OpeningBody = Timeless<Opening>;

/** Whether it is received now; what is handed in at a counter always is. */
export function isReceiving({ channel, isReceived }: Pick<Draft, 'channel' | 'isReceived'>): boolean {
  return channel === 'counter' || isReceived;
}

/** Cases that may be handed in this way: the limit of the others is not known. */
export function casesFor({ cases }: Pick<Version, 'cases'>, channel: Channel): Version['cases'] {
  return cases.filter(({ limits }) => limits[channel] !== null);
}

/** What is still to be filled in, in the order of the form. */
export function missingIn(draft: Draft, version: Version | null): readonly Missing[] {
  if (draft.procedureCode === null || version === null) return ['procedure'];
  const cases = casesFor(version, draft.channel);
  const lacks: Readonly<Record<Exclude<Missing, 'procedure'>, boolean>> = {
    case: cases.length !== 1 && !cases.some(({ key }) => key === draft.caseKey),
    place: version.competence.criterion !== 'any' && draft.place === null && draft.held === null,
    name: composed(draft.name) === '',
  };
  return (['case', 'place', 'name'] as const).filter((field) => lacks[field]);
}

/** The facts the competence of a procedure rests on. */
export function factsOf({ competence: { criterion } }: Pick<Version, 'competence'>, place: Place | null): AreaFacts {
  return criterion === 'any' || place === null ? {} : { [criterion]: place };
}

/** The body that opens the dossier. What is not filled in is not sent; names and free text go to the private part only. */
export function openingOf(draft: Draft, version: Version): OpeningBody {
  const { procedureCode, caseKey, channel, place, held, documents } = draft;
  const [only, ...others] = version.cases;
  const key = others.length === 0 ? only?.key : (caseKey ?? undefined);
  const intake = {
    procedureCode: procedureCode ?? '',
    channel,
    ...(key === undefined ? {} : { caseKey: key }),
    jurisdiction: factsOf(version, place),
    ...(documents.length === 0 ? {} : { documents }),
  };
  const secret = privateOf(draft);
  const rest = { intake, ...(secret === null ? {} : { private: secret }) };
  if (!isReceiving(draft)) return { type: 'submit', ...rest };
  return { type: 'receive', ...rest, ...(held === null ? {} : { holdForJurisdiction: { reason: held } }) };
}

/** The act for the outbox. */
export function wantedOf(draft: Draft, version: Version): WantedAct & { readonly code: null } {
  const { occurredAt } = draft;
  return { code: null, body: openingOf(draft, version), ...(occurredAt === null ? {} : { occurredAt }) };
}

/** What was filled in, read back from what was sent: the same opening comes of it again. */
export function draftOf(opening: Opening | OpeningBody): Draft {
  const { type, intake, private: secret } = opening;
  const occurredAt = 'occurredAt' in opening ? opening.occurredAt : undefined;
  const hold = 'holdForJurisdiction' in opening ? opening.holdForJurisdiction : undefined;
  const { procedureCode, caseKey = null, channel, jurisdiction = {}, documents = [] } = intake;
  const { residence, assetLocation, headOffice } = jurisdiction;
  return {
    ...{ procedureCode, caseKey, channel, isReceived: type === 'receive', documents, occurredAt: occurredAt ?? null },
    ...{ place: residence ?? assetLocation ?? headOffice ?? null, held: hold?.reason ?? null },
    ...applicantOf(secret),
  };
}

function applicantOf(secret: PrivatePart | undefined): Pick<Draft, 'name' | 'identityNumber' | 'phone' | 'note'> {
  const { name = '', identityNumber = '', phone = '' } = secret?.persons?.[0] ?? {};
  return { name, identityNumber, phone, note: secret?.texts?.['note'] ?? '' };
}

function privateOf({ name, identityNumber, phone, note }: Draft): PrivatePart | null {
  const given = { identityNumber: composed(identityNumber), phone: composed(phone) };
  const filled = Object.fromEntries(Object.entries(given).filter(([, text]) => text !== ''));
  const persons = composed(name) === '' ? [] : [{ role: 'applicant', name: composed(name), ...filled } as const];
  const texts = composed(note) === '' ? {} : { texts: { note: composed(note) } };
  if (persons.length === 0 && !('texts' in texts)) return null;
  return { ...(persons.length === 0 ? {} : { persons }), ...texts };
}

interface Dated {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

/** The version in force on a day `2026-11-25`; null when there is none. */
export function versionOn(versions: readonly Dated[], day: string): number | null {
  const inForce = versions.filter(
    ({ effectiveFrom: from, effectiveTo: to }) => from <= day && (to === null || day <= to),
  );
  return inForce.reduce<number | null>((last, { version }) => (last === null || version > last ? version : last), null);
}
