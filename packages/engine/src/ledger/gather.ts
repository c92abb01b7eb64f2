import { dayOf, isRefusal, minuteOf, refuse } from '@lien-thong/domain';
import type {
  ActingParty,
  AgencyId,
  AreaFacts,
  Command,
  Day,
  DecideFacts,
  DossierFile,
  Instant,
  ProcedureVersion,
  Refusal,
  ResolutionFact,
  Rules,
} from '@lien-thong/domain';
import type { Reference } from '../ports/reference.js';
import { fileOf, historyOf } from './track.js';
import type { Track } from './track.js';

/** The day, in Viet Nam, on which the law of the command is looked up: that of its declared time, never later than today. */
function dayOfCommand(command: Command, now: Instant): Day {
  const declared = command.occurredAt;
  return dayOf(minuteOf(declared === undefined || declared > now ? now : declared));
}

/**
 * Rules for a dossier the command opens. Refusals: `dossier-not-found` for a command that opens none, `actor-not-entitled` for who
 * has no counter, `agency-unknown`, and those of `Reference.procedureInForce`.
 */
export function rulesToOpen(
  command: Command,
  { party, now, reference }: { party: ActingParty; now: Instant; reference: Reference },
): Rules | Refusal {
  const intake = command.type === 'submit' || command.type === 'receive' ? command.intake : undefined;
  if (intake === undefined) return refuse('dossier-not-found');
  if (party.agencyId === null) return refuse('actor-not-entitled', { command: command.type });
  if (reference.agency(party.agencyId) === null) return refuse('agency-unknown', { agencyId: party.agencyId });
  const procedure = reference.procedureInForce(intake.procedureCode, dayOfCommand(command, now));
  return isRefusal(procedure) ? procedure : reference.rulesFor(procedure, party.agencyId);
}

/** The area facts the command wants a competent agency found for, or null. */
function areaFactsOf(command: Command, file: DossierFile | null): AreaFacts | null {
  switch (command.type) {
    case 'receive':
      return command.intake?.jurisdiction ?? file?.dossier.jurisdiction ?? null;
    case 'resolveJurisdiction':
      return command.decision === undefined ? (command.jurisdiction ?? file?.dossier.jurisdiction ?? null) : null;
    case 'transfer':
      return command.jurisdiction ?? null;
    default:
      return null;
  }
}

function receiverOf(file: DossierFile | null, party: ActingParty): AgencyId | null {
  return file?.dossier.pin.receivingAgency ?? party.agencyId;
}

interface Asked {
  readonly command: Command;
  readonly party: ActingParty;
  readonly now: Instant;
  readonly reference: Reference;
}

function resolutionFor(
  asked: Asked,
  file: DossierFile | null,
  procedure: ProcedureVersion,
): ResolutionFact | Refusal | null {
  const facts = areaFactsOf(asked.command, file);
  const receivingAgency = receiverOf(file, asked.party);
  if (facts === null || receivingAgency === null) return null;
  return asked.reference.resolve({ procedure, facts, receivingAgency, day: dayOfCommand(asked.command, asked.now) });
}

/** Everything `decide` looks at beside the file and the command. */
export function gather(asked: Asked, track: Track): DecideFacts {
  const { now, party, reference } = asked;
  return {
    now,
    party,
    rules: track.rules,
    agency: (id) => reference.agency(id),
    resolution: resolutionFor(asked, fileOf(track), track.rules.procedure),
    history: historyOf(track),
  };
}
