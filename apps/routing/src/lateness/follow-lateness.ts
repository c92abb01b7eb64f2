/** Keeps the accounts of lateness beside the journal: anew for every dossier whose limit has ended and of which something was learnt. */
import type { DossierId, Pin, Rules } from '@lien-thong/domain';
import type { Follow } from '../follow/feed-follower.js';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import { loadDossiers } from '../store/dossier-loading.js';
import { accountOf } from './lateness-account.js';
import { replaceAccounts } from './lateness-rows.js';

/** Its name among the readers of the journal. */
export const LATENESS_FOLLOWER = 'lateness';

/** A dossier whose limit runs has no account; one that has one all the same lost its end by a correction. */
const CONCERNED: Statement = {
  name: 'lateness-concerned',
  text: `select c.dossier_id from clock c
      where c.dossier_id = any ($1::uuid[]) and c.id = 'legal' and c.stopped_at is not null
    union select l.dossier_id from lateness l where l.dossier_id = any ($1::uuid[])`,
};

export interface RulesKnown {
  /** Fetches what the pins name where it is not known yet. */
  readonly acquaint: (pins: readonly Pin[]) => Promise<void>;
  readonly rulesOf: (pin: Pin) => Rules;
}

/** What a reader of the journal does with new facts. A dossier is accounted for as it stands now, so a fact read twice does no harm. */
export function followLateness({ acquaint, rulesOf }: RulesKnown): Follow {
  return async (wire, facts) => {
    const told = facts.map(({ dossierId }) => dossierId);
    const ids = (await wire.send(CONCERNED, [binaryArray('uuid', told)])).map((row) => row.text() as DossierId);
    if (ids.length === 0) return;
    const files = [...(await loadDossiers(wire, ids, 'all')).values()].map(({ file }) => file);
    await acquaint(files.map(({ dossier }) => dossier.pin));
    const accounts = files.map((file) => accountOf(file, rulesOf(file.dossier.pin)));
    await replaceAccounts(
      wire,
      ids,
      accounts.filter((account) => account !== null),
    );
  };
}
