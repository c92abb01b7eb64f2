import { STATUS_CODES } from 'node:http';
import { Problem, problemBody } from './problem.js';
import { statusOf } from './problem-codes.js';
import type { HttpCode } from './problem-codes.js';

/** What Node calls the reasons why bytes never became a request. Any other: they are not HTTP. */
const BY_REASON: Readonly<Record<string, HttpCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

interface Socket {
  readonly writable: boolean;
  readonly end: (text: string) => void;
}

/** Answers bytes that never became a request: nobody but the socket is there to be told. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (!socket.writable) return;
  const code = BY_REASON[error.code ?? ''] ?? 'unreadable-request';
  const body = JSON.stringify(problemBody(new Problem(code)));
  const head = [
    `HTTP/1.1 ${statusOf(code)} ${STATUS_CODES[statusOf(code)] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
