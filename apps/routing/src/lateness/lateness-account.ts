/** The account of a dossier whose limit has ended, as it is stored: one row, and one for each stretch of late minutes. */
import { instantOf, lateness } from '@lien-thong/domain';
import type { AgencyId, DossierFile, DossierId, LateStretch, LatenessReason, Minute, Rules } from '@lien-thong/domain';

export interface LatenessAccount {
  readonly dossierId: DossierId;
  readonly state: 'inTime' | 'late' | 'unknown';
  readonly reason: LatenessReason | null;
  readonly provisional: boolean;
  readonly minutes: number;
  readonly since: Minute | null;
  readonly until: Minute;
  readonly procedureCode: string;
  readonly sender: AgencyId;
  /** Who took it over; null where nobody did. */
  readonly receiver: AgencyId | null;
  readonly stretches: readonly LateStretch[];
}

/** Null while the limit has not ended. Pure. */
export function accountOf(file: DossierFile, rules: Rules): LatenessAccount | null {
  const until = file.clocks.find(({ id }) => id === 'legal')?.stoppedAt ?? null;
  if (until === null) return null;
  const { id, pin, accepted, competentAgency } = file.dossier;
  const dossier = {
    ...{ dossierId: id, until, procedureCode: pin.procedureCode, sender: pin.receivingAgency },
    receiver: accepted ? competentAgency : null,
  };
  const nothing = { reason: null, provisional: false, minutes: 0, since: null, stretches: [] };
  const found = lateness(file, rules, instantOf(until));
  switch (found.state) {
    case 'noLimit':
      return null;
    case 'inTime':
      return { ...dossier, ...nothing, state: 'inTime' };
    case 'unknown':
      return { ...dossier, ...nothing, state: 'unknown', reason: found.reason };
    case 'late': {
      const { minutes, since, provisional, stretches } = found;
      return { ...dossier, state: 'late', reason: null, minutes, since, provisional, stretches };
    }
  }
}
