/** Why a clock rests, as codes: the other side of `rests` in the clock rules, for whoever asks for the reason. */
import type { Dossier } from '../dossier/dossier.js';
import type { ProcedureVersion } from '../procedure/procedure.js';
import type { Clock } from './clock.js';

export type RestGround =
  | { readonly code: 'suspended'; readonly ground: NonNullable<Dossier['suspension']>['ground'] }
  | { readonly code: 'supplementAwaited'; readonly policy: ProcedureVersion['supplement']['policy'] }
  | { readonly code: 'paymentAwaited' }
  | { readonly code: 'consultationOpen'; readonly consultation: string }
  | { readonly code: 'transferExcluded' }
  | { readonly code: 'withAddressee' }
  /** A recorded outage of systems the leg requires (ADR 0028). */
  | { readonly code: 'outage'; readonly systems: readonly string[] };

function legalGrounds(dossier: Dossier, procedure: ProcedureVersion): readonly RestGround[] {
  const opinions = procedure.consultations
    .filter(({ key, pausesLegalClock }) => pausesLegalClock && dossier.consultations[key]?.state === 'open')
    .map(({ key }) => ({ code: 'consultationOpen' as const, consultation: key }));
  const waiting = applicantGrounds(dossier, procedure);
  const excluded = procedure.transferExcluded && !dossier.accepted && opinions.length + waiting.length === 0;
  return excluded ? [{ code: 'transferExcluded' }] : [...waiting, ...opinions];
}

function applicantGrounds({ phase }: Dossier, { supplement }: ProcedureVersion): readonly RestGround[] {
  if (phase === 'awaitingSupplement') return [{ code: 'supplementAwaited', policy: supplement.policy }];
  return phase === 'awaitingPayment' ? [{ code: 'paymentAwaited' }] : [];
}

/** What it rests for besides outages. */
function ownGrounds(clock: Clock, dossier: Dossier, procedure: ProcedureVersion): readonly RestGround[] {
  if (clock.kind === 'legal') return legalGrounds(dossier, procedure);
  if (clock.kind !== 'transfer') return applicantGrounds(dossier, procedure);
  return dossier.duringOutage === undefined || dossier.phase === 'awaitingAcceptance'
    ? [{ code: 'withAddressee' }]
    : [];
}

/** The grounds on which this resting clock rests in this state of the dossier; never empty for one that does. Pure. */
export function restGrounds(clock: Clock, dossier: Dossier, procedure: ProcedureVersion): readonly RestGround[] {
  if (dossier.suspension !== null) return [{ code: 'suspended', ground: dossier.suspension.ground }];
  const own = ownGrounds(clock, dossier, procedure);
  if (own.length > 0 || dossier.duringOutage === undefined) return own;
  return [{ code: 'outage', systems: dossier.duringOutage.down }];
}
