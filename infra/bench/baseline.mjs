// @ts-check
/**
 * What Postgres and a driver can do for the same unit of work with hand-written SQL and no engine: a transition is one prepared call
 * and one commit (state, event, clock, message), a relay takes the messages out. No validation, no rights, no keys, no calendars, no
 * feeds; its subscriber stands in the same process.
 */
import pg from 'pg';

const CONNECTIONS = 16;

const SCHEMA = `
drop schema if exists raw cascade;
create schema raw;
create table raw.dossier (
  id bigint primary key, code text not null unique, state smallint not null, version integer not null, holder text not null,
  updated_at timestamptz not null default now()) with (fillfactor = 70);
create table raw.event (
  dossier_id bigint not null, seq integer not null, kind smallint not null, at timestamptz not null default now(),
  body jsonb not null, primary key (dossier_id, seq));
create table raw.clock (dossier_id bigint primary key, due_at timestamptz) with (fillfactor = 70);
create index clock_due on raw.clock (due_at) where due_at is not null;
create table raw.outbox (
  id bigint generated always as identity primary key, dossier_id bigint not null, seq integer not null, kind smallint not null,
  body jsonb not null);
create function raw.transition(p_id bigint, p_version integer, p_state smallint, p_holder text, p_body jsonb, p_due timestamptz,
  p_code text) returns integer language plpgsql as $$
begin
  if p_version = 0 then
    insert into raw.dossier (id, code, state, version, holder) values (p_id, p_code, p_state, 1, p_holder);
  else
    update raw.dossier set state = p_state, version = version + 1, holder = p_holder, updated_at = now()
      where id = p_id and version = p_version;
    if not found then raise exception 'stale version' using errcode = '40001'; end if;
  end if;
  insert into raw.event (dossier_id, seq, kind, body) values (p_id, p_version + 1, p_state, p_body);
  insert into raw.clock (dossier_id, due_at) values (p_id, p_due) on conflict (dossier_id) do update set due_at = excluded.due_at;
  insert into raw.outbox (dossier_id, seq, kind, body) values (p_id, p_version + 1, p_state, p_body);
  return p_version + 1;
end $$;`;

const TRANSITION = { name: 'transition', text: 'select raw.transition($1, $2, $3::smallint, $4, $5, $6, $7)' };
const TAKE_OUT = {
  name: 'take-out',
  text: `delete from raw.outbox where id in (select id from raw.outbox order by id limit 1000 for update skip locked)
    returning id, dossier_id, seq, kind, body`,
};
const DAY_MS = 86_400_000;
/** Days until the clock after each transition is due; null: it rests. */
const CLOCKS = [1, 1, 5, null, 4, 1, 1, null];
export const TABLES_SCHEMA = 'raw';

/** @param {string} url superuser, its own database */
export async function openBaseline(url) {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('set client_min_messages = warning');
  await admin.query(SCHEMA);
  const pool = await connections(url);
  let dossiers = 0;
  const relay = startRelay(admin, () => dossiers * CLOCKS.length);
  return {
    /** @type {import('./callers.mjs').Load['open']} */
    open: async () => {
      const id = (dossiers += 1);
      relay.wake();
      return async (step) => {
        const client = await pool.take();
        try {
          await client.query({ ...TRANSITION, values: valuesOf(id, step) });
        } finally {
          pool.give(client);
        }
      };
    },
    /** Resolves when the subscriber has had every message. */
    settled: () => relay.settled(),
    close: async () => {
      await relay.stop();
      await pool.end();
      await admin.end();
    },
  };
}

/** The least a pool can be: `pg.Pool` would cost the baseline a few microseconds a call. @param {string} url */
async function connections(url) {
  const all = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const free = [...all];
  /** @type {((client: pg.Client) => void)[]} */
  const waiting = [];
  return {
    /** @returns {pg.Client | Promise<pg.Client>} */
    take: () => free.pop() ?? new Promise((given) => waiting.push(given)),
    /** @param {pg.Client} client */
    give: (client) => {
      const next = waiting.shift();
      if (next === undefined) free.push(client);
      else next(client);
    },
    end: async () => {
      for (const client of all) await client.end();
    },
  };
}

/** @param {number} id @param {number} step */
function valuesOf(id, step) {
  const days = CLOCKS[step] ?? null;
  const holder = step < 2 || step === 4 || step === 7 ? 'A' : 'B';
  const body = {
    procedure: '1.004873',
    code: `H24.071-${id}`,
    actor: holder === 'A' ? 'clerk@haiphong-hai-an' : 'clerk@haiphong-dong-hai',
    from: 'H24.071',
    to: 'H24.072',
    step,
    note: 'received at the one-stop counter, handed to the agency that is competent',
    attachments: 2,
  };
  const due = days === null ? null : new Date(Date.now() + days * DAY_MS);
  return [id, step, step + 1, holder, JSON.stringify(body), due, `H24.071-${id}`];
}

/**
 * Messages leave the outbox in a transaction of their own: at least once. It looks every few milliseconds while dossiers of its own are
 * under way, and rests while there are none: the rounds of others are not to pay for its looks.
 * @param {pg.Client} client
 * @param {() => number} wanted messages of the dossiers begun
 */
function startRelay(client, wanted) {
  let delivered = 0;
  let stopped = false;
  /** @type {(() => void) | null} */
  let rested = null;
  const wake = () => {
    rested?.();
    rested = null;
  };
  const loop = async () => {
    while (!stopped) {
      if (delivered >= wanted()) {
        await new Promise((/** @type {(value: void) => void} */ done) => (rested = done));
        continue;
      }
      await client.query({ name: 'begin', text: 'begin' });
      const { rows } = await client.query(TAKE_OUT);
      delivered += rows.length;
      await client.query({ name: 'commit', text: 'commit' });
      if (rows.length < 200) await new Promise((done) => setTimeout(done, 5));
    }
  };
  const running = loop();
  return {
    wake,
    settled: async () => {
      while (delivered < wanted()) await new Promise((done) => setTimeout(done, 1));
    },
    stop: async () => {
      stopped = true;
      wake();
      await running;
    },
  };
}
