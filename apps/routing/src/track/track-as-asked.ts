import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, map, of } from 'rxjs';
import type { Observable } from 'rxjs';
import { problemOfFault } from '../http/problem.filter.js';
import { statusOf } from '../http/problem-codes.js';
import { notTrackedPage } from './not-tracked-page.js';
import { trackPage } from './track-page.js';
import type { TrackView } from './track-view.js';

/** `form`: where a form of the page may be sent to. */
const pagePolicy = (form: "'none'" | "'self'") =>
  `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action ${form}`;

const SERVER_FAULTS = 500;

/** JSON for software, a page for whoever asks for HTML first, as browsers do: also where the code or the secret is not right. */
@Injectable()
export class TrackAsAsked implements NestInterceptor<TrackView, TrackView | string> {
  intercept(context: ExecutionContext, next: CallHandler<TrackView>): Observable<TrackView | string> {
    const http = context.switchToHttp();
    const { headers, params } = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    void reply.header('vary', 'accept');
    if (!(headers.accept ?? '').includes('text/html')) return next.handle();
    const answered = (status: number, form: "'none'" | "'self'") =>
      reply.code(status).type('text/html; charset=utf-8').header('content-security-policy', pagePolicy(form));
    return next.handle().pipe(
      map((view) => {
        void answered(reply.statusCode, "'none'");
        return trackPage(view);
      }),
      catchError((error: unknown) => {
        const problem = problemOfFault(error);
        const status = statusOf(problem.code);
        if (status >= SERVER_FAULTS) throw error;
        void answered(status, "'self'").headers(problem.headers);
        return of(notTrackedPage(codeIn(params), problem.code));
      }),
    );
  }
}

function codeIn(params: unknown): string {
  return typeof params === 'object' && params !== null && 'code' in params ? String(params.code) : '';
}
