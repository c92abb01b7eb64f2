/** Acts of admins on the accounts officers sign in with. */
import { Inject, Injectable } from '@nestjs/common';
import type { Env } from '../env.js';
import { Problem } from '../http/problem.js';
import { Authorities } from '../identity/authorities.js';
import type { Caller } from '../identity/caller.js';
import { ENV } from '../runtime/tokens.js';
import { uuid7 } from '../store/uuid7.js';
import type { Wire } from '../store/wire.js';
import { OfficerReader } from './officer-reader.js';
import { addAccount, changeAccount, holderOf, touchOfficer } from './officer-rows.js';
import type { AccountRow, OfficerRow } from './officer-rows.js';
import type { AccountBody, AccountChange, ActedOfficerView } from './officer-view.js';
import { PeopleDesk } from './people-desk.js';
import type { PersonCall } from './people-desk.js';

/** What stands for the provider of accounts that are picked from a list, without a password. */
const DEMO_ISSUER = 'demo';

export interface AccountCall {
  readonly caller: Caller;
  readonly key: string;
  readonly agencyId: string;
  readonly officerId: string;
}

interface Change {
  readonly action: 'rolesChanged' | 'accountWithdrawn';
  readonly to: Partial<Pick<AccountRow, 'roles' | 'active'>>;
  /** An admin would be one no longer. */
  readonly endsAdmin: boolean;
}

interface Noted {
  readonly action: Change['action'] | 'accountGiven';
  readonly officer: OfficerRow;
  readonly after: AccountRow;
}

function accountFacts(officer: string, { issuer, subject, roles, active }: AccountRow): object {
  return { officer, issuer, subject, roles: [...roles].sort(), active };
}

@Injectable()
export class AccountDesk {
  constructor(
    private readonly desk: PeopleDesk,
    private readonly reader: OfficerReader,
    private readonly authorities: Authorities,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * Gives the officer an account, or his withdrawn one back under what is said now. Throws not-found, account-exists, subject-taken,
   * issuer-unknown, key-reused.
   */
  async give({ caller, key, agencyId, officerId }: AccountCall, body: AccountBody): Promise<ActedOfficerView> {
    const act = { caller, key, operation: 'giveAccount', on: `${agencyId} ${officerId}`, body };
    const view = await this.desk.once(act, async (wire) => {
      const officer = await this.desk.known(wire, agencyId, officerId);
      if (officer.account?.active === true) throw new Problem('account-exists', { officer: officerId });
      const account = await this.accountFor(wire, officer, body);
      await this.write(wire, officer, account);
      await this.noteChange(wire, caller, { action: 'accountGiven', officer, after: account });
      return this.reader.view(await this.desk.known(wire, agencyId, officerId));
    });
    this.forget(view.account?.id);
    return view;
  }

  /** Other roles; open sessions end. Throws not-found, if-match-required, version-stale, own-admin-role, last-admin. */
  changeRoles(call: PersonCall, { roles }: AccountChange): Promise<ActedOfficerView> {
    return this.changed(call, { action: 'rolesChanged', to: { roles }, endsAdmin: !roles.includes('admin') });
  }

  /** Open sessions end. Throws as `changeRoles`. */
  withdraw(call: PersonCall): Promise<ActedOfficerView> {
    return this.changed(call, { action: 'accountWithdrawn', to: { active: false }, endsAdmin: true });
  }

  private async changed(call: PersonCall, { action, to, endsAdmin }: Change): Promise<ActedOfficerView> {
    const view = await this.desk.alone(call.caller, async (wire) => {
      const officer = await this.desk.asSeen(wire, call);
      if (officer.account?.active !== true) throw new Problem('not-found', { officer: call.officerId, account: null });
      if (endsAdmin) await this.desk.expectAdminLeft(wire, officer, call.caller);
      const after = { ...officer.account, ...to };
      await changeAccount(wire, after);
      await this.noteChange(wire, call.caller, { action, officer, after });
      await touchOfficer(wire, officer.id);
      return this.reader.view(await this.desk.known(wire, call.agencyId, call.officerId));
    });
    this.forget(view.account?.id);
    return { ...view, replayed: false };
  }

  private noteChange(wire: Wire, caller: Caller, { action, officer, after }: Noted): Promise<void> {
    const { agencyId, account: before } = officer;
    return this.desk.note(wire, caller, {
      ...{ action, subject: { kind: 'account', id: after.id }, agencyId },
      ...{ before: before === null ? null : accountFacts(officer.id, before), after: accountFacts(officer.id, after) },
    });
  }

  private async write(wire: Wire, officer: OfficerRow, account: AccountRow): Promise<void> {
    if (officer.account === null) await addAccount(wire, officer.id, account);
    else await changeAccount(wire, account);
    await touchOfficer(wire, officer.id);
  }

  private async accountFor(wire: Wire, { id, account }: OfficerRow, body: AccountBody): Promise<AccountRow> {
    const { issuer, demo } = this.providerFor(body);
    const { subject, roles } = body;
    const holder = await holderOf(wire, issuer, subject);
    if (holder !== null && holder !== id) throw new Problem('subject-taken', { issuer, subject });
    return { id: account?.id ?? uuid7(), issuer, subject, roles, active: true, demo };
  }

  /** The provider the service asks; in the demonstration without one, the list of built-in accounts. */
  private providerFor({ issuer }: AccountBody): Pick<AccountRow, 'issuer' | 'demo'> {
    const known = issuer ?? this.env.OIDC_ISSUER;
    if (known !== undefined) return { issuer: known, demo: false };
    if (this.env.LIENTHONG_PROFILE === 'demo') return { issuer: DEMO_ISSUER, demo: true };
    throw new Problem('issuer-unknown');
  }

  private forget(id: string | undefined): void {
    if (id !== undefined) this.authorities.forgetAccount(id);
  }
}
