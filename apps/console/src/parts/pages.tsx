/** Lists with a cursor, read page by page as somebody asks for more. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useWords } from '../words/catalogue.js';
import { partWords } from './words.js';

interface Paged {
  readonly next: string | null;
}

export interface PagesAsked<Page extends Paged> {
  readonly queryKey: readonly unknown[];
  readonly read: (cursor: { readonly cursor?: string }) => Promise<Page>;
}

export function usePages<Page extends Paged>({ queryKey, read }: PagesAsked<Page>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}

type Reading = Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>;

/** The way to the next page, while there is one. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { readonly of: Reading }) {
  const words = useWords(partWords);
  if (!hasNextPage) return null;
  return (
    <button type="button" className="no-print" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {words.more}
    </button>
  );
}
