// @ts-check
/** What every scene is given: the offices, the people at their consoles, the clock, and the days. */
import { everyDossier } from './books.mjs';

/** @typedef {import('./actor.mjs').Json} Json */
/** @typedef {import('./director.mjs').Beat} Beat */

/**
 * @typedef {object} Stage
 * @property {import('../journey/office.mjs').Office} office speaks to the service as any agency
 * @property {import('./director.mjs').Director} director
 * @property {ReadonlyMap<string, import('./actor.mjs').Actor>} actors by agency
 * @property {(day: number, time: string | number) => string} on instant of a wall-clock time on the day-th day
 * @property {string} run tells two plays on one service apart
 * @property {{ agency: string, at: string }[]} handedIn what citizens handed in so far
 * @property {string} begins instant from which on dossiers belong to this play
 */

/** @param {Stage} stage @param {string} agency @returns {import('./actor.mjs').Actor} */
export function actorOf({ actors }, agency) {
  const actor = actors.get(agency);
  if (actor === undefined) throw new Error(`${agency} is not in the cast`);
  return actor;
}

/**
 * A citizen hands a dossier in at a counter.
 * @param {Stage} stage
 * @param {{ agency: string, name: string, dossier: Json }} handedIn
 */
export async function handIn(stage, { agency, name, dossier }) {
  const actor = actorOf(stage, agency);
  const at = stage.director.now;
  await actor.ask({ do: 'take', name, at, dossier });
  stage.handedIn.push({ agency, at });
  await stage.director.work(actor);
}

/**
 * A person does something in the console, for an office or over it.
 * @param {Stage} stage
 * @param {{ as: string, code: string, command: Json }} act
 */
export async function personActs({ office, director }, { as, code, command }) {
  await office.act(as, code, command);
  director.stirred(as);
}

/**
 * Code of the dossier an office received at this instant, of one procedure.
 * @param {Stage} stage
 * @param {{ agency: string, procedure: string }} which
 * @returns {Promise<string>}
 */
export async function codeReceivedNow({ office, director }, { agency, procedure }) {
  const all = await everyDossier(office, agency, `procedure=${procedure}`);
  const found = all.find(({ receivedAt, receivingAgency }) => {
    const isHere = receivingAgency.id === agency;
    return isHere && Date.parse(receivedAt) === Date.parse(director.now);
  });
  if (found === undefined) throw new Error(`${agency} received no dossier of ${procedure} at ${director.now}`);
  return found['code'];
}
