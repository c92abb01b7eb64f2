// @ts-check
/**
 * What is measured: wire bodies parsed by their schemas, the ledger over Postgres as the login `app` with row-level security forced,
 * idempotency keys, calendars, and a relay that hands every committed fact to JetStream.
 */
import { IndexedReference, Ledger, Relay, verifyAll } from '@lien-thong/engine';
import { AGENCIES, lifeOf } from './lifecycle.mjs';
import { NatsBus, PostgresClock, PostgresStore, createPool, envelopeOf, keyRingOf, loadReference } from './parts.mjs';
import { commandBodySchema, natsSettingsOf, openingBodySchema, split, uuid7Ids } from './parts.mjs';

const SAVE_EVERY_MS = 1_000;
const CONNECTIONS = 4;

/** @param {import('./installation.mjs').Installation} installation @param {number} [halvedFrom] of the ledger */
export async function openSystem({ env }, halvedFrom) {
  const pool = createPool({ url: env.DATABASE_URL, name: 'bench', max: CONNECTIONS });
  const store = new PostgresStore(pool, keyRingOf(env));
  const clock = new PostgresClock(pool);
  await clock.start();
  const reference = new IndexedReference(await loadReference(pool));
  const bus = await connectedBus(env);
  const relay = new Relay({ store, bus });
  const saving = setInterval(() => void relay.save().catch(() => undefined), SAVE_EVERY_MS);
  let entries = 0;
  const ports = {
    ...{ store, clock, ids: uuid7Ids, reference, codeOwner: /** @type {const} */ ('competent') },
    onCommitted: (/** @type {readonly import('@lien-thong/engine').FeedItem[]} */ items) => {
      entries += items.length;
      relay.publish(items);
    },
  };
  const ledger = new Ledger(ports, halvedFrom);
  return {
    /** @type {import('./callers.mjs').Load['open']} */
    open: async (i) => openLife(ledger, i),
    /** Entries of feeds committed so far: one delivery each. */
    committed: () => entries,
    verify: () => verifyAll(store, reference, () => undefined),
    close: async () => {
      await ledger.drain();
      await relay.settled();
      clearInterval(saving);
      await relay.save();
      await bus.close();
      clock.stop();
      await pool.end();
    },
  };
}

/** @param {import('./installation.mjs').Installation['env']} env @returns {Promise<NatsBus>} */
function connectedBus(env) {
  const settings = natsSettingsOf(env);
  if (settings === null) throw new Error('NATS_URL is not set');
  return new Promise((done) => {
    /** @type {NatsBus} */
    const bus = new NatsBus({
      ...{ where: settings.where, topology: settings.topology, idKey: settings.messageKey, source: env.PUBLIC_URL },
      agencies: () => /** @type {never} */ (AGENCIES),
      onUp: () => done(bus),
    });
  });
}

/** Who calls: the software that acts for a ward, known by its key. */
const CALLERS = new Map(
  AGENCIES.map((agency) => [
    agency,
    {
      kind: /** @type {const} */ ('software'),
      ...{ id: `key-${agency}`, agencyId: /** @type {never} */ (agency), officerId: null, supervises: [] },
      roles: new Set([/** @type {const} */ ('clerk')]),
    },
  ]),
);

/** @param {Ledger} ledger @param {number} i */
function openLife(ledger, i) {
  const acts = lifeOf(i);
  /** @type {import('@lien-thong/domain').DossierId | null} */
  let dossierId = null;
  return async (/** @type {number} */ step) => {
    const act = acts[step];
    const caller = CALLERS.get(act?.agency ?? '');
    if (act === undefined || caller === undefined) throw new Error(`no step ${step}`);
    const schema = dossierId === null ? openingBodySchema : commandBodySchema;
    const body = schema.parse(JSON.parse(act.text));
    const outcome = await ledger.submit(envelopeOf({ caller, dossierId, key: act.key, ifMatch: null, ...split(body) }));
    if (outcome.kind !== 'accepted') throw new Error(`${act.name}: ${JSON.stringify(outcome.refusal)}`);
    dossierId = outcome.dossierId;
  };
}
