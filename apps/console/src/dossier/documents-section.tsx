/** Papers of the dossier as the journal names them: by digest, never by content. */
import type { Document, Timeline } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { moreWords } from './more-words.js';
import { useNames } from './names.js';

const KILO = 1_000;
const MEGA = 1_000_000;

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && 'sha256' in value && 'component' in value;
}

export function DocumentsSection({ timeline: { journal, whole } }: { readonly timeline: Timeline }) {
  const words = useWords(moreWords);
  const names = useNames();
  const { language } = useLanguage();
  const size = (bytes: number) =>
    bytes >= MEGA
      ? words.megabytes(numberText(Math.round(bytes / (MEGA / 10)) / 10, language))
      : words.kilobytes(numberText(Math.ceil(bytes / KILO), language));
  const rows = journal.flatMap(({ seq, type, data: { documents } }) =>
    Array.isArray(documents) ? documents.filter(isDocument).map((document) => ({ seq, type, document })) : [],
  );
  return (
    <section className="card" aria-labelledby="documents">
      <h2 id="documents">{words.documents}</h2>
      {rows.length === 0 && <p>{whole ? words.noDocuments : words.noDocumentsOfPart}</p>}
      {rows.length > 0 && (
        <div className="scroll">
          <table>
            <caption className="visually-hidden">{words.documents}</caption>
            <thead>
              <tr>
                <th scope="col">{words.component}</th>
                <th scope="col">{words.with}</th>
                <th scope="col">{words.kind}</th>
                <th scope="col" className="number">
                  {words.size}
                </th>
                <th scope="col">{words.digest}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ seq, type, document }) => (
                <tr key={`${seq} ${document.component} ${document.sha256}`}>
                  <th scope="row">{document.component}</th>
                  <td>{names.event(type)}</td>
                  <td>{document.mediaType}</td>
                  <td className="number">{size(document.size)}</td>
                  <td>
                    <code title={document.sha256}>{document.sha256.slice(0, 16)}…</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
