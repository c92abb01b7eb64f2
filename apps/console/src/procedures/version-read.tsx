/** A version that cannot be changed, or may not be by whoever reads it. */
import { useWords } from '../words/catalogue.js';
import { ActsOf } from './act-of.js';
import { DiffView } from './diff-view.js';
import { writtenDefinition } from './form/definition-text.js';
import { DefinitionRead } from './form/definition-read.js';
import type { Json } from './form/json.js';
import { VersionVerdict } from './proof/version-verdict.js';
import { saveFile } from './save-file.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly version: number;
  readonly row: VersionRow | undefined;
  readonly inForce: number | null;
  readonly definition: Json;
}

export function VersionRead({ code, version, row, inForce, definition }: Properties) {
  const words = useWords(procedureWords);
  return (
    <>
      <div className="spread">
        <p className="soft">{words.readOnly}</p>
        <button
          type="button"
          className="no-print"
          onClick={() => saveFile(`${code}-v${version}.json`, writtenDefinition(definition))}
        >
          {words.exported}
        </button>
      </div>
      {row !== undefined && <ActsOf version={row} />}
      <section className="card" aria-labelledby="verdict">
        <h2 id="verdict">{words.verdict}</h2>
        <VersionVerdict code={code} version={version} revision={row?.revision ?? null} />
      </section>
      {inForce !== null && inForce !== version && (
        <section className="card" aria-labelledby="against">
          <h2 id="against">{words.against(String(inForce))}</h2>
          <DiffView code={code} version={version} against={inForce} />
        </section>
      )}
      <h2>{words.content}</h2>
      <DefinitionRead definition={definition} />
    </>
  );
}
