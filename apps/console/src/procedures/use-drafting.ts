/** A new draft of a procedure: from a version that is there, or from a file. */
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ProcedureDefinition } from '@lien-thong/client';
import { useTell } from '../parts/toast.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { lookAgain } from './asked.js';
import type { Json } from './form/json.js';
import { putAt } from './form/json.js';
import { procedureWords } from './words.js';

interface Wanted {
  readonly definition: Json;
  /** Kept through every attempt of the same click. */
  readonly key: string;
}

export function useDrafting(code: string) {
  const words = useWords(procedureWords);
  const tell = useTell();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: ({ definition, key }: Wanted) => {
      const body = putAt(definition, 'version', undefined) as unknown as ProcedureDefinition;
      return valueFrom(service.draftVersion({ code, idempotencyKey: key, body }));
    },
    onSuccess: async ({ version }) => {
      tell(words.drafted1(String(version)));
      await lookAgain(code);
      await navigate({ to: '/procedures/$code/versions/$version', params: { code, version: String(version) } });
    },
  });
}
