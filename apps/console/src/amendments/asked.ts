/** What these screens ask the service. */
import { queryOptions } from '@tanstack/react-query';
import type { AmendedDossier, Amendment } from '@lien-thong/client';
import { ABOUT, queries } from '../service/queries.js';
import { ServiceTrouble, service, valueFrom } from '../service/service.js';

const LOOK_AGAIN_MS = 1_500;
/** While somebody else may be deciding it. */
const AWAITS_ANOTHER_MS = 5_000;
const PAGE = 100;
const MOST_NAMED = 500;
/** As many as an approval may name. */
const MOST_PAGES = 20;

export const amendmentsQuery = (cursor: string | undefined) => ({
  queryKey: [ABOUT.amendments, 'list', cursor],
  queryFn: () => valueFrom(service.listAmendments({ limit: PAGE, cursor })),
});

const UNDER_WAY: readonly Amendment['state'][] = ['looking', 'running', 'reverting'];

export function isUnderWay(state: Amendment['state'] | undefined): boolean {
  return state !== undefined && UNDER_WAY.includes(state);
}

const AWAITING: readonly Amendment['state'][] = ['looked', 'done', 'incomplete'];

/** What is under way is asked again until it is done; what waits for a second person shows that he was there. */
function lookAgainAfter(state: Amendment['state'] | undefined): number | false {
  if (isUnderWay(state)) return LOOK_AGAIN_MS;
  return state !== undefined && AWAITING.includes(state) ? AWAITS_ANOTHER_MS : false;
}

export interface ReadAmendment {
  readonly amendment: Amendment;
  readonly etag: string | null;
}

export const amendmentQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT.amendments, id],
    queryFn: async (): Promise<ReadAmendment> => {
      const read = await service.getAmendment({ amendment: id });
      if (!read.ok) throw new ServiceTrouble(read.problem);
      return { amendment: read.value, etag: read.etag };
    },
    refetchInterval: ({ state: { data } }) => lookAgainAfter(data?.amendment.state),
  });

export interface DossiersAsked {
  readonly state: AmendedDossier['state'] | undefined;
  readonly onlyOverdue: boolean;
}

interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export function readDossiers(
  amendment: string,
  { state, onlyOverdue }: DossiersAsked,
  { cursor, limit = PAGE }: PageAsked,
) {
  const filter = onlyOverdue ? { becomesOverdue: 'true' as const } : {};
  return valueFrom(service.listAmendedDossiers({ amendment, state, limit, cursor, ...filter }));
}

/** Every dossier of that kind, as many as an approval may name. */
export async function everyDossier(amendment: string, asked: DossiersAsked): Promise<readonly AmendedDossier[]> {
  const found: AmendedDossier[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { dossiers, next } = await readDossiers(amendment, asked, { cursor, limit: MOST_NAMED });
    found.push(...dossiers);
    if (next === null) break;
    cursor = next;
  }
  return found;
}

export async function lookAgain(): Promise<void> {
  await queries.invalidateQueries({ queryKey: [ABOUT.amendments] });
}
