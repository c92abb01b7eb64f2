/** An outage that relieves the dossier: which ones its journal reads with from now on, and a lapse that has not happened after all. */
import type { Dossier, RelievedOutage } from './dossier.js';
import type { EventOf } from './events.js';

type Relieved = EventOf<'dossier.outageRelieved.v1'>;

/** The outages as this fact leaves them: the last revision of each, none that was cancelled or gives nothing back any more. */
export function outagesAfter(
  outages: Readonly<Record<string, RelievedOutage>>,
  told: RelievedOutage & { readonly outageId: string; readonly relieves: boolean },
): Readonly<Record<string, RelievedOutage>> {
  const { outageId, revision, system, from, to, relieves } = told;
  const others = Object.fromEntries(Object.entries(outages).filter(([id]) => id !== outageId));
  return relieves ? { ...others, [outageId]: { revision, system, from, to } } : others;
}

/** A transfer lapsed with the breach of its delivery or its acceptance; without the breach there is no lapse. */
function lapseAfter({ transfer }: Dossier, { data }: Relieved): Partial<Dossier> {
  if (transfer === null || !transfer.lapsed) return {};
  const clocks = [`delivery:${transfer.attempt}`, `acceptance:${transfer.attempt}`];
  const isWithdrawn = data.clocks.some(({ clockId, breachWithdrawn }) => breachWithdrawn && clocks.includes(clockId));
  return isWithdrawn ? { transfer: { ...transfer, lapsed: false } } : {};
}

/** `outages` is left empty, not absent, where the last one was cancelled: `withoutEmptyOutages` takes it away. */
export function relievedChange(dossier: Dossier, event: Relieved): Partial<Dossier> {
  return { ...lapseAfter(dossier, event), outages: outagesAfter(dossier.outages ?? {}, event.data) };
}

/** A dossier whose last outage was cancelled is as it was before the first. */
export function withoutEmptyOutages(dossier: Dossier): Dossier {
  const { outages, ...rest } = dossier;
  return outages === undefined || Object.keys(outages).length > 0 ? dossier : rest;
}
