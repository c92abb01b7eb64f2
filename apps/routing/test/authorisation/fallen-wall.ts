/** The wall of the application, taken down: every check it makes is told that the caller is somebody who may. */
import { ENGINE, ENTITLED, partiesOf } from '@lien-thong/domain';
import type { ActingParty, AgencyId, Dossier, Relation } from '@lien-thong/domain';
import type { ApplicationWall } from '../../src/identity/application-wall.js';

const clerkOf = (agencyId: AgencyId | null | undefined): ActingParty => ({
  ...{ kind: 'clerk', agencyId: agencyId ?? null, officerId: null, supervises: [] },
});

function supervisorOver(dossier: Dossier): ActingParty {
  const supervises = partiesOf(dossier).map(({ agencyId }) => agencyId);
  return { kind: 'supervisor', agencyId: dossier.pin.receivingAgency, officerId: null, supervises };
}

const STANDS: { readonly [R in Relation]: (dossier: Dossier) => ActingParty } = {
  receiving: ({ pin }) => clerkOf(pin.receivingAgency),
  competent: ({ competentAgency }) => clerkOf(competentAgency),
  addressed: ({ transfer }) => clerkOf(transfer?.to),
  consulted: ({ consultations }) => clerkOf(Object.values(consultations)[0]?.agencyId),
  holder: ({ holder }) => clerkOf(holder),
  supervisorOverBoth: supervisorOver,
  coordinator: supervisorOver,
  engine: () => ENGINE,
};

/**
 * Everything that is read is shown, lists and searches name these agencies, whoever reads his feed asks for that of the first, and
 * every command is decided as if somebody entitled had given it. Who really calls is known to row-level security alone.
 */
export function fallenWall(names: readonly [string, ...string[]]): ApplicationWall {
  const agencies = names.map((name) => name as AgencyId);
  return {
    shown: (_viewer, known) => known,
    seesWhole: () => true,
    agenciesNamed: () => agencies,
    feedNamed: () => names[0] as AgencyId,
    takenFor: (caller, { type }, dossier) => {
      const [relation] = ENTITLED[type];
      return relation === undefined ? caller : STANDS[relation](dossier);
    },
  };
}
