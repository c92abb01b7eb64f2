import { queryOptions } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';

/** The journal of a dossier, and who used its time. */
export function timelineQuery(code: string) {
  return queryOptions({
    queryKey: [ABOUT.dossier, code, 'timeline'],
    queryFn: () => valueFrom(service.readTimeline({ code })),
  });
}
