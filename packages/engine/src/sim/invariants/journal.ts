/** I8 replay, I13 non-interference. */
import { canonicalJson } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import { verifyJournal } from '../../journal/verify-journal.js';
import type { DossierRows } from '../../memory/rows.js';
import type { Reference } from '../../ports/reference.js';
import { storedDossier } from '../../memory/rows.js';
import { PlainClocks } from '../plain/clocks.js';
import { plainRules } from '../plain/rules.js';
import { asReadAt } from '../plain/story.js';
import { first, pinOf } from './evidence.js';
import type { Complaint } from './evidence.js';

/** I8: the journal, folded again, gives the stored rows byte for byte; the chain of its hashes is whole. */
export function replays(id: DossierId, rows: DossierRows, reference: Reference): Complaint {
  const { events } = rows;
  const finding = verifyJournal(storedDossier(rows, 'everything'), events, reference.rulesOf(pinOf(events)));
  if (finding === null) return null;
  const { row, key, field, expected, found } = finding;
  return `${id}: ${row} ${key} ${field} is ${canonicalJson(found ?? null)}, its journal gives ${canonicalJson(expected ?? null)}`;
}

/**
 * I13: what an admin publishes touches no dossier on its way. It keeps the versions it was opened with, versions that were in force
 * then, and its clocks have the budgets those give.
 */
export function keepsItsRules(id: DossierId, rows: DossierRows, edited: boolean): Complaint {
  const pin = pinOf(rows.events);
  if (canonicalJson(rows.dossier.pin) !== canonicalJson(pin))
    return `${id} is pinned to other versions than it began with`;
  if (!edited && pin.procedureVersion !== 1) return `${id} follows a version that is not published yet`;
  const clocks = new PlainClocks(plainRules(pin));
  for (const event of asReadAt(rows.events, rows.events.length)) clocks.tell(event);
  return first(clocks.clocks.values(), ({ id: clockId, budget }) => {
    const is = rows.clocks.get(clockId)?.budget;
    if (budget === null || is === undefined) return null;
    const minutes = is.unit === 'work' ? is.minutes : null;
    return minutes === budget ? null : `${id}: ${clockId} has ${minutes} minutes, its procedure gives ${budget}`;
  });
}
