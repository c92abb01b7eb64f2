/** The list that is asked for, of what stands in the address: words that are none are left out, not sent to be refused. */
import type { OperationShapes } from '@lien-thong/client';
import { oneOf } from '../app/search.js';
import { composed } from '../words/fold.js';

type Asked = OperationShapes['listDossiers']['args'];

export const FILTERS = ['q', 'procedure', 'holder', 'phase', 'overdue', 'state'] as const;
export type Filter = (typeof FILTERS)[number];
export type ListSearch = { readonly [Name in Filter | 'cursor']?: string | undefined };

const ROWS = 50;
const LONGEST = 120;

/** Text is composed, as it is stored; accents and case do not matter to the service. Pure. */
export function askedList(search: ListSearch): Asked {
  const q = composed(search.q ?? '').slice(0, LONGEST);
  const overdue = oneOf(search.overdue, ['true', 'false']);
  const state = oneOf(search.state, ['open', 'ended']);
  const phase = /^[a-zA-Z]+(,[a-zA-Z]+)*$/.test(search.phase ?? '') ? search.phase : undefined;
  return {
    limit: ROWS,
    ...(q === '' ? {} : { q }),
    ...(search.procedure === undefined ? {} : { procedure: search.procedure }),
    ...(search.holder === undefined ? {} : { holder: search.holder }),
    ...(search.cursor === undefined ? {} : { cursor: search.cursor }),
    ...(phase === undefined ? {} : { phase }),
    ...(overdue === undefined ? {} : { overdue }),
    ...(state === undefined ? {} : { state }),
  };
}

/** Another filter begins at the first page: a cursor belongs to the list it was given for. Pure. */
export function filtered(search: ListSearch, changed: ListSearch): ListSearch {
  const { cursor: _, ...rest } = { ...search, ...changed };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== ''));
}
