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

  private commit(told: readonly Told[]): Promise<readonly FeedItem[]> {
    const counts = new Map<AgencyId, number>();
    for (const { agencyId } of told.flatMap(({ audience }) => audience)) {
      counts.set(agencyId, (counts.get(agencyId) ?? 0) + 1);
    }
    const requests = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([agencyId, count]) => ({ agencyId, count }));
    return this.store.transaction(async (tx) => {
      const firsts = await tx.takeFeedNumbers(requests);
      const next = new Map(requests.map(({ agencyId }, i) => [agencyId, firsts[i] ?? 0]));
      const items = told.flatMap(({ write, audience }) => audience.flatMap((to) => itemOf(write, to, next)));
      await tx.write(
        batchOf(
          told.map(({ write }) => write),
          { feed: items },
        ),
      );
      return items;
    });
  }
}

function itemOf(write: DossierWrite, { agencyId, view }: Addressee, next: Map<AgencyId, number>): readonly FeedItem[] {
  const [event] = write.events;
  if (event === undefined) return [];
  const n = next.get(agencyId) ?? 0;
  next.set(agencyId, n + 1);
  return [{ agencyId, n, view, dossierId: event.dossierId, seq: event.seq, eventId: event.id, event }];
}
