/** Receipts the hub signs: for every fact of custody that no agency signed itself, in the order of the journal. */
import { Inject, Injectable } from '@nestjs/common';
import {
  CUSTODY_FACTS,
  RECEIPT_TYP,
  attemptAt,
  codesAt,
  documentsAt,
  issuerOf,
  receiptKindOfEvent,
} from '@lien-thong/domain';
import type { DossierEvent, DossierId, ReceiptClaims } from '@lien-thong/domain';
import type { ClockPort, Ids } from '@lien-thong/engine';
import type { Pool } from 'pg';
import { CLOCK, IDS, READ_POOL } from '../runtime/tokens.js';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import { loadJournals } from '../store/dossier-loading.js';
import { INSERT_RECEIPTS, LOAD_RECEIPTS, readReceipt } from '../store/receipt-rows.js';
import type { StoredReceipt } from '../store/receipt-rows.js';
import { LEDGER_READS, LEDGER_WRITES, inTransaction } from '../store/transactions.js';
import type { Wire } from '../store/wire.js';
import { HubKeys } from './hub-keys.js';
import { digestOf, signed } from './ed25519.js';
import type { SigningKey } from './ed25519.js';
import { instantOfSeconds, secondsOf } from './seconds.js';

/**
 * Two who sign for one dossier wait for each other, and the ledger for neither: it stores a receipt only where everything before its
 * place is signed (custody/check-receipt.ts). In the order of the hashes nobody waits in a circle.
 */
const LOCK: Statement = {
  name: 'lock-for-receipts',
  text: `select pg_advisory_xact_lock(h) from (
    select distinct hashtextextended('custody ' || id::text, 0) as h from unnest($1::uuid[]) as s (id) order by 1 offset 0) o`,
};
const UNSIGNED: Statement = {
  name: 'unsigned-custody',
  text: `select distinct e.dossier_id from event e
    where e.dossier_id = any ($1::uuid[]) and e.type = any ($2::text[])
      and not (e.type = 'dossier.transferRedirected.v1' and e.data ->> 'to' is null)
      and not exists (select from custody_receipt r where r.dossier_id = e.dossier_id and r.seq = e.seq)`,
};

/** Whose key a receipt needs, and what it will say but for what comes before it. */
interface Due {
  readonly seq: number;
  readonly claims: Omit<ReceiptClaims, 'previous'>;
}

@Injectable()
export class SignReceipts {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(IDS) private readonly ids: Ids,
    private readonly keys: HubKeys,
  ) {}

  /** Signs what is due of these dossiers, none of it twice; returns how many. Safe at the same time anywhere. */
  async execute(dossierIds: readonly DossierId[]): Promise<number> {
    const unsigned = await this.unsigned(dossierIds);
    if (unsigned.length === 0) return 0;
    return inTransaction(this.pool, LEDGER_WRITES, async (wire) => {
      const ids = [binaryArray('uuid', unsigned)];
      // Journals before receipts: an act that is committed in between shows its receipt, and is not signed a second time.
      const [, journals, rows] = await Promise.all([
        wire.send(LOCK, ids),
        loadJournals(wire, unsigned),
        wire.send(LOAD_RECEIPTS, ids),
      ]);
      const receipts = rows.map(readReceipt);
      const made: StoredReceipt[] = [];
      for (const [id, journal] of journals) {
        const given = receipts.filter(({ dossierId }) => dossierId === id);
        made.push(...(await this.sign(wire, journal, given)));
      }
      if (made.length > 0) await wire.send(INSERT_RECEIPTS.statement, INSERT_RECEIPTS.values(made));
      return made.length;
    });
  }

  private async unsigned(dossierIds: readonly DossierId[]): Promise<readonly DossierId[]> {
    if (dossierIds.length === 0) return [];
    const values = [binaryArray('uuid', dossierIds), binaryArray('text', CUSTODY_FACTS)];
    const rows = await inTransaction(this.pool, LEDGER_READS, (wire) => wire.send(UNSIGNED, values));
    return rows.map((row) => row.text() as DossierId).sort();
  }

  private async sign(
    wire: Wire,
    journal: readonly DossierEvent[],
    given: readonly StoredReceipt[],
  ): Promise<readonly StoredReceipt[]> {
    const now = secondsOf(this.clock.now());
    const due = this.dueOf(journal, { given, now });
    const keys = await this.keys.current(
      wire,
      due.map(({ claims }) => claims.iss),
      instantOfSeconds(now),
    );
    let previous = given.at(-1)?.digest ?? null;
    const made: StoredReceipt[] = [];
    for (const { seq, claims } of due) {
      const key = keys.get(claims.iss);
      if (key === undefined) throw new Error(`no key of the hub for ${claims.iss}`);
      const receipt = await receiptOf({ seq, claims: { ...claims, previous } }, key);
      made.push(receipt);
      previous = receipt.digest;
    }
    return made;
  }

  private dueOf(
    journal: readonly DossierEvent[],
    { given, now }: { readonly given: readonly StoredReceipt[]; readonly now: number },
  ): readonly Due[] {
    const signedUpTo = given.at(-1)?.seq ?? 0;
    return journal.flatMap((event, index) => {
      const kind = receiptKindOfEvent(event);
      if (kind === null || event.seq <= signedUpTo) return [];
      const until = journal.slice(0, index + 1);
      const claims = {
        iss: issuerOf(until),
        sub: event.dossierId,
        kind,
        code: codesAt(until).at(-1) ?? '',
        attempt: attemptAt(until),
        position: { seq: event.seq, hash: event.hash },
        documents: [...documentsAt(until)],
        officer: event.actor.officerId,
        occurredAt: event.occurredAt,
        iat: now,
        jti: this.ids.next(),
      };
      return [{ seq: event.seq, claims }];
    });
  }
}

async function receiptOf(
  { seq, claims }: { readonly seq: number; readonly claims: ReceiptClaims },
  key: SigningKey,
): Promise<StoredReceipt> {
  const { sub, jti, kind, iss, previous } = claims;
  const jws = await signed(claims, key, RECEIPT_TYP);
  return { dossierId: sub, seq, jti, kind, agencyId: iss, kid: key.kid, digest: digestOf(jws), previous, jws };
}
