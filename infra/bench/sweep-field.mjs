// @ts-check
/**
 * A million open clocks at 14:00 of a Tuesday, of which a given number come due together at 14:01: half of them the breach of a limit
 * of 1.5 days in dossiers that were taken over on Monday at 08:00, half the first warning of a transfer of dossiers received that
 * morning. A few are taken through the real ledger and the real sweep, the others are their like.
 */
import { instantOf, minuteOf, plusMinutes } from '@lien-thong/domain';
import { Ledger, Sweep, formatCode, hashOf } from '@lien-thong/engine';
import { WARDS } from './lifecycle.mjs';
import { commandBodySchema, envelopeOf, openingBodySchema, split, uuid7Ids } from './parts.mjs';

/** @typedef {import('@lien-thong/engine').StoredJournal} Template */
/** @typedef {import('@lien-thong/domain').DossierId} DossierId */
/** @typedef {import('@lien-thong/domain').Minute} Minute */

const BATCH = 1_000;
/** Transactions that sow at the same time. */
const SOWERS = 2;
/** Of a code that no counter of the field gives out. */
const FIRST_NUMBER = 1_000_000;
const SHORT = { code: '1.004873', fact: 'residence' };
const LONG = { code: '1.012817', fact: 'assetLocation' };
const at = (/** @type {string} */ local) =>
  /** @type {import('@lien-thong/domain').Instant} */ (new Date(`2026-11-${local}:00+07:00`).toISOString());

export const FIELD_OPENS = at('16T08:00');
/** The moment of the storm: everything that is due at once is due at this minute. */
export const STORM = minuteOf(at('17T14:01'));
/** Minutes after the storm in which single clocks come due, for the measure of latency. */
export const QUIET_MINUTES = 40;

/** Which of the field's dossiers is due when. */
const KINDS = /** @type {const} */ (['breached', 'warned', 'quiet', 'background']);
/** @typedef {typeof KINDS[number]} Kind */

/** @param {number} i */
function wardsOf(i) {
  const [ward, other] = [WARDS[i % WARDS.length], WARDS[(i % WARDS.length) ^ 1]];
  if (ward === undefined || other === undefined) throw new Error('wards come in pairs');
  return { ward, other };
}

/** The acts that make the templates, by the real ledger at the times they are declared for. */
class Office {
  /** @param {import('./part-sweep.mjs').Field} field */
  constructor({ ports, clock }) {
    this.clock = clock;
    this.ledger = new Ledger(ports);
    this.sweep = new Sweep(ports);
    this.keys = 0;
  }

  /** @param {string} agency @param {DossierId | null} dossierId @param {Record<string, unknown>} body */
  async act(agency, dossierId, body) {
    const parsed = dossierId === null ? openingBodySchema.parse(body) : commandBodySchema.parse(body);
    const roles = new Set([/** @type {const} */ ('clerk')]);
    const agencyId = /** @type {import('@lien-thong/domain').AgencyId} */ (agency);
    const kind = /** @type {const} */ ('software');
    const caller = { kind, id: agency, agencyId, officerId: null, supervises: [], roles };
    const key = `bench-sweep-${(this.keys += 1)}`;
    const outcome = await this.ledger.submit(envelopeOf({ caller, dossierId, key, ifMatch: null, ...split(parsed) }));
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
    return outcome.dossierId;
  }

  /** @param {number} i @param {typeof SHORT} procedure */
  receive(i, { code, fact }) {
    const { ward, other } = wardsOf(i);
    const jurisdiction = { [fact]: { communeCode: other.commune } };
    const intake = { procedureCode: code, channel: 'counter', jurisdiction, documents: [] };
    return this.act(ward.agency, null, { type: 'receive', intake });
  }

  /** Both wards are without software: the engine confirms the delivery. @param {number} i */
  async takenOver(i) {
    const { ward, other } = wardsOf(i);
    const id = await this.receive(i, SHORT);
    await this.act(ward.agency, id, { type: 'transfer', copy: 'electronic' });
    await this.act(other.agency, id, { type: 'acceptTransfer' });
    return id;
  }

  /** @param {Minute} minute */
  async moveTo(minute) {
    this.clock.moveTo(instantOf(minute));
    await this.sweep.runOnce();
  }
}

/** Templates of each kind: one of every ward, and of what is due at different times one for every minute. */
async function makeTemplates(/** @type {import('./part-sweep.mjs').Field} */ field) {
  const office = new Office(field);
  /** @type {Record<Kind, DossierId[]>} */
  const ids = { breached: [], warned: [], quiet: [], background: [] };
  const wards = WARDS.map((_, i) => i);
  for (const i of wards) ids.breached.push(await office.takenOver(i));
  // A transfer of one day warns after 240 working minutes: received at 08:01 of the same day, at 14:01.
  const morning = minuteOf(at('17T08:01'));
  await office.moveTo(morning);
  for (const i of wards) ids.warned.push(await office.receive(i, SHORT));
  for (let minute = 1; minute <= QUIET_MINUTES; minute += 1) {
    await office.moveTo(plusMinutes(morning, minute));
    ids.quiet.push(await office.receive(minute, SHORT));
  }
  for (let minute = 0; minute < 120; minute += 1) {
    await office.moveTo(plusMinutes(minuteOf(at('17T09:00')), minute));
    ids.background.push(await office.receive(minute, minute % 8 < 4 ? SHORT : LONG));
  }
  await office.moveTo(plusMinutes(STORM, -1));
  await office.ledger.drain();
  const all = new Map((await field.store.journalPage(null, 1_000)).map((each) => [each.dossierId, each]));
  return /** @type {Record<Kind, Template[]>} */ (
    Object.fromEntries(KINDS.map((kind) => [kind, ids[kind].map((id) => all.get(id))]))
  );
}

/** The like of a template under another id and code, its chain hashed anew. @param {Template} template @param {number} n */
function likeOf({ loaded, journal }, n) {
  const id = /** @type {DossierId} */ (uuid7Ids.next());
  const { dossier, clocks, segments } = loaded.file;
  const [scope = '', day = ''] = dossier.code.split('-');
  const code = formatCode({ scope, day }, FIRST_NUMBER + n);
  /** @type {import('@lien-thong/domain').DossierEvent[]} */
  const events = [];
  for (const original of journal) {
    const named = { ...original, id: uuid7Ids.next(), dossierId: id };
    const event = named.type === 'dossier.received.v1' ? { ...named, data: { ...named.data, code } } : named;
    event.prevHash = events.at(-1)?.hash ?? event.prevHash;
    event.hash = hashOf(event);
    events.push(event);
  }
  return {
    ...{ isNew: true, replaceAll: false, clocks, segments },
    dossier: { ...dossier, id, code, hash: events.at(-1)?.hash ?? '' },
    events,
    parties: loaded.parties.map((party) => ({ ...party, dossierId: id })),
  };
}

/** @param {Template} template */
const openClocks = ({ loaded }) => loaded.file.clocks.filter(({ status }) => status === 'running').length;

/** How many dossiers of each kind make the clocks asked for. @param {Record<Kind, Template[]>} templates @param {Plan} plan */
function countsOf(templates, { clocks, due, perMinute }) {
  const each = (/** @type {Kind} */ kind) => openClocks(/** @type {Template} */ (templates[kind][0]));
  const counts = { breached: Math.floor(due / 2), warned: Math.ceil(due / 2), quiet: perMinute * QUIET_MINUTES };
  const open = counts.breached * each('breached') + counts.warned * each('warned') + counts.quiet * each('quiet');
  return { ...counts, background: Math.max(0, Math.ceil((clocks - open) / each('background'))) };
}

/** @typedef {{ clocks: number, due: number, perMinute: number }} Plan */

/**
 * Afterwards the clock stands a minute before the storm.
 * @param {import('./part-sweep.mjs').Field} field @param {Plan} plan
 */
export async function sowClocks(field, plan) {
  const templates = await makeTemplates(field);
  const counts = countsOf(templates, plan);
  /** @type {{ template: Template, n: number }[]} */
  const wanted = [];
  for (const kind of KINDS) {
    const of = templates[kind];
    for (let i = of.length; i < counts[kind]; i += 1)
      wanted.push({ template: /** @type {Template} */ (of[i % of.length]), n: wanted.length });
  }
  let next = 0;
  const sower = async () => {
    while (next < wanted.length) {
      const from = next;
      next += BATCH;
      const dossiers = wanted.slice(from, from + BATCH).map(({ template, n }) => likeOf(template, n));
      const batch = { dossiers, answers: [], feed: [], privates: [], receipts: [] };
      await field.store.transaction((tx) => tx.write(batch));
      if ((from / BATCH) % 100 === 99) console.log(`  ${from + BATCH} of ${wanted.length} dossiers sown`);
    }
  };
  await Promise.all(Array.from({ length: SOWERS }, sower));
  const dossiers = Object.values(templates).reduce((sum, { length }) => sum + length, 0) + wanted.length;
  return { dossiers };
}
