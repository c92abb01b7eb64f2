// @ts-check
/** What it came to: read from the service, dossier by dossier, and added up. Nothing is reckoned here but sums. */
import { everyDossier } from './books.mjs';
import { CAST } from './cast.mjs';

/** @typedef {import('./actor.mjs').Json} Json */
/** @typedef {{ id: string, received: number, transferred: number, arrived: number, onTime: number, overdue: number, running: number, ended: number, open: number }} Row */
/** @typedef {{ owner: string, minutes: number }} Share */
/**
 * @typedef {object} Figures
 * @property {readonly Row[]} agencies `onTime`, `overdue`, `running` and `ended` (without a decision) add up to `received`
 * @property {readonly Share[]} owners most minutes first
 * @property {number} attributed sum of the owners' minutes
 * @property {number} counted the same minutes counted on the calendar, dossier by dossier
 * @property {boolean} exact
 * @property {{ limit: number, others: number }} causes overdue dossiers whose legs cannot fit their limit, and the others
 * @property {Readonly<Record<string, number>>} lateLegs legs over their own budget, by kind
 * @property {Readonly<Record<string, number>>} facts facts in the journals, by type
 */

const FINAL = new Set(['receptionRefused', 'returned', 'withdrawn', 'closed']);
/** So many timelines are asked for side by side. */
const AT_ONCE = 8;

/**
 * @param {import('./stage.mjs').Stage} stage
 * @returns {Promise<Figures>}
 */
export async function closingFigures({ office, begins }) {
  /** @type {Row[]} */
  const agencies = [];
  /** @type {Json[]} */
  const dossiers = [];
  for (const { id } of CAST) {
    const all = (await everyDossier(office, id, '')).filter((each) => isOf(each, begins));
    const own = all.filter(({ receivingAgency }) => receivingAgency.id === id);
    agencies.push(rowOf(id, all, own));
    dossiers.push(...own);
  }
  const read = await inTurns(dossiers, (each) => readWhole(office, each));
  return { agencies, ...minutesOf(read), causes: causesOf(read), ...countsOf(read) };
}

/** @param {Json} dossier @param {string} begins */
function isOf({ receivedAt }, begins) {
  return receivedAt !== null && Date.parse(receivedAt) >= Date.parse(begins);
}

/** @param {string} id @param {readonly Json[]} all @param {readonly Json[]} own @returns {Row} */
function rowOf(id, all, own) {
  const standings = own.map(standingOf);
  const number = (/** @type {string} */ of) => standings.filter((each) => each === of).length;
  const away = (/** @type {Json} */ { competentAgency }) => competentAgency !== null && competentAgency.id !== id;
  return {
    id,
    received: own.length,
    transferred: own.filter(away).length,
    arrived: all.filter((each) => each['receivingAgency'].id !== id && each['competentAgency']?.id === id).length,
    ...{ onTime: number('onTime'), overdue: number('overdue'), running: number('running'), ended: number('ended') },
    open: own.filter(({ phase }) => !FINAL.has(phase)).length,
  };
}

/** How the clock of the law stands, or how it ended. @param {Json} dossier */
function standingOf({ legal, phase }) {
  if (legal !== null && (legal.overdue || legal.outcome === 'overdue')) return 'overdue';
  if (legal !== null && legal.outcome !== null) return 'onTime';
  return FINAL.has(phase) ? 'ended' : 'running';
}

/** @param {import('../journey/office.mjs').Office} office @param {Json} listed */
async function readWhole(office, listed) {
  const agency = listed['receivingAgency'].id;
  const timeline = await office.timeline(agency, listed['code']);
  const isLate = standingOf(listed) === 'overdue';
  const feasibility = isLate ? (await office.dossier(agency, listed['code']))['feasibility'] : null;
  return { timeline, isLate, feasibility };
}

/** @typedef {Awaited<ReturnType<typeof readWhole>>} Read */

/** @param {readonly Read[]} read */
function minutesOf(read) {
  /** @type {Map<string, number>} */
  const minutes = new Map();
  for (const { owner, legalMinutes } of read.flatMap(({ timeline }) => timeline['attribution'])) {
    const key = owner.kind === 'agency' ? owner.agency.id : owner.kind;
    minutes.set(key, (minutes.get(key) ?? 0) + legalMinutes);
  }
  const owners = [...minutes].map(([owner, sum]) => ({ owner, minutes: sum }));
  return {
    owners: owners.sort((a, b) => b.minutes - a.minutes || (a.owner < b.owner ? -1 : 1)),
    attributed: owners.reduce((sum, share) => sum + share.minutes, 0),
    counted: read.reduce((sum, { timeline }) => sum + timeline['total'].legalMinutes, 0),
    exact: read.every(({ timeline }) => timeline['total'].exact === true),
  };
}

/** @param {readonly Read[]} read */
function causesOf(read) {
  const late = read.filter(({ isLate }) => isLate);
  const limit = late.filter(({ feasibility }) => feasibility?.infeasible === 'limit').length;
  return { limit, others: late.length - limit };
}

/** @param {readonly Read[]} read */
function countsOf(read) {
  const legs = read.flatMap(({ timeline }) => /** @type {Json[]} */ (timeline['legs']));
  const facts = read.flatMap(({ timeline }) => /** @type {Json[]} */ (timeline['journal']));
  return {
    lateLegs: counted(legs.filter(({ overdue, outcome }) => overdue || outcome === 'overdue').map(({ kind }) => kind)),
    facts: counted(facts.map(({ type }) => type)),
  };
}

/** @param {readonly string[]} names @returns {Record<string, number>} in the order of the names */
function counted(names) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/**
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {(item: Item) => Promise<Result>} ask
 * @returns {Promise<Result[]>}
 */
async function inTurns(items, ask) {
  /** @type {Result[]} */
  const results = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(ask))));
  }
  return results;
}
