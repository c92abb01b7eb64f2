import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { trackPage } from './track-page.js';
import type { TrackView } from './track-view.js';

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** JSON for software, a page for whoever asks for HTML first, as browsers do. */
@Injectable()
export class TrackAsAsked implements NestInterceptor<TrackView, TrackView | string> {
  intercept(context: ExecutionContext, next: CallHandler<TrackView>): Observable<TrackView | string> {
    const http = context.switchToHttp();
    const { accept = '' } = http.getRequest<FastifyRequest>().headers;
    const reply = http.getResponse<FastifyReply>();
    void reply.header('vary', 'accept');
    if (!accept.includes('text/html')) return next.handle();
    return next.handle().pipe(
      map((view) => {
        void reply.type('text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY);
        return trackPage(view);
      }),
    );
  }
}
