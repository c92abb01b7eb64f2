import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { etagOf } from '../http/etag.js';

const OK = 200;

/** ETag of whatever has a version, the address of a dossier just opened, and 200 where nothing was made after all (a dry run). */
@Injectable()
export class AnswerHeaders implements NestInterceptor<unknown, unknown> {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        setHeaders(reply, body);
        return body;
      }),
    );
  }
}

function setHeaders(reply: FastifyReply, body: unknown): void {
  if (typeof body !== 'object' || body === null) return;
  if ('dryRun' in body) void reply.code(OK);
  if ('version' in body && typeof body.version === 'number') void reply.header('etag', etagOf(body.version));
  if ('trackingSecret' in body && 'code' in body) void reply.header('location', `/v1/dossiers/${String(body.code)}`);
}
