/** The accounts of lateness derived again, for `verify`: each must follow from the rows of its dossier, which follow from its journal. */
import type { DossierId } from '@lien-thong/domain';
import { firstDifference } from '@lien-thong/engine';
import type { DossierFinding, Reference } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import { loadDossiers } from '../store/dossier-loading.js';
import { LEDGER_READS, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { LATENESS_FOLLOWER } from './follow-lateness.js';
import { accountOf } from './lateness-account.js';
import type { LatenessAccount } from './lateness-account.js';
import { loadAccounts } from './lateness-rows.js';

const PAGE = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

const NEXT: Statement = {
  name: 'verify-lateness-next',
  text: 'select d.id from dossier d where d.id > $1::uuid order by d.id limit $2',
};

/** Dossiers of which the reader has not read everything yet. */
const UNREAD: Statement = {
  name: 'verify-lateness-unread',
  text: `select distinct f.dossier_id from feed f join dossier d on d.id = f.dossier_id and d.receiving = f.agency_id
    left join follower_cursor c on c.follower = $2 and c.agency_id = f.agency_id
    where f.dossier_id = any ($1::uuid[]) and f.n > coalesce(c.n, 0)`,
};

function compared(
  expected: LatenessAccount | null,
  found: LatenessAccount | null,
): Omit<DossierFinding, 'dossierId'> | null {
  const difference = firstDifference(expected, found);
  if (difference === null) return null;
  const { path: field, ...values } = difference;
  return { row: 'lateness', key: expected?.state ?? 'none', field: field === '' ? 'row' : field, ...values };
}

async function pageOf(wire: Wire, ids: readonly DossierId[], reference: Pick<Reference, 'rulesOf'>) {
  const [stored, accounts, unread] = await Promise.all([
    loadDossiers(wire, ids, 'all'),
    loadAccounts(wire, ids),
    wire.send(UNREAD, [binaryArray('uuid', ids), LATENESS_FOLLOWER]),
  ]);
  const pending = new Set(unread.map((row) => row.text()));
  return [...stored.values()].flatMap(({ file }): DossierFinding[] => {
    const dossierId = file.dossier.id;
    if (pending.has(dossierId)) return [];
    const expected = accountOf(file, reference.rulesOf(file.dossier.pin));
    const finding = compared(expected, accounts.get(dossierId) ?? null);
    return finding === null ? [] : [{ ...finding, dossierId }];
  });
}

/**
 * The first difference of each dossier whose account does not follow. `unsound`: dossiers something else is wrong with, which were told
 * of already. What the reader has still to read is left out.
 */
export async function latenessFindings(
  pool: Pool,
  reference: Pick<Reference, 'rulesOf'>,
  unsound: ReadonlySet<DossierId>,
): Promise<readonly DossierFinding[]> {
  const findings: DossierFinding[] = [];
  let after = FIRST;
  for (;;) {
    const next = await inTransaction(pool, LEDGER_READS, async (wire) => {
      const ids = (await wire.send(NEXT, [after, PAGE])).map((row) => row.text() as DossierId);
      const sound = ids.filter((id) => !unsound.has(id));
      if (sound.length > 0) findings.push(...(await pageOf(wire, sound, reference)));
      return ids.at(-1);
    });
    if (next === undefined) return findings;
    after = next;
  }
}
