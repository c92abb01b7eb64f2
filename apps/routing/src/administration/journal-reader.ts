/** Reads the journal of people, keys and competences, the newest first. */
import { Inject, Injectable } from '@nestjs/common';
import type { AgencyId } from '@lien-thong/domain';
import type { Pool } from 'pg';
import { z } from 'zod';
import { agencyRef } from '../directory/agency-ref.js';
import { decodeCursor, encodeCursor } from '../http/cursor.js';
import type { Caller } from '../identity/caller.js';
import { LiveReference } from '../reference/live-reference.js';
import { READ_POOL, REFERENCE } from '../runtime/tokens.js';
import type { Statement } from '../store/columns.js';
import { inTransaction } from '../store/transactions.js';
import type { Opening } from '../store/transactions.js';
import type { AdministrationEntryView, AdministrationJournalView, JournalAsked, SubjectKind } from './journal-view.js';

/** The journal stands behind the wall of people: who may come here was decided by the role. */
const PEOPLE_READS: Opening = {
  begin: { name: 'begin-read', text: 'begin isolation level repeatable read, read only' },
  settings: ['app.scope', 'people'],
};

const PAGE: Statement = {
  name: 'people-journal',
  text: `select j.n, j.at, j.recorded_at as "recordedAt", j.actor_kind as "actorKind", j.actor_id as "actorId",
      j.actor_agency as "actorAgency", actor.name as "actorName", j.action, j.subject_kind as "kind", j.subject_id as "subject",
      coalesce(o.name, held.name, k.label) as "subjectName", j.agency_id as "agencyId", j.before, j.after
    from people_journal j
      left join officer actor on j.actor_kind = 'person' and actor.id = j.actor_id
      left join officer o on j.subject_kind = 'officer' and o.id = j.subject_id
      left join account a on j.subject_kind = 'account' and a.id = j.subject_id
      left join officer held on held.id = a.officer_id
      left join api_key k on j.subject_kind = 'apiKey' and k.id = j.subject_id
    where j.n < $1 and ($2::text is null or j.subject_kind = $2) and ($3::text is null or j.subject_id = $3)
      and ($4::text is null or j.agency_id = $4) and ($5::text[] is null or j.agency_id = any ($5))
    order by j.n desc limit $6`,
};

interface Row {
  readonly n: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly actorKind: 'person' | 'software';
  readonly actorId: string;
  readonly actorAgency: AgencyId;
  readonly actorName: string | null;
  readonly action: AdministrationEntryView['action'];
  readonly kind: SubjectKind;
  readonly subject: string;
  readonly subjectName: string | null;
  readonly agencyId: AgencyId;
  readonly before: AdministrationEntryView['before'];
  readonly after: AdministrationEntryView['after'];
}

const placeSchema = z.tuple([z.int().min(1)]);

@Injectable()
export class JournalReader {
  constructor(
    @Inject(READ_POOL) private readonly pool: Pool,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /** An auditor reads of his own agency and of those he watches over. Throws `cursor-invalid`. */
  async page(caller: Caller, asked: JournalAsked): Promise<AdministrationJournalView> {
    const { kind = null, subject = null, agency = null, cursor, limit } = asked;
    const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(cursor, placeSchema)[0];
    const within = caller.roles.has('admin') ? null : [caller.agencyId, ...caller.supervises];
    const values = [before, kind, subject, agency, within, limit + 1];
    const rows = await inTransaction(this.pool, PEOPLE_READS, (wire) => wire.select<Row & object>(PAGE, values));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      entries: shown.map((row) => this.view(row)),
      next: rows.length > shown.length && last !== undefined ? encodeCursor([Number(last.n)]) : null,
    };
  }

  private view({ actorKind, actorId, actorAgency, actorName, kind, subject, ...row }: Row): AdministrationEntryView {
    const { n, at, recordedAt, action, subjectName, agencyId, before, after } = row;
    const { directory } = this.reference;
    return {
      ...{ n: Number(n), at, recordedAt },
      actor: { kind: actorKind, id: actorId, name: actorName, agency: agencyRef(directory, actorAgency) },
      action,
      subject: { kind, id: subject, name: subjectName },
      agency: agencyRef(directory, agencyId),
      ...{ before, after },
    };
  }
}
