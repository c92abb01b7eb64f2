/** A file that was exported becomes a draft. */
import { useState } from 'react';
import { Field } from '../parts/field.js';
import { FaultOf } from '../parts/trouble.js';
import { useWords } from '../words/catalogue.js';
import { codeOf, readDefinition } from './form/definition-text.js';
import { useDrafting } from './use-drafting.js';
import { procedureWords } from './words.js';

export function ImportDraft({ code }: { readonly code: string }) {
  const words = useWords(procedureWords);
  const [wrong, setWrong] = useState<string | undefined>();
  const drafting = useDrafting(code);
  const take = async (file: File) => {
    const definition = readDefinition(await file.text());
    const other = definition === null ? null : codeOf(definition);
    if (definition === null) return setWrong(words.importUnreadable);
    if (other !== code) return setWrong(other === null ? words.importUnreadable : words.importOther(other));
    setWrong(undefined);
    drafting.mutate({ definition, key: crypto.randomUUID() });
  };
  return (
    <>
      <Field label={words.importFile} hint={words.importHint} error={wrong}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept="application/json,.json"
            disabled={drafting.isPending}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file !== undefined) void take(file);
              target.value = '';
            }}
          />
        )}
      </Field>
      {drafting.error !== null && <FaultOf fault={drafting.error} />}
    </>
  );
}
