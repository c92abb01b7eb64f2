/** Turns whatever a request ends in into problem+json: a `Problem`, a framework's HTTP error, or a fault (500, details logged only). */
import { Catch, HttpException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { CommitUnknown, LedgerClosed, StoreUnavailable } from '@lien-thong/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { logFault } from './log.js';
import { Problem, problemBody } from './problem.js';
import { statusOf } from './problem-codes.js';
import type { HttpCode } from './problem-codes.js';
import { methodsOf } from './routes-known.js';
import { asFault, isRefusedByPolicy } from '../store/faults.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers with the problem an error stands for; also used by Fastify's own error and not-found handlers. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = withMethods(problemOfFault(error), request);
  if (isFault(error, problem)) logFault(request.id, error);
  void reply
    .code(statusOf(problem.code))
    .headers(problem.headers)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem, request.id)));
}

const BY_STATUS: Readonly<Record<number, HttpCode>> = {
  400: 'unreadable-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  429: 'rate-limited',
  431: 'headers-too-large',
};

/** The problem an error stands for: itself, or what the caller may know of a fault. */
export function problemOfFault(thrown: unknown): Problem {
  const error = asFault(thrown);
  if (error instanceof Problem) return error;
  if (error instanceof CommitUnknown) return new Problem('commit-unknown').with({ 'retry-after': '1' });
  if (error instanceof StoreUnavailable || error instanceof LedgerClosed) {
    return new Problem('unavailable').with({ 'retry-after': '2' });
  }
  // The second wall held where the first should have: to the caller the dossier does not exist.
  if (isRefusedByPolicy(error)) return new Problem('dossier-not-found');
  const status = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  const code = BY_STATUS[status] ?? (status >= 400 && status < 500 ? 'unreadable-request' : 'internal-fault');
  return new Problem(code);
}

/** Whether somebody should look into it: a fault of ours, or a request that only row-level security stopped. */
export function isFault(thrown: unknown, problem: Problem): boolean {
  return !(thrown instanceof Problem) && (statusOf(problem.code) >= 500 || isRefusedByPolicy(thrown));
}

/** A path that exists under other methods is answered 405 with their names (RFC 9110 §15.5.6). */
function withMethods(problem: Problem, request: FastifyRequest): Problem {
  if (problem.code !== 'not-found' || request.is404 !== true) return problem;
  const methods = methodsOf(request.server, request.url.split('?')[0] ?? '');
  if (methods.length === 0) return problem;
  return new Problem('method-not-allowed', { allowed: methods }).with({ allow: methods.join(', ') });
}

/** Fastify's own errors carry `statusCode`. */
function statusCodeOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}
