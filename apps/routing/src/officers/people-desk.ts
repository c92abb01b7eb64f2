/** How people and keys are administered: one act at a time in the whole installation, on what its caller has seen. */
import { Inject, Injectable } from '@nestjs/common';
import { PeopleJournal } from '../administration/people-journal.js';
import type { PeopleAct } from '../administration/people-journal.js';
import type { Env } from '../env.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { Administration } from '../procedures/administration.js';
import { ENV } from '../runtime/tokens.js';
import type { Wire } from '../store/wire.js';
import { hasOtherAdmin, officerOf } from './officer-rows.js';
import type { OfficerRow } from './officer-rows.js';

/** Accounts and keys stand behind a wall of their own, which the ledger does not pass: who may come here was decided by the role. */
const BEHIND_THE_WALL = { name: 'people-scope', text: `select set_config('app.scope', 'people', true)` };

/** Two admins who take each other's role away must not both find that the other is left: one act waits for the other. */
const ALL_PEOPLE = 'people';

export interface PersonCall {
  readonly caller: Caller;
  readonly agencyId: string;
  readonly officerId: string;
  /** The revision the caller has read; null when he does not say. */
  readonly seen: number | null;
}

export interface KeyedCall {
  readonly caller: Caller;
  readonly key: string;
  readonly operation: string;
  /** What it is done to, for the fingerprint. */
  readonly on: string;
  readonly body: unknown;
}

@Injectable()
export class PeopleDesk {
  constructor(
    private readonly administration: Administration,
    private readonly journal: PeopleJournal,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Throws key-reused. */
  once<T extends object>({ caller, key, operation, on, body }: KeyedCall, work: (wire: Wire) => Promise<T>) {
    const act = { caller, key, operation, code: ALL_PEOPLE, version: null, body: { on, body } };
    return this.administration.once(act, async (wire) => {
      await wire.select(BEHIND_THE_WALL);
      return work(wire);
    });
  }

  alone<T>(caller: Caller, work: (wire: Wire) => Promise<T>): Promise<T> {
    return this.administration.alone(caller, ALL_PEOPLE, async (wire) => {
      await wire.select(BEHIND_THE_WALL);
      return work(wire);
    });
  }

  /** What was done is written down with it, or neither is. */
  note(wire: Wire, caller: Caller, act: PeopleAct): Promise<void> {
    return this.journal.note(wire, caller, act);
  }

  /** The officer, if he still is as the caller has seen him. Throws not-found, if-match-required, version-stale. */
  async asSeen(wire: Wire, { agencyId, officerId, seen }: PersonCall): Promise<OfficerRow> {
    const officer = await this.known(wire, agencyId, officerId);
    if (seen === null) throw new Problem('if-match-required');
    if (officer.revision !== seen) {
      const [reason, reasonEn] = ['thông tin cán bộ đã thay đổi', 'the officer has changed'];
      throw new Problem('version-stale', { currentVersion: officer.revision }, [
        { field: 'If-Match', reason, reasonEn },
      ]);
    }
    return officer;
  }

  /** Throws not-found. */
  async known(wire: Wire, agencyId: string, officerId: string): Promise<OfficerRow> {
    const officer = await officerOf(wire, agencyId, officerId);
    if (officer === null) throw new Problem('not-found', { officer: officerId });
    return officer;
  }

  /**
   * Whether the officer may stop being an admin, where he is one. Throws own-admin-role for the caller himself, last-admin where nobody
   * else would be left to give the role back.
   */
  async expectAdminLeft(wire: Wire, officer: OfficerRow, caller: Caller): Promise<void> {
    const { account, active, id } = officer;
    if (account === null || !account.active || !active || !account.roles.includes('admin')) return;
    if (caller.officerId === id) throw new Problem('own-admin-role', { officer: id });
    const demo = this.env.LIENTHONG_PROFILE === 'demo';
    if (!(await hasOtherAdmin(wire, id, demo))) throw new Problem('last-admin', { officer: id });
  }
}
