import type { OpenApiDocument } from './document.js';

/** The document as it is written to openapi.json. */
export function documentText(document: OpenApiDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
