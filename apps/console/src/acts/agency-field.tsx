/** An agency of the exchange, found by name without accents. */
import { AgencyPick, useAgencyName } from '../parts/agency-pick.js';
import type { DrawnText } from './drawn.js';

export function AgencyField({ value, onText, ...drawn }: DrawnText) {
  const picked = useAgencyName(value);
  return <AgencyPick {...drawn} picked={picked} onChange={(agency) => onText(agency?.id ?? '')} />;
}
