// @ts-check
/** Dossiers by the hundred thousand, each with a journal whose chain is whole: a few are received, the others are their like. */
import { Ledger, formatCode, hashOf } from '@lien-thong/engine';
import { AGENCIES, WARDS } from './lifecycle.mjs';
import { envelopeOf, openingBodySchema, split, uuid7Ids } from './parts.mjs';

const TEMPLATES = 160;
const BATCH = 1_000;
/** Marital status in one and a half working days, and a land certificate that takes weeks. */
const PROCEDURES = [
  { procedureCode: '1.004873', fact: 'residence' },
  { procedureCode: '1.012817', fact: 'assetLocation' },
];
/** Of a code that no counter of the field gives out. */
const FIRST_NUMBER = 1_000_000;

/** @typedef {import('@lien-thong/engine').StoredJournal} Template */

/** Received in the hours before now, in turn at every ward for its neighbour. @param {number} i @param {string} now */
function reception(i, now) {
  const ward = WARDS[i % WARDS.length];
  const other = WARDS[(i % WARDS.length) ^ 1];
  const procedure = PROCEDURES[Math.floor(i / WARDS.length) % PROCEDURES.length];
  if (ward === undefined || other === undefined || procedure === undefined) throw new Error('wards come in pairs');
  const occurredAt = new Date(Date.parse(now) - i * 7 * 60_000).toISOString();
  const jurisdiction = { [procedure.fact]: { communeCode: other.commune } };
  const intake = { procedureCode: procedure.procedureCode, channel: 'counter', jurisdiction, documents: [] };
  return { agency: ward.agency, body: openingBodySchema.parse({ type: 'receive', occurredAt, intake }) };
}

/** @param {import('./part-calendar.mjs').Field} field @returns {Promise<readonly Template[]>} */
async function receiveTemplates({ store, clock, reference }) {
  const ports = { store, clock, reference, ids: uuid7Ids, codeOwner: /** @type {const} */ ('competent') };
  const ledger = new Ledger({ ...ports, onCommitted: () => undefined });
  const outcomes = Array.from({ length: TEMPLATES }, (_, i) => {
    const { agency, body } = reception(i, clock.now());
    const roles = new Set([/** @type {const} */ ('clerk')]);
    const agencyId = /** @type {import('@lien-thong/domain').AgencyId} */ (agency);
    const caller = {
      kind: /** @type {const} */ ('software'),
      id: agency,
      agencyId,
      officerId: null,
      supervises: [],
      roles,
    };
    return ledger.submit(
      envelopeOf({ caller, dossierId: null, key: `bench-calendar-${i}`, ifMatch: null, ...split(body) }),
    );
  });
  for (const outcome of await Promise.all(outcomes)) {
    if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  }
  await ledger.drain();
  return store.journalPage(null, TEMPLATES);
}

/** The like of a template under another id and code, its chain hashed anew. @param {Template} template @param {number} n */
function likeOf({ loaded, journal }, n) {
  const id = /** @type {import('@lien-thong/domain').DossierId} */ (uuid7Ids.next());
  const { dossier, clocks, segments } = loaded.file;
  const [first] = journal;
  if (first?.type !== 'dossier.received.v1' || journal.length !== 1)
    throw new Error('a template is a dossier just received');
  const code = formatCode(
    { scope: dossier.code.split('-')[0] ?? '', day: dossier.code.split('-')[1] ?? '' },
    FIRST_NUMBER + n,
  );
  const event = { ...first, id: uuid7Ids.next(), dossierId: id, data: { ...first.data, code } };
  event.hash = hashOf(event);
  return {
    ...{ isNew: true, replaceAll: false, clocks, segments },
    dossier: { ...dossier, id, code, hash: event.hash },
    events: [event],
    parties: loaded.parties.map((party) => ({ ...party, dossierId: id })),
  };
}

/** @param {import('./part-calendar.mjs').Field} field @param {number} dossiers @returns {Promise<readonly Template[]>} */
export async function sowDossiers(field, dossiers) {
  if (AGENCIES.length !== WARDS.length) throw new Error('a ward, an agency');
  const templates = await receiveTemplates(field);
  const more = Math.max(0, dossiers - templates.length);
  for (let n = 0; n < more; n += BATCH) {
    const writes = Array.from({ length: Math.min(BATCH, more - n) }, (_, i) =>
      likeOf(/** @type {Template} */ (templates[(n + i) % templates.length]), n + i),
    );
    const batch = { dossiers: writes, answers: [], feed: [], privates: [], receipts: [] };
    await field.store.transaction((tx) => tx.write(batch));
    if ((n / BATCH) % 100 === 99) console.log(`  ${n + BATCH} dossiers sown`);
  }
  return templates;
}
