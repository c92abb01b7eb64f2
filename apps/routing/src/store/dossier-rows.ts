/** A dossier and its row: what lists ask for are columns, what hardly changes is `intake`, the rest is `state`. */
import { millisOf } from '@lien-thong/domain';
import type { Dossier, Instant, Pin } from '@lien-thong/domain';
import { column, insertOf, updateOf, wordColumn } from './columns.js';
import type { Column } from './columns.js';
import type { RowReader } from './raw-row.js';
import { sameBut } from './same-but.js';

interface Intake extends Pick<Dossier, 'jurisdiction' | 'resolution'> {
  readonly pin: Omit<Pin, 'procedureVersion' | 'procedureCode' | 'receivingAgency'>;
}

type OwnColumns =
  | 'id'
  | 'pin'
  | 'jurisdiction'
  | 'resolution'
  | 'submittedAt'
  | 'receivedAt'
  | 'code'
  | 'codeProvisional'
  | 'competentAgency'
  | 'holder'
  | 'endedAt'
  | 'phase'
  | 'version'
  | 'seq'
  | 'lastFactAt'
  | 'recordedAt'
  | 'hash'
  | 'promise';
/** Whatever the domain adds to a dossier goes here without a migration. */
interface State extends Omit<Dossier, OwnColumns> {
  readonly promise: { readonly estimate: boolean; readonly provisional: boolean } | null;
}

function intakeOf({ pin, jurisdiction, resolution }: Dossier): Intake {
  const { procedureVersion, procedureCode, receivingAgency, ...rest } = pin;
  return { pin: rest, jurisdiction, resolution };
}

/** What JSON leaves out because it stands in a column of its own. */
const IN_COLUMNS: { readonly [K in Exclude<OwnColumns, 'promise'>]: undefined } = {
  id: undefined,
  pin: undefined,
  jurisdiction: undefined,
  resolution: undefined,
  submittedAt: undefined,
  receivedAt: undefined,
  code: undefined,
  codeProvisional: undefined,
  competentAgency: undefined,
  holder: undefined,
  endedAt: undefined,
  phase: undefined,
  version: undefined,
  seq: undefined,
  lastFactAt: undefined,
  recordedAt: undefined,
  hash: undefined,
};

function stateText(dossier: Dossier): string {
  const { promise } = dossier;
  const kept = promise === null ? null : { estimate: promise.estimate, provisional: promise.provisional };
  return JSON.stringify({ ...dossier, ...IN_COLUMNS, promise: kept });
}

const millisOrNull = (instant: Instant | null): number | null => (instant === null ? null : millisOf(instant));

const ID = column<Dossier, 'uuid'>('id', 'uuid', (dossier) => dossier.id);

/** Settled at reception, save for a dossier that is held. */
const SETTLED: readonly Column<Dossier>[] = [
  column('procedure_version', 'int4', (dossier) => dossier.pin.procedureVersion),
  wordColumn('procedure_code', (dossier) => dossier.pin.procedureCode),
  wordColumn('receiving', (dossier) => dossier.pin.receivingAgency),
  column('intake', 'jsonb', (dossier) => JSON.stringify(intakeOf(dossier))),
  column('submitted_at', 'timestamptz', (dossier) => millisOrNull(dossier.submittedAt)),
  column('received_at', 'timestamptz', (dossier) => millisOrNull(dossier.receivedAt)),
  column('code', 'text', (dossier) => dossier.code),
  column('code_provisional', 'bool', (dossier) => dossier.codeProvisional),
];

const MOVING: readonly Column<Dossier>[] = [
  wordColumn('competent', (dossier) => dossier.competentAgency),
  wordColumn('holder', (dossier) => dossier.holder),
  column('ended_at', 'timestamptz', (dossier) => millisOrNull(dossier.endedAt)),
  column('promise_at', 'timestamptz', (dossier) => millisOrNull(dossier.promise?.at ?? null)),
  wordColumn('phase', (dossier) => dossier.phase),
  column('version', 'int4', (dossier) => dossier.version),
  column('seq', 'int4', (dossier) => dossier.seq),
  column('last_fact_at', 'timestamptz', (dossier) => millisOf(dossier.lastFactAt)),
  column('recorded_at', 'timestamptz', (dossier) => millisOf(dossier.recordedAt)),
  column('hash', 'bytea', (dossier) => dossier.hash),
  column('state', 'jsonb', stateText),
];

const COLUMNS = [ID, ...SETTLED, ...MOVING];

export const INSERT_DOSSIERS = insertOf('dossier', COLUMNS);
export const UPDATE_DOSSIERS = updateOf({ table: 'dossier', key: ['id'] }, COLUMNS);
/** For dossiers whose settled columns are as they were: most acts. */
export const UPDATE_MOVING = updateOf({ table: 'dossier', key: ['id'], name: 'dossier-moving' }, [ID, ...MOVING]);

/** What any fact moves: the place in the journal. */
const HEAD: ReadonlySet<string> = new Set<keyof Dossier>(['seq', 'recordedAt', 'hash']);
const HEAD_COLUMNS = ['id', 'seq', 'recorded_at', 'hash'];
/** For dossiers of which a fact was only recorded, as are those the sweep finds. No column of an index is among them. */
export const UPDATE_HEADS = updateOf(
  { table: 'dossier', key: ['id'], name: 'dossier-heads' },
  COLUMNS.filter(({ name }) => HEAD_COLUMNS.includes(name)),
);

/** Whether nothing but the place in the journal has moved. */
export function isOnlyRecorded(before: Dossier | undefined, after: Dossier): boolean {
  return before !== undefined && sameBut(HEAD, before, after);
}

/** Whether nothing has changed of what is settled. What the domain leaves alone is the same object before and after. */
export function isSettled(before: Dossier | undefined, after: Dossier): boolean {
  return (
    before !== undefined &&
    before.pin === after.pin &&
    before.jurisdiction === after.jurisdiction &&
    before.resolution === after.resolution &&
    before.submittedAt === after.submittedAt &&
    before.receivedAt === after.receivedAt &&
    before.code === after.code &&
    before.codeProvisional === after.codeProvisional
  );
}

/** The select list `readDossier` reads, for statements on `dossier d`. */
export const DOSSIER_COLUMNS = COLUMNS.map(({ name }) => `d.${name}`).join(', ');

/**
 * A dossier from a row of `DOSSIER_COLUMNS`. What was parsed is filled up rather than spread into a new object: that is six times
 * as quick, and every act of every dossier comes through here.
 */
export function readDossier(row: RowReader): Dossier {
  const id = row.text() as Dossier['id'];
  const procedureVersion = row.integer();
  const procedureCode = row.text() as Pin['procedureCode'];
  const receivingAgency = row.text() as Pin['receivingAgency'];
  const { pin, jurisdiction, resolution } = row.json() as Intake;
  const columns = {
    id,
    pin: Object.assign(pin, { procedureVersion, procedureCode, receivingAgency }),
    jurisdiction,
    resolution,
    submittedAt: row.instantOrNull(),
    receivedAt: row.instantOrNull(),
    code: row.text(),
    codeProvisional: row.boolean(),
    competentAgency: row.textOrNull() as Dossier['competentAgency'],
    holder: row.text() as Dossier['holder'],
    endedAt: row.instantOrNull(),
  };
  const promiseAt = row.instantOrNull();
  const fold = {
    phase: row.text() as Dossier['phase'],
    version: row.integer(),
    seq: row.integer(),
    lastFactAt: row.instant(),
    recordedAt: row.instant(),
    hash: row.hex(),
  };
  const state = row.json() as State;
  const promise = state.promise === null || promiseAt === null ? null : { at: promiseAt, ...state.promise };
  return Object.assign(state, columns, fold, { promise });
}
