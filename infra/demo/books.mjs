// @ts-check
/** Holds the books of an office, read from its own disk, against those of the service: what is missing, what is there twice. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./actor.mjs').Json} Json */
/** @typedef {{ events: number, missing: number, doubled: number, holds: number, differing: number }} Compared */

/** Phases in which the dossier lies with whoever took it in; in the others with whoever accepted it. */
const WITH_THE_RECEIVER = new Set([
  ...['submitted', 'jurisdictionPending', 'received', 'inTransfer', 'awaitingAcceptance', 'transferReturned'],
  'readyForReturn',
]);
const ENDED = new Set(['receptionRefused', 'returned', 'withdrawn', 'closed']);
const PAGE = 1_000;

/**
 * @param {import('../journey/office.mjs').Office} office
 * @param {import('./actor.mjs').Actor} actor
 * @returns {Promise<Compared>} `missing`: facts of the feed its register lacks; `doubled`: facts it applied twice; `differing`:
 *   dossiers only one of the two takes it to hold
 */
export async function compareBooks(office, actor) {
  const register = registerOf(actor);
  const feed = await wholeFeed(office, actor.id);
  const missing = feed.filter(
    ({ view, subject, data }) => view !== 'part' && data.seq > (register.get(subject)?.['seq'] ?? 0),
  );
  const held = new Set([...register.values()].filter((each) => isHeldBy(actor.id, each)).map(({ code }) => code));
  const there = await heldThere(office, actor.id);
  const differing =
    [...held].filter((code) => !there.has(code)).length + [...there].filter((code) => !held.has(code)).length;
  return { events: feed.length, missing: missing.length, doubled: doubledIn(actor), holds: there.size, differing };
}

/** @param {import('./actor.mjs').Actor} actor @returns {Map<string, Json>} by the id of the dossier: its last line counts */
function registerOf(actor) {
  return new Map(linesOf(join(actor.folder, 'register.log')).map((each) => [each['dossierId'], each]));
}

/** @param {import('./actor.mjs').Actor} actor */
function doubledIn(actor) {
  const applied = linesOf(join(actor.folder, 'consumer.log')).filter(({ kind }) => kind === 'applied');
  return applied.length - new Set(applied.map(({ id }) => id)).size;
}

/** @param {string} file @returns {Json[]} */
function linesOf(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/** @param {string} me @param {Json} each a line of the register */
function isHeldBy(me, each) {
  if (ENDED.has(each['phase'])) return false;
  return (WITH_THE_RECEIVER.has(each['phase']) ? each['receiving'] : each['competent']) === me;
}

/** @param {import('../journey/office.mjs').Office} office @param {string} agency @returns {Promise<Json[]>} */
async function wholeFeed(office, agency) {
  /** @type {Json[]} */
  const events = [];
  for (let after = ''; ;) {
    const page = await office.need({ path: `/v1/events?limit=${PAGE}${after}`, agency });
    events.push(...page['events']);
    if (!page['more']) return events;
    after = `&after=${encodeURIComponent(page['next'])}`;
  }
}

/** @param {import('../journey/office.mjs').Office} office @param {string} agency @returns {Promise<Set<string>>} codes */
async function heldThere(office, agency) {
  const dossiers = await everyDossier(office, agency, 'state=open&holder=me');
  return new Set(dossiers.map(({ code }) => code));
}

/**
 * @param {import('../journey/office.mjs').Office} office
 * @param {string} agency who asks
 * @param {string} filter of `GET /v1/dossiers`
 * @returns {Promise<Json[]>}
 */
export async function everyDossier(office, agency, filter) {
  /** @type {Json[]} */
  const found = [];
  for (let cursor = ''; ;) {
    const page = await office.need({ path: `/v1/dossiers?sort=received&limit=200&${filter}${cursor}`, agency });
    found.push(...page['dossiers']);
    if (page['next'] === null) return found;
    cursor = `&cursor=${encodeURIComponent(page['next'])}`;
  }
}
