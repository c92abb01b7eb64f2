// @ts-check
/** What a restatement must be able to show: rows that whole journals give on the new calendar; and what its arithmetic costs by itself. */
import { pinAfter, reckonedOn } from '@lien-thong/domain';
import { verifyJournal } from '@lien-thong/engine';

const SAMPLE = 2_000;
const PAGE = 500;
const ROUNDS_OF_MS = 2_000;

/**
 * Reckons the clocks of the templates on the new calendar over and over: no database, no journal.
 * @param {import('./part-calendar.mjs').Field} field
 * @param {readonly import('@lien-thong/engine').StoredJournal[]} templates
 */
export function arithmeticAlone({ reference }, templates) {
  const work = templates.map(({ loaded: { file } }) => {
    const { pin } = file.dossier;
    const calendarVersion = reference.legalCalendar(pin.calendarProvince).version;
    return { clocks: file.clocks, rules: reference.rulesOf({ ...pin, calendarVersion }) };
  });
  const began = performance.now();
  let clocks = 0;
  while (performance.now() - began < ROUNDS_OF_MS) {
    for (const each of work) clocks += reckonedOn(each.clocks, each.rules).length;
  }
  return { arithmeticClocksPerSecond: Math.round((clocks * 1000) / (performance.now() - began)) };
}

/**
 * Folds whole journals of dossiers spread over the field anew, and compares byte for byte.
 * @param {import('./part-calendar.mjs').Field} field
 * @param {number} dossiers
 * @throws {Error} when one was left behind or does not agree
 */
export async function checkSample({ store, reference, admin }, dossiers) {
  const pages = Math.max(1, Math.floor(Math.min(SAMPLE, dossiers) / PAGE));
  let folded = 0;
  for (let page = 0; page < pages; page += 1) {
    const skip = Math.floor((page * dossiers) / pages);
    const { rows } = await admin.query('select id from dossier order by id offset $1 limit 1', [skip]);
    for (const { dossierId, journal, loaded } of await store.journalPage(rows[0].id, PAGE)) {
      const pin = pinAfter(journal);
      if (pin === null || journal.at(-1)?.type !== 'dossier.calendarRestated.v1')
        throw new Error(`${dossierId} was left behind`);
      const finding = verifyJournal(loaded, journal, reference.rulesOf(pin));
      if (finding !== null) throw new Error(`${dossierId}: ${JSON.stringify(finding)}`);
      folded += 1;
    }
  }
  const { rows } = await admin.query(`select count(*)::int as twice from (select dossier_id from event
    where type = 'dossier.calendarRestated.v1' group by dossier_id having count(*) > 1) t`);
  if (rows[0].twice !== 0) throw new Error(`${rows[0].twice} dossiers were restated twice`);
  return folded;
}
