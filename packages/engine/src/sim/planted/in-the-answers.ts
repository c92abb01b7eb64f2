/** Mistakes in who is let through and what he is told. */
import type { AgencyId } from '@lien-thong/domain';
import type { Envelope, LedgerOutcome } from '../../ledger/envelope.js';
import type { Plant, PlantedIn, Submits } from './plant.js';

/** Whoever is refused for want of a right is let through as whoever holds the dossier. */
function anybodyMay(ledger: Submits, { database }: PlantedIn): Submits {
  const as = (envelope: Envelope, agencyId: AgencyId): Envelope => ({
    ...envelope,
    party: { ...envelope.party, kind: 'clerk', agencyId },
  });
  return {
    submit: async (envelope) => {
      const outcome = await ledger.submit(envelope);
      const refused = outcome.kind === 'refused' && outcome.refusal.code === 'actor-not-entitled';
      const rows = envelope.dossierId === null ? undefined : database.dossiers.get(envelope.dossierId);
      return refused && rows !== undefined ? ledger.submit(as(envelope, rows.dossier.holder)) : outcome;
    },
  };
}

/** Commands that travel together are all answered with the refusal of one. */
function neighboursHarmed(ledger: Submits): Submits {
  const under = new Set<(outcome: LedgerOutcome) => void>();
  return {
    submit: (envelope) =>
      new Promise((resolve, reject) => {
        const harm = (outcome: LedgerOutcome) => resolve(outcome);
        under.add(harm);
        ledger.submit(envelope).then((outcome) => {
          under.delete(harm);
          resolve(outcome);
          if (outcome.kind === 'refused') for (const neighbour of under) neighbour(outcome);
        }, reject);
      }),
  };
}

export const IN_THE_ANSWERS: readonly Plant[] = [
  {
    name: 'if-match-not-checked',
    mistake: 'a command is done on a newer version than its sender has seen',
    ledger: (ledger) => ({ submit: (envelope) => ledger.submit({ ...envelope, ifMatch: null }) }),
  },
  { name: 'authority-not-checked', mistake: 'anybody may do what the holder may', ledger: anybodyMay },
  {
    name: 'neighbours-harmed',
    mistake: 'one refusal of a batch is given to the commands beside it too',
    ledger: neighboursHarmed,
  },
];
