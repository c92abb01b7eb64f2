import { API_HINTS } from '../http/api-hints.js';
import { ENGLISH } from '../http/sentences.en.js';
import { VIETNAMESE } from '../http/sentences.vi.js';
import { HTTP_CODES, statusOf } from '../http/problem-codes.js';
import type { ProblemCode } from '../http/problem-codes.js';
import { REFUSAL_CODES } from '@lien-thong/domain';
import { curlOf } from './curl.js';
import type { OpenApiDocument, OpenApiOperation } from './document.js';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24}
h1,h2,h3{line-height:1.2}h3{margin:2rem 0 .25rem}code,pre{font:14px/1.5 ui-monospace,monospace}
pre{background:#f3f5f7;padding:.75rem;overflow-x:auto;border-radius:6px}.method{font-weight:700}.en{color:#57606a}
td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0}a{color:#0b5cad}`;

/** The operations of the document on one page, without scripts: each with its parameters, answers and a curl line. */
export function docsPage(document: OpenApiDocument, origin: string): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = operations.map(
    ({ path, method, operation }) => `<section id="${escaped(operation.operationId)}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${escaped(path)}</code></h3>
<p>${escaped(String(operation['summary']))}<br><span class="en" lang="en">${escaped(String(operation['description']))}</span></p>
${answersTable(operation)}
<pre>${escaped(curlOf({ path, method, operation }, origin))}</pre></section>`,
  );
  return page(
    'Liên Thông · API',
    `<p>Tài liệu OpenAPI 3.1: <a href="/docs/openapi.json">/docs/openapi.json</a> ·
<a href="/docs/problems">danh mục lỗi</a> <span class="en" lang="en">catalogue of problems</span></p>${sections.join('\n')}`,
  );
}

/** What each problem code means, and what to do; `type` of a problem points here. */
export function problemsPage(): string {
  const rows = [...HTTP_CODES, ...REFUSAL_CODES].map(
    (code) => `<section id="${code}"><h3><code>${code}</code> · ${statusOf(code)}</h3>
<p>${escaped(VIETNAMESE[code].title)} ${escaped(VIETNAMESE[code].todo)}<br>
<span class="en" lang="en">${escaped(ENGLISH[code].title)} ${escaped(ENGLISH[code].todo)}</span></p>${hintOf(code)}</section>`,
  );
  return page('Liên Thông · Danh mục lỗi', rows.join('\n'));
}

/** For whoever writes the software that is answered so. */
function hintOf(code: ProblemCode): string {
  const hint = API_HINTS[code];
  return hint === undefined ? '' : `<p lang="en">API: ${escaped(hint)}</p>`;
}

function answersTable(operation: OpenApiOperation): string {
  const rows = Object.entries(operation.responses).map(
    ([status, answer]) => `<tr><td><code>${status}</code></td><td>${escaped(String(answer['description']))}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body><h1>${title}</h1>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
