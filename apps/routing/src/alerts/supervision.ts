/** Who stands over whom, as the database has it now: for the chain an alert goes up, and the calendar its reaction times count on. */
import { escalatesOn, escalationChain } from '@lien-thong/domain';
import type {
  AgencyId,
  AgencyPlace,
  ChainLink,
  CommonCause,
  EscalatesAt,
  ReactionMinutes,
  SupervisingAgency,
} from '@lien-thong/domain';
import type { Reference } from '@lien-thong/engine';
import type { Statement } from '../store/columns.js';
import type { Wire } from '../store/wire.js';

const PLACES: Statement = { name: 'alert-places', text: 'select id, province_code, commune_code from agency' };
/** Agencies with somebody in the role of a supervisor: an account in service, or software with that role. */
const SUPERVISORS: Statement = {
  name: 'alert-supervisors',
  text: `select x.agency_id, coalesce((select array_agg(s.area_code order by s.area_code) from supervised_area s
      where s.agency_id = x.agency_id), '{}')
    from (
      select o.agency_id from account a join officer o on o.id = a.officer_id join account_role r on r.account_id = a.id
        where r.role = 'supervisor' and a.active and o.active
      union
      select k.agency_id from api_key k where 'supervisor' = any (k.roles) and k.revoked_at is null
    ) x order by 1`,
};

export class Supervision {
  private constructor(
    private readonly places: ReadonlyMap<AgencyId, AgencyPlace>,
    private readonly supervisors: readonly SupervisingAgency[],
    private readonly rules: {
      readonly reference: Pick<Reference, 'legalCalendar'>;
      readonly reaction: ReactionMinutes;
    },
  ) {}

  static async read(
    wire: Wire,
    rules: { readonly reference: Pick<Reference, 'legalCalendar'>; readonly reaction: ReactionMinutes },
  ): Promise<Supervision> {
    const [places, supervisors] = await Promise.all([wire.send(PLACES), wire.send(SUPERVISORS)]);
    const placed = places.map((row): AgencyPlace => {
      const agencyId = row.text() as AgencyId;
      return { agencyId, provinceCode: row.text(), communeCode: row.textOrNull() };
    });
    const known = supervisors.map((row) => ({ agencyId: row.text() as AgencyId, areas: row.words() }));
    return new Supervision(new Map(placed.map((place) => [place.agencyId, place])), known, rules);
  }

  /** The chain over the owner; where no agency owns the cause, over those that hold its first members. */
  chainOf({ owner }: Pick<CommonCause, 'owner'>, concerned: readonly AgencyId[]): readonly ChainLink[] {
    const agencies = owner.agencyId === null ? concerned : [owner.agencyId];
    return escalationChain(
      agencies.flatMap((id) => this.places.get(id) ?? []),
      this.supervisors,
    );
  }

  /** Counted on the legal calendar of the owner's province; on the first supervisor's where no agency owns the cause. */
  escalatesAt({ owner }: Pick<CommonCause, 'owner'>): EscalatesAt {
    return (chain, link, from) => {
      const agencyId = owner.agencyId ?? chain[0]?.agencies[0] ?? null;
      const place = agencyId === null ? undefined : this.places.get(agencyId);
      if (place === undefined) return null;
      const calendar = this.rules.reference.legalCalendar(place.provinceCode);
      return escalatesOn(calendar, this.rules.reaction)(chain, link, from);
    };
  }
}
