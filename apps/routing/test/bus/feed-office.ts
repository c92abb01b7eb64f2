/** Facts of dossiers written straight into journal and feeds, as the ledger would, as many and as fast as a spec wants them. */
import type { AgencyId } from '@lien-thong/domain';
import type { Delivery, DossierWrite, FeedItem } from '@lien-thong/engine';
import type { Addressee } from '../../../../packages/engine/test/conformance/bus-harness.js';
import type { PostgresStore } from '../../src/store/postgres-store.js';
import { batchOf, nextWrite, receivedBy } from '../dossiers.js';
import type { SampleDossier } from '../dossiers.js';

interface Told {
  readonly write: DossierWrite;
  readonly audience: readonly Addressee[];
}

export class FeedOffice {
  private readonly heads = new Map<SampleDossier, number>();

  constructor(
    private readonly store: PostgresStore,
    private readonly receiving: AgencyId,
  ) {}

  /** A new dossier for each audience, and its first fact told to it. */
  async receive(audiences: readonly (readonly Addressee[])[]): Promise<readonly FeedItem[]> {
    return this.commit(
      audiences.map((audience) => {
        const dossier = receivedBy(this.receiving);
        this.heads.set(dossier, 1);
        return { write: dossier.write, audience };
      }),
    );
  }

  /** The next fact of each of so many dossiers, the longest untouched first. */
  async goOn(count: number, audience: readonly Addressee[]): Promise<readonly FeedItem[]> {
    const chosen = [...this.heads].slice(0, count);
    const told = chosen.map(([dossier, seq]) => {
      this.heads.delete(dossier);
      this.heads.set(dossier, seq + 1);
      return { write: nextWrite(dossier, seq + 1), audience };
    });
    return this.commit(told);
  }

  async deliveries(items: readonly FeedItem[]): Promise<readonly Delivery[]> {
    const epoch = await this.store.feedEpoch();
    return items.map(({ agencyId, n, view, event }) => ({ agencyId, epoch, n, view, event }));
  }

  private async commit(told: readonly Told[]): Promise<readonly FeedItem[]> {
    const entries = told.flatMap(({ write, audience }) => audience.flatMap((addressee) => entryOf(write, addressee)));
    const writes = told.map(({ write }) => write);
    const firsts = await this.store.transaction((tx) => tx.write(batchOf(writes, { feed: entries })));
    const next = new Map(firsts);
    return entries.map((entry) => {
      const n = next.get(entry.agencyId) ?? 0;
      next.set(entry.agencyId, n + 1);
      return { ...entry, n };
    });
  }
}

function entryOf(write: DossierWrite, { agencyId, view }: Addressee): readonly Omit<FeedItem, 'n'>[] {
  const [event] = write.events;
  if (event === undefined) return [];
  return [{ agencyId, view, dossierId: event.dossierId, seq: event.seq, eventId: event.id, event }];
}
