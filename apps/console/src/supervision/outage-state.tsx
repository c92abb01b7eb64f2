import type { Outage } from '@lien-thong/client';
import { Badge } from '../parts/badge.js';
import type { TimeLevel } from '../parts/badge.js';
import { useWords } from '../words/catalogue.js';
import { outageWords } from './outage-words.js';

const LEVEL: Readonly<Record<Outage['state'], TimeLevel>> = {
  proposed: 'low',
  down: 'overdue',
  over: 'onTime',
  cancelled: 'resting',
  dropped: 'resting',
};

export function OutageState({ state }: { readonly state: Outage['state'] }) {
  const words = useWords(outageWords);
  return <Badge level={LEVEL[state]}>{words.states[state]}</Badge>;
}
