/** Papers of a dossier, out of its journal: the bytes lie elsewhere, here are names, sizes and digests. */
import type { Document, JournalEntry } from '@lien-thong/client';

const KILO = 1024;

/** Every paper that was handed in, once: by its digest. */
export function papersOf(journal: readonly Pick<JournalEntry, 'data'>[]): readonly Document[] {
  const found = new Map<string, Document>();
  for (const { data } of journal) {
    const { documents } = data;
    if (!Array.isArray(documents)) continue;
    for (const paper of documents) if (isDocument(paper)) found.set(`${paper.component} ${paper.sha256}`, paper);
  }
  return [...found.values()];
}

/** Together, in bytes. */
export function sizeOf(papers: readonly Pick<Document, 'size'>[]): number {
  return papers.reduce((sum, { size }) => sum + size, 0);
}

/** Bytes as `12,3 MB`; kilobytes below one megabyte, and never none where there is something. */
export function sizeText(bytes: number, language: 'vi' | 'en'): string {
  const [value, unit] = bytes < KILO * KILO ? [bytes / KILO, 'KB'] : [bytes / KILO / KILO, 'MB'];
  const shown = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 });
  return `${shown.format(bytes > 0 ? Math.max(value, 0.1) : 0)} ${unit}`;
}

function isDocument(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    'component' in value &&
    typeof value.component === 'string' &&
    'sha256' in value &&
    'size' in value &&
    typeof value.size === 'number'
  );
}
