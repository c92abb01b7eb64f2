/** A table's columns as the store writes them: one list gives both the SQL text and the encoding, so they cannot drift apart. */
import { binaryArray } from './binary-array.js';
import type { Element, ElementType } from './binary-array.js';

/**
 * Columns of one length are looked up in their arrays by the number of the row, which costs half of unnesting them; a long one (text,
 * JSON, bytes) has to be walked to, so the rows are unnested from those.
 */
export interface Column<Row> {
  readonly name: string;
  /** Types of the arrays it is sent as. */
  readonly arrays: readonly ElementType[];
  /** The value of row `i`, given the parameters that stand for its arrays; null when the rows are unnested from it. */
  readonly at: ((arrays: readonly string[], i: string) => string) | null;
  /** How an unnested value is turned into the column where that is not as it is: `text` into `uuid[]`. */
  readonly cast?: string;
  readonly encode: (rows: readonly Row[]) => readonly Buffer[];
}

/** What stands for null: a null in an array would make every look-up walk. These mean nothing in any column of ours. */
const NOTHING = {
  int4: { element: -2_147_483_648, sql: `'-2147483648'::int4` },
  int8: { element: Number.MIN_SAFE_INTEGER, sql: `'${Number.MIN_SAFE_INTEGER}'::int8` },
  timestamptz: { element: -62_135_596_800_000, sql: `'0001-01-01T00:00:00Z'::timestamptz` },
} as const;
type Countable = keyof typeof NOTHING;

const isCountable = (type: ElementType): type is Countable => type in NOTHING;

/** A column and where its value comes from. Throws RangeError for the number that stands for null. */
export function column<Row, T extends ElementType>(
  name: string,
  type: T,
  valueOf: (row: Row) => Element<T> | null,
): Column<Row> {
  if (isCountable(type)) return countedColumn(name, type, valueOf as (row: Row) => number | null);
  const encode = (rows: readonly Row[]) => [binaryArray(type, rows.map(valueOf))];
  const isShort = type === 'uuid' || type === 'bool';
  return { name, arrays: [type], at: isShort ? ([array = ''], i) => `(${array})[${i}]` : null, encode };
}

function countedColumn<Row>(name: string, type: Countable, valueOf: (row: Row) => number | null): Column<Row> {
  const { element, sql } = NOTHING[type];
  const present = (row: Row): number => {
    const value = valueOf(row);
    if (value === element) throw new RangeError(`${name}: ${value} stands for nothing`);
    return value ?? element;
  };
  const encode = (rows: readonly Row[]) => [binaryArray(type, rows.map(present))];
  return { name, arrays: [type], at: ([array = ''], i) => `nullif((${array})[${i}], ${sql})`, encode };
}

/** A column of few different texts: the words go once, and their numbers with the rows; number 0 finds no word, which is null. */
export function wordColumn<Row>(name: string, valueOf: (row: Row) => string | null, cast?: string): Column<Row> {
  const encode = (rows: readonly Row[]): Buffer[] => {
    const numbers = new Map<string, number>();
    const ofRows = rows.map((row) => {
      const word = valueOf(row);
      if (word === null) return 0;
      const known = numbers.get(word) ?? numbers.size + 1;
      if (known > numbers.size) numbers.set(word, known);
      return known;
    });
    return [binaryArray('int4', ofRows), binaryArray('text', [...numbers.keys()])];
  };
  const castTo = cast === undefined ? '' : `::${cast}`;
  const at = ([numbers = '', words = '']: readonly string[], i: string) => `(${words})[(${numbers})[${i}]]${castTo}`;
  return { name, arrays: ['int4', 'text'], at, encode };
}

/** A column of whole numbers per row: Postgres has no ragged arrays, so each goes as the text of an array. */
export function integersColumn<Row>(name: string, valueOf: (row: Row) => readonly number[]): Column<Row> {
  return wordColumn(name, (row) => `{${valueOf(row).join(',')}}`, 'integer[]');
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

/** The rows of the batch, as `s`. The first column must be a short one: where none is unnested it tells how many rows there are. */
function source<Row>(columns: readonly Column<Row>[]): string {
  let parameter = 0;
  const numbered = columns.map((column) => ({
    ...column,
    parameters: column.arrays.map((type) => `$${(parameter += 1)}::${type}[]`),
  }));
  const unnested = numbered.filter(({ at }) => at === null);
  const rows =
    unnested.length === 0
      ? `generate_series(1, cardinality(${numbered[0]?.parameters[0]})) as u (i)`
      : `unnest(${unnested.flatMap(({ parameters }) => parameters).join(', ')}) with ordinality as u (${names(unnested)}, i)`;
  const values = numbered.map(({ name, at, parameters, cast }) => {
    const value = at === null ? `u."${name}"` : at(parameters, 'u.i');
    return `${value}${cast === undefined ? '' : `::${cast}`} as "${name}"`;
  });
  return `(select ${values.join(', ')} from ${rows}) s`;
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
    columns.flatMap(({ encode }) => encode(rows));

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
  return { statement: { name: `insert-missing-${table}`, text }, values: valuesOf(columns) };
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
export function updateOf<Row>(
  { table, key, name = table }: { readonly table: string; readonly key: readonly string[]; readonly name?: string },
  columns: readonly Column<Row>[],
): Write<Row> {
  const text = `with changed as (update ${table} t set ${assignments(columns, key)}
      from (select s.*, found.place from ${source(columns)} cross join ${lookUp(table, key)}) s
      where t.ctid = s.place returning 1)
    select expect_rows('${table}', (select count(*) from changed), cardinality($1))`;
  return { statement: { name: `update-${name}`, text }, values: valuesOf(columns) };
}
