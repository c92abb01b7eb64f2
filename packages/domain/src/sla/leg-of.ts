import type { Dossier } from '../dossier/dossier.js';
import type { Clock } from './clock.js';

/** The key of the leg a clock measures, by the clock's id: `acceptance` for `acceptance:2`, its own id for the others. */
export function legKeyOf(clockId: string): string {
  return clockId.startsWith('acceptance:') ? 'acceptance' : clockId;
}

/**
 * The leg of the timeline that a clock measures, by its key there (`acceptance`, `step:appraisal`); null for a clock of no leg, and
 * for the acceptance of an earlier attempt.
 */
export function legOf(
  { kind, id }: Pick<Clock, 'kind' | 'id'>,
  { transfer }: Pick<Dossier, 'transfer'>,
): string | null {
  switch (kind) {
    case 'transfer':
    case 'resultTransfer':
    case 'step':
    case 'consultation':
      return id;
    case 'acceptance':
      return id === `acceptance:${transfer?.attempt}` ? kind : null;
    default:
      return null;
  }
}
