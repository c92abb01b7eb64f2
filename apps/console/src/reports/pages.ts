/** Lists with a cursor, read page by page as somebody asks for more. */
import { useInfiniteQuery } from '@tanstack/react-query';

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
