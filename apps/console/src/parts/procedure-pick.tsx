/** A procedure that is published here, by its code or its name; what is chosen is its code. */
import { useQuery } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { PickOne } from './pick-one.js';
import type { PickProperties } from './pick-one.js';

const MOST = 12;

export function ProcedurePick(properties: PickProperties<string>) {
  return (
    <PickOne
      {...properties}
      about={[ABOUT.procedures]}
      ask={(q) => valueFrom(service.listProcedures({ q, published: 'true', limit: MOST }))}
      entries={({ procedures }) =>
        procedures.map(({ code, name, field }) => ({
          ...{ id: code, label: name, note: `${code} · ${field}`, value: code },
        }))
      }
    />
  );
}

/** A procedure an address or a form has by its code, with its name once that is known; null without one. */
export function useProcedureName(code: string | undefined): string | null {
  const { data } = useQuery({
    queryKey: [ABOUT.procedures, 'named', code],
    queryFn: () => valueFrom(service.listProcedures({ q: code ?? '', limit: MOST })),
    enabled: code !== undefined,
  });
  if (code === undefined) return null;
  const found = data?.procedures.find((procedure) => procedure.code === code);
  return found === undefined ? code : `${code} ${found.name}`;
}
