/** Rows of the tables `lateness` and `late_stretch`. Not on the path of any act: texts and JSON will do. */
import type { AgencyId, DossierId, LateStretch, Minute, Owner } from '@lien-thong/domain';
import { binaryArray } from '../store/binary-array.js';
import type { Statement } from '../store/columns.js';
import { ownerAgency, readOwner } from '../store/owner-columns.js';
import type { RowReader } from '../store/raw-row.js';
import type { Wire } from '../store/wire.js';
import type { LatenessAccount } from './lateness-account.js';

const CLEAR: Statement = { name: 'lateness-clear', text: 'delete from lateness where dossier_id = any ($1::uuid[])' };

const WRITE: Statement = {
  name: 'lateness-write',
  text: `insert into lateness (dossier_id, state, reason, provisional, minutes, since_minute, until_minute, procedure_code,
      sender, receiver)
    select r."dossierId", r.state, r.reason, r.provisional, r.minutes, r.since, r.until, r."procedureCode", r.sender, r.receiver
    from jsonb_to_recordset($1::jsonb) as r ("dossierId" uuid, state text, reason text, provisional boolean, minutes integer,
      since integer, until integer, "procedureCode" text, sender text, receiver text)`,
};

const WRITE_STRETCHES: Statement = {
  name: 'late-stretches-write',
  text: `insert into late_stretch (dossier_id, n, from_minute, to_minute, minutes, owner_kind, owner_agency, leg, kind,
      due_kind, due_agency)
    select r."dossierId", r.n, r."from", r."to", r.minutes, r."ownerKind", r."ownerAgency", r.leg, r.kind, r."dueKind",
      r."dueAgency"
    from jsonb_to_recordset($1::jsonb) as r ("dossierId" uuid, n integer, "from" integer, "to" integer, minutes integer,
      "ownerKind" text, "ownerAgency" text, leg text, kind text, "dueKind" text, "dueAgency" text)`,
};

const READ: Statement = {
  name: 'lateness-read',
  text: `select l.dossier_id, l.state, l.reason, l.provisional, l.minutes, l.since_minute, l.until_minute, l.procedure_code,
      l.sender, l.receiver from lateness l where l.dossier_id = any ($1::uuid[])`,
};

const READ_STRETCHES: Statement = {
  name: 'late-stretches-read',
  text: `select s.dossier_id, s.from_minute, s.to_minute, s.minutes, s.owner_kind, s.owner_agency, s.leg, s.kind, s.due_kind,
      s.due_agency from late_stretch s where s.dossier_id = any ($1::uuid[]) order by s.dossier_id, s.n`,
};

function stretchRow(dossierId: DossierId, { owner, dueTo, ...stretch }: LateStretch, place: number) {
  const due = dueTo === null ? null : dueTo.kind;
  return {
    ...{ dossierId, n: place + 1, ...stretch },
    ...{ ownerKind: owner.kind, ownerAgency: ownerAgency(owner), dueKind: due, dueAgency: ownerAgency(dueTo) },
  };
}

/** Puts these accounts in the place of whatever was stored of these dossiers. */
export async function replaceAccounts(
  wire: Wire,
  ids: readonly DossierId[],
  accounts: readonly LatenessAccount[],
): Promise<void> {
  const rows = accounts.map((account) => ({ ...account, stretches: undefined }));
  const stretches = accounts.flatMap((account) =>
    account.stretches.map((stretch, place) => stretchRow(account.dossierId, stretch, place)),
  );
  await Promise.all([
    wire.send(CLEAR, [binaryArray('uuid', ids)]),
    ...(rows.length === 0 ? [] : [wire.send(WRITE, [JSON.stringify(rows)])]),
    ...(stretches.length === 0 ? [] : [wire.send(WRITE_STRETCHES, [JSON.stringify(stretches)])]),
  ]);
}

type Header = Omit<LatenessAccount, 'stretches'>;

function readHeader(row: RowReader): Header {
  return {
    dossierId: row.text() as DossierId,
    state: row.text() as Header['state'],
    reason: row.textOrNull() as Header['reason'],
    provisional: row.boolean(),
    minutes: row.integer(),
    since: row.integerOrNull() as Minute | null,
    until: row.integer() as Minute,
    procedureCode: row.text(),
    sender: row.text() as AgencyId,
    receiver: row.textOrNull() as AgencyId | null,
  };
}

function readStretch(row: RowReader): LateStretch {
  const [from, to, minutes] = [row.integer() as Minute, row.integer() as Minute, row.integer()];
  const owner = readOwner(row) as Owner;
  return { from, to, minutes, owner, leg: row.text(), kind: row.text() as LateStretch['kind'], dueTo: readOwner(row) };
}

/** What is stored of these dossiers. */
export async function loadAccounts(
  wire: Wire,
  ids: readonly DossierId[],
): Promise<ReadonlyMap<DossierId, LatenessAccount>> {
  const values = [binaryArray('uuid', ids)];
  const [headers, rows] = await Promise.all([wire.send(READ, values), wire.send(READ_STRETCHES, values)]);
  const stretches = new Map<DossierId, LateStretch[]>();
  for (const row of rows) {
    const id = row.text() as DossierId;
    stretches.set(id, [...(stretches.get(id) ?? []), readStretch(row)]);
  }
  return new Map(
    headers
      .map(readHeader)
      .map((header) => [header.dossierId, { ...header, stretches: stretches.get(header.dossierId) ?? [] }]),
  );
}
