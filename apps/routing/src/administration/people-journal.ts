/** The journal of people, keys and competences: who did what to whom, written with the act itself or not at all. */
import { Inject, Injectable } from '@nestjs/common';
import type { ClockPort } from '@lien-thong/engine';
import type { Caller } from '../identity/caller.js';
import { CLOCK } from '../runtime/tokens.js';
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';
import type { PeopleAction, SubjectKind } from './journal-view.js';

const ADD: Statement = {
  name: 'add-to-people-journal',
  text: `insert into people_journal (at, actor_kind, actor_id, actor_agency, action, subject_kind, subject_id, agency_id, before, after)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
};

/** What was done, and what it made of its subject. Secrets are in neither of the two. */
export interface PeopleAct {
  readonly action: PeopleAction;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** The agency it was done to. */
  readonly agencyId: string;
  readonly before: object | null;
  readonly after: object;
}

@Injectable()
export class PeopleJournal {
  constructor(@Inject(CLOCK) private readonly clock: ClockPort) {}

  /** One line, in the transaction of the act, which stands in the scope of people. */
  async note(wire: Wire, caller: Caller, { action, subject, agencyId, before, after }: PeopleAct): Promise<void> {
    const { kind, officerId, id } = caller;
    await wire.select(ADD, [
      ...[this.clock.now(), kind, kind === 'person' ? (officerId ?? id) : id, caller.agencyId],
      ...[action, subject.kind, subject.id, agencyId],
      ...[before === null ? null : JSON.stringify(before), JSON.stringify(after)],
    ]);
  }
}
