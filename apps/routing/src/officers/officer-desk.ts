/** Acts of admins on officers: taken on, called something else, no longer there. */
import { Injectable } from '@nestjs/common';
import type { Caller } from '../identity/caller.js';
import { Authorities } from '../identity/authorities.js';
import { uuid7 } from '../store/uuid7.js';
import type { Wire } from '../store/wire.js';
import { OfficerReader } from './officer-reader.js';
import { addOfficer, changeOfficer, endSessionsOf } from './officer-rows.js';
import type { ActedOfficerView, OfficerBody, OfficerChange, OfficerView } from './officer-view.js';
import { PeopleDesk } from './people-desk.js';
import type { PersonCall } from './people-desk.js';

@Injectable()
export class OfficerDesk {
  constructor(
    private readonly desk: PeopleDesk,
    private readonly reader: OfficerReader,
    private readonly authorities: Authorities,
  ) {}

  /** Throws not-found for an agency there is not, key-reused. */
  add(caller: Caller, key: string, agency: string, body: OfficerBody): Promise<ActedOfficerView> {
    const agencyId = this.reader.expectAgency(agency);
    return this.desk.once({ caller, key, operation: 'addOfficer', on: agencyId, body }, async (wire) => {
      const id = uuid7();
      await addOfficer(wire, { id, agencyId, ...body });
      const after = { ...body, active: true };
      const act = { action: 'officerAdded', subject: { kind: 'officer', id }, agencyId, before: null, after } as const;
      await this.desk.note(wire, caller, act);
      return this.shown(wire, agencyId, id);
    });
  }

  /** Who no longer works here is signed out everywhere. Throws not-found, if-match-required, version-stale, own-admin-role, last-admin. */
  async change(call: PersonCall, body: OfficerChange): Promise<ActedOfficerView> {
    const view = await this.desk.alone(call.caller, async (wire) => {
      const officer = await this.desk.asSeen(wire, call);
      if (!body.active) await this.desk.expectAdminLeft(wire, officer, call.caller);
      await changeOfficer(wire, { id: officer.id, ...body });
      await this.desk.note(wire, call.caller, {
        ...{ action: 'officerChanged', subject: { kind: 'officer', id: officer.id }, agencyId: officer.agencyId },
        ...{ before: officerFacts(officer), after: officerFacts(body) },
      });
      // A session of before does not come back to life with him.
      if (officer.account !== null && body.active !== officer.active) await endSessionsOf(wire, officer.account.id);
      return this.shown(wire, call.agencyId, call.officerId);
    });
    if (view.account !== null) this.authorities.forgetAccount(view.account.id);
    return { ...view, replayed: false };
  }

  private async shown(wire: Wire, agencyId: string, id: string): Promise<OfficerView> {
    return this.reader.view(await this.desk.known(wire, agencyId, id));
  }
}

function officerFacts({ name, title, titleEn, active }: OfficerChange): OfficerChange {
  return { name, title, titleEn, active };
}
