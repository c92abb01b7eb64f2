/** What the keys 1, 2 and 3 mean for a dossier: go on with it, ask the applicant for more, refuse it. */
import type { Dossier, Phase } from '@lien-thong/client';
import { COMMANDS } from './commands.js';
import type { CommandType } from './form.js';

export type { CommandType } from './form.js';

export type ActKey = '1' | '2' | '3';
/** The next natural act of each phase, the first that is allowed. Where nobody acts, none. */
const NEXT: Readonly<Record<Phase, readonly CommandType[]>> = {
  submitted: ['receive'],
  received: ['transfer'],
  jurisdictionPending: ['resolveJurisdiction'],
  inTransfer: ['confirmDelivery', 'redirectTransfer', 'recallTransfer'],
  awaitingAcceptance: ['acceptTransfer', 'redirectTransfer', 'recallTransfer'],
  transferReturned: ['transfer', 'redirectTransfer'],
  processing: ['answerConsultation', 'completeStep', 'startStep', 'decide'],
  awaitingSupplement: ['provideSupplement'],
  awaitingPayment: ['confirmPayment'],
  suspended: ['resume'],
  decided: ['dispatchResult'],
  resultInTransfer: ['confirmResultArrival'],
  readyForReturn: ['notifyApplicant', 'returnResult'],
  receptionRefused: [],
  returned: [],
  withdrawn: [],
  closed: [],
};

const REFUSALS: readonly CommandType[] = ['refuseReception', 'refuseTransfer'];

type Acted = Pick<Dossier, 'phase' | 'commands' | 'notified'>;

/** Whether the caller may do it now. */
export function isAllowed({ commands }: Pick<Dossier, 'commands'>, type: CommandType): boolean {
  return commands?.some(({ command, allowed }) => command === type && allowed) ?? false;
}

/** The act a key means now; null where it means none that is allowed. */
export function actOfKey(dossier: Acted, key: ActKey): CommandType | null {
  if (key === '2') return isAllowed(dossier, 'requestSupplement') ? 'requestSupplement' : null;
  const wanted = key === '1' ? nextActs(dossier) : REFUSALS;
  return wanted.find((type) => isAllowed(dossier, type)) ?? null;
}

/** Somebody who was told comes for his result; he is not told twice by default. */
function nextActs({ phase, notified }: Acted): readonly CommandType[] {
  return phase === 'readyForReturn' && notified ? ['returnResult'] : NEXT[phase];
}

export interface Standing {
  readonly allowed: readonly CommandType[];
  readonly refused: readonly { readonly command: CommandType; readonly reason: string; readonly reasonEn: string }[];
}

/** What the caller may do now and, of everything else, why not; in the order of a dossier's life. */
export function standingOf({ commands }: Pick<Dossier, 'commands'>): Standing {
  const known = new Map((commands ?? []).map((each) => [each.command, each]));
  return {
    allowed: COMMANDS.filter((type) => known.get(type)?.allowed === true),
    refused: COMMANDS.flatMap((command) => {
      const { allowed = true, reason = '', reasonEn = '' } = known.get(command) ?? {};
      return allowed ? [] : [{ command, reason, reasonEn }];
    }),
  };
}
