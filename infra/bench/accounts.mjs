// @ts-check
/** What a run must be able to show afterwards: journals that fold to what the tables hold, and every delivery where it belongs. */
import { say } from '../scripts/say.mjs';
import { DELIVERIES, FACTS } from './lifecycle.mjs';

/**
 * Folds every journal anew and compares it with what stands in the tables; counts the deliveries against the feeds.
 * @param {{ system: Awaited<ReturnType<typeof import('./system.mjs').openSystem>>, reader: Awaited<ReturnType<typeof import('./reader.mjs').openReader>> }} of
 * @throws {Error} when a journal does not verify or a delivery is missing
 */
export async function account({ system, reader }) {
  say('› Gấp lại mọi nhật ký và đếm các lần giao …', '  Folding every journal and counting the deliveries …');
  const { dossiers, events, findings } = await system.verify();
  const { again, agencies } = await reader.report();
  const delivered = agencies.reduce((total, { seen }) => total + seen, 0);
  const complete = agencies.every(({ seen, last }) => seen === last);
  if (findings.length > 0) throw new Error(`${findings.length} dossiers do not verify: ${JSON.stringify(findings[0])}`);
  if (events !== dossiers * FACTS) throw new Error(`${events} facts of ${dossiers} dossiers`);
  if (delivered !== dossiers * DELIVERIES || !complete) throw new Error(`deliveries: ${JSON.stringify(agencies)}`);
  console.log(
    `  ${dossiers} dossiers, ${events} facts verified; ${delivered} deliveries, ${again} of them a second time`,
  );
  return { dossiers, events, delivered, again };
}
