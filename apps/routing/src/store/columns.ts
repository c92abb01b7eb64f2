/** A table's columns as the store writes them: one list gives both the SQL text and the encoding, so they cannot drift apart. */
import { binaryArray } from './binary-array.js';
import type { Element, ElementType } from './binary-array.js';

export interface Column<Row> {
  readonly name: string;
  readonly type: ElementType;
  /** How the parameter is turned into the column where that is not as it is: `text` into `integer[]`. */
  readonly cast?: string;
  readonly encode: (rows: readonly Row[]) => Buffer;
}

/** A column and where its value comes from. */
export function column<Row, T extends ElementType>(
  name: string,
  type: T,
  valueOf: (row: Row) => Element<T> | null,
): Column<Row> {
  return { name, type, encode: (rows) => binaryArray(type, rows.map(valueOf)) };
}

/** A column of whole numbers per row: Postgres has no ragged arrays, so each goes as the text of an array. */
export function integersColumn<Row>(name: string, valueOf: (row: Row) => readonly number[]): Column<Row> {
  const texts = column<Row, 'text'>(name, 'text', (row) => `{${valueOf(row).join(',')}}`);
  return { ...texts, cast: 'integer[]' };
}

export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Rows to be written by one statement, whatever their number. */
export interface Write<Row> {
  readonly statement: Statement;
  readonly values: (rows: readonly Row[]) => Buffer[];
}

function source<Row>(columns: readonly Column<Row>[]): { from: string; select: string } {
  const parameters = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  return {
    from: `unnest(${parameters}) as s (${columns.map(({ name }) => `"${name}"`).join(', ')})`,
    select: columns.map(({ name, cast }) => (cast === undefined ? `s."${name}"` : `s."${name}"::${cast}`)).join(', '),
  };
}

const names = <Row>(columns: readonly Column<Row>[]): string => columns.map(({ name }) => `"${name}"`).join(', ');

const valuesOf =
  <Row>(columns: readonly Column<Row>[]) =>
  (rows: readonly Row[]): Buffer[] =>
    columns.map(({ encode }) => encode(rows));

/** Inserts all rows in their order; `rest` says what to do with those already there (a row of the batch is `s`). */
export function insertOf<Row>(table: string, columns: readonly Column<Row>[], rest = ''): Write<Row> {
  const { from, select } = source(columns);
  const text = `insert into ${table} (${names(columns)}) select ${select} from ${from} ${rest}`;
  return { statement: { name: `insert-${table}`, text }, values: valuesOf(columns) };
}

/**
 * Replaces the rows whose key is there and inserts the others. `on conflict do update` would do the same, but locks each row before
 * it changes it and announces each row before it inserts it; under the lock of the dossier neither is needed.
 */
export function upsertOf<Row>(table: string, key: readonly string[], columns: readonly Column<Row>[]): Write<Row> {
  const { from, select } = source(columns);
  const changed = columns.filter(({ name }) => !key.includes(name)).map(({ name }) => `"${name}" = s."${name}"`);
  const sameKey = (other: string) => key.map((name) => `${other}."${name}" = s."${name}"`).join(' and ');
  const text = `with s as (select ${select} from ${from}),
    changed as (update ${table} t set ${changed.join(', ')} from s where ${sameKey('t')}
      returning ${key.map((name) => `t."${name}"`).join(', ')})
    insert into ${table} (${names(columns)}) select ${names(columns)} from s
    where not exists (select from changed c where ${sameKey('c')})`;
  return { statement: { name: `upsert-${table}`, text }, values: valuesOf(columns) };
}

/** Replaces rows by key. Fails on the server when one of them does not exist, so that nothing of the transaction is committed. */
export function updateOf<Row>(table: string, key: string, columns: readonly Column<Row>[]): Write<Row> {
  const { from, select } = source(columns);
  const changed = columns.filter(({ name }) => name !== key).map(({ name }) => `"${name}" = s."${name}"`);
  const text = `with s as (select ${select} from ${from}),
    changed as (update ${table} t set ${changed.join(', ')} from s where t."${key}" = s."${key}" returning 1)
    select expect_rows('${table}', (select count(*) from changed), cardinality($1))`;
  return { statement: { name: `update-${table}`, text }, values: valuesOf(columns) };
}
