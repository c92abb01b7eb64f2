/** Acts of admins on rules of competence: added from a day on, ended with a day. What held once stays written. */
import { Inject, Injectable } from '@nestjs/common';
import type { AgencyId } from '@lien-thong/domain';
import type { ClockPort } from '@lien-thong/engine';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { PeopleDesk } from '../officers/people-desk.js';
import { earliestEffectiveFrom, earliestEffectiveTo, isBefore } from '../procedures/effective-day.js';
import { LiveReference } from '../reference/live-reference.js';
import { ReferenceWatch } from '../reference/reference-watch.js';
import { CLOCK, REFERENCE } from '../runtime/tokens.js';
import { uuid7 } from '../store/uuid7.js';
import type { Wire } from '../store/wire.js';
import { competenceIdSchema } from './competence-body.js';
import type { CompetenceBody, CompetenceEnd } from './competence-body.js';
import { addRule, endRule, isProcedure, overlapping, ruleOf } from './competence-rows.js';
import { ALL_AREAS, ruleView } from './list-competences.js';
import type { ActedCompetenceView, CompetenceRow, CompetenceView } from './list-competences.js';

interface Act {
  readonly caller: Caller;
  readonly key: string;
}

@Injectable()
export class CompetenceDesk {
  constructor(
    private readonly desk: PeopleDesk,
    private readonly watch: ReferenceWatch,
    @Inject(CLOCK) private readonly clock: ClockPort,
    @Inject(REFERENCE) private readonly reference: LiveReference,
  ) {}

  /**
   * Holds from its first day on, tomorrow at the earliest. Throws agency-unknown, area-unknown, procedure-unknown, competence-too-early,
   * competence-overlaps, key-reused.
   */
  async add({ caller, key }: Act, body: CompetenceBody): Promise<ActedCompetenceView> {
    const act = { caller, key, operation: 'addCompetence', on: body.agencyId, body };
    const view = await this.desk.once(act, async (wire) => {
      const rule = this.ruleFrom(body);
      if (rule.procedureCode !== null && !(await isProcedure(wire, rule.procedureCode))) {
        throw new Problem('procedure-unknown', { procedure: rule.procedureCode });
      }
      const other = await overlapping(wire, rule);
      if (other !== null) throw new Problem('competence-overlaps', { rule: other.id, agency: other.agencyId });
      const kept = { ...rule, id: (await ruleOf(wire, rule.id)) === null ? rule.id : uuid7() };
      await addRule(wire, kept);
      await this.note(wire, caller, { action: 'competenceAdded', before: null, after: kept });
      return ruleView(kept, this.reference.directory);
    });
    await this.watch.look();
    return view;
  }

  /** Holds until the end of that day, today at the earliest. Throws not-found, competence-too-early, competence-ended, key-reused. */
  async end({ caller, key }: Act, id: string, { lastDay }: CompetenceEnd): Promise<ActedCompetenceView> {
    const act = { caller, key, operation: 'endCompetence', on: id, body: { lastDay } };
    const view = await this.desk.once(act, async (wire): Promise<CompetenceView> => {
      const rule = await ruleOf(wire, id);
      if (rule === null) throw new Problem('not-found', { competence: id });
      const today = earliestEffectiveTo(this.clock.now());
      const earliest = isBefore(today, rule.validFrom) ? rule.validFrom : today;
      if (rule.validTo !== null && isBefore(rule.validTo, today))
        throw new Problem('competence-ended', { lastDay: rule.validTo });
      if (isBefore(lastDay, earliest)) throw new Problem('competence-too-early', { earliest });
      await endRule(wire, id, lastDay);
      const after = { ...rule, validTo: lastDay };
      await this.note(wire, caller, { action: 'competenceEnded', before: rule, after });
      return ruleView(after, this.reference.directory);
    });
    await this.watch.look();
    return view;
  }

  /** Throws agency-unknown, area-unknown, competence-too-early. */
  private ruleFrom(body: CompetenceBody): CompetenceRow {
    const { agencyId, procedureCode = null, field = null, areas, level, validFrom, validTo, legalBasis } = body;
    const { agencies, areas: known } = this.reference.directory;
    if (!agencies.has(agencyId)) throw new Problem('agency-unknown', { agency: agencyId });
    const lost = areas?.find((code) => !known.communes.has(code) && !known.provinces.has(code));
    if (lost !== undefined) throw new Problem('area-unknown', { area: lost });
    const earliest = earliestEffectiveFrom(this.clock.now());
    if (isBefore(validFrom, earliest)) throw new Problem('competence-too-early', { earliest });
    if (validTo !== null && isBefore(validTo, validFrom))
      throw new Problem('competence-too-early', { earliest: validFrom });
    return {
      ...{
        id: idOf(body),
        agencyId: agencyId as AgencyId,
        procedureCode,
        field,
        level,
        validFrom,
        validTo,
        legalBasis,
      },
      ...{ areaCodes: areas ?? [ALL_AREAS], verified: body.verified ? 'yes' : 'no' },
    };
  }

  private note(wire: Wire, caller: Caller, { action, before, after }: Noted): Promise<void> {
    const { id, agencyId } = after;
    return this.desk.note(wire, caller, { action, subject: { kind: 'competence', id }, agencyId, before, after });
  }
}

interface Noted {
  readonly action: 'competenceAdded' | 'competenceEnded';
  readonly before: CompetenceRow | null;
  readonly after: CompetenceRow;
}

/** Readable where it can be: the procedure, the agency, the first day. */
function idOf({ agencyId, procedureCode, validFrom }: CompetenceBody): string {
  const named = competenceIdSchema.safeParse(`${procedureCode ?? 'field'}.${agencyId}.${validFrom}`.toLowerCase());
  return named.success ? named.data : uuid7();
}
