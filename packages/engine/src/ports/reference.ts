/** Reference data held in memory: directory, procedure versions, calendars. Read often, changed rarely, versioned. */
import type {
  AgencyFacts,
  AgencyId,
  AreaFacts,
  Calendar,
  Pin,
  ProcedureVersion,
  Refusal,
  ResolutionFact,
  Rules,
} from '@lien-thong/domain';
import type { Day } from '@lien-thong/domain';

export interface Reference {
  /** The published version with the latest first day not after that day, unless it has ended, or a refusal (`procedure-unknown`, `procedure-not-effective`, `procedure-limit-unknown`). */
  procedureInForce(code: string, day: Day): ProcedureVersion | Refusal;
  agency(id: AgencyId): (AgencyFacts & { readonly identifier: string }) | null;
  /** Legal calendar of a province in force, with its version for the pin. */
  legalCalendar(provinceCode: string): Calendar;
  /** Rules a dossier is pinned to. Throws when a pinned version is gone: that is a fault. */
  rulesOf(pin: Pin): Rules;
  /** Rules for a dossier about to be taken in. */
  rulesFor(procedure: ProcedureVersion, receivingAgency: AgencyId): Rules;
  /** Who is competent (DESIGN 4.7). */
  resolve(question: {
    readonly procedure: ProcedureVersion;
    readonly facts: AreaFacts;
    readonly receivingAgency: AgencyId;
    readonly day: Day;
  }): ResolutionFact | Refusal;
}
