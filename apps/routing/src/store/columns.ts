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

const names = <Row>(columns: readonly Column<Row>[]): string => columns.map(({ name }) => `"${name}"`).join(', ');

/** The rows of the batch, as `s`. */
function source<Row>(columns: readonly Column<Row>[]): string {
  const parameters = columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(', ');
  const values = columns.map(({ name, cast }) =>
    cast === undefined ? `u."${name}"` : `u."${name}"::${cast} as "${name}"`,
  );
  return `(select ${values.join(', ')} from unnest(${parameters}) as u (${names(columns)})) s`;
}

/**
 * Where each row of the batch lies in the table. A lateral sub-select that may not be pulled up leaves the planner one way only, a
 * look-up by key for each row, whatever it believes of the size of the table.
 */
function lookUp(table: string, key: readonly string[]): string {
  const sameKey = key.map((name) => `k."${name}" = s."${name}"`).join(' and ');
  return `lateral (select k.ctid as place from ${table} k where ${sameKey} offset 0) found`;
}

const valuesOf =
  <Row>(columns: readonly Column<Row>[]) =>
  (rows: readonly Row[]): Buffer[] =>
    columns.map(({ encode }) => encode(rows));

/** Inserts all rows in their order; `rest` says what to do with those already there. */
export function insertOf<Row>(table: string, columns: readonly Column<Row>[], rest = ''): Write<Row> {
  const text = `insert into ${table} (${names(columns)}) select ${names(columns)} from ${source(columns)} ${rest}`;
  return { statement: { name: `insert-${table}`, text }, values: valuesOf(columns) };
}

/** Inserts the rows that are not there; one is there when the table has its key and `condition` holds of `k`. */
export function insertMissing<Row>(
  {
    table,
    key,
    condition = 'true',
  }: { readonly table: string; readonly key: readonly string[]; readonly condition?: string },
  columns: readonly Column<Row>[],
  rest = '',
): Write<Row> {
  const sameKey = key.map((name) => `k."${name}" = s."${name}"`).join(' and ');
  const found = `lateral (select true as there from ${table} k where ${sameKey} and ${condition} offset 0) found`;
  const text = `insert into ${table} (${names(columns)}) select ${names(columns)} from ${source(columns)}
    left join ${found} on true where found.there is null ${rest}`;
  return { statement: { name: `insert-${table}`, text }, values: valuesOf(columns) };
}

function assignments<Row>(columns: readonly Column<Row>[], key: readonly string[]): string {
  const changed = columns.filter(({ name }) => !key.includes(name));
  return changed.map(({ name }) => `"${name}" = s."${name}"`).join(', ');
}

/**
 * Replaces the rows whose key is there and inserts the others. `on conflict do update` would do the same, but locks each row before
 * it changes it and announces each row before it inserts it; under the lock of the dossier neither is needed.
 */
export function upsertOf<Row>(table: string, key: readonly string[], columns: readonly Column<Row>[]): Write<Row> {
  const text = `with s as materialized (select s.*, found.place from ${source(columns)} left join ${lookUp(table, key)} on true),
    changed as (update ${table} t set ${assignments(columns, key)} from s where t.ctid = s.place)
    insert into ${table} (${names(columns)}) select ${names(columns)} from s where s.place is null`;
  return { statement: { name: `upsert-${table}`, text }, values: valuesOf(columns) };
}

/** Replaces rows by key. Fails on the server when one of them does not exist, so that nothing of the transaction is committed. */
export function updateOf<Row>(table: string, key: string, columns: readonly Column<Row>[]): Write<Row> {
  const text = `with s as materialized (select s.*, found.place from ${source(columns)} cross join ${lookUp(table, [key])}),
    changed as (update ${table} t set ${assignments(columns, [key])} from s where t.ctid = s.place returning 1)
    select expect_rows('${table}', (select count(*) from changed), cardinality($1))`;
  return { statement: { name: `update-${table}`, text }, values: valuesOf(columns) };
}
