import { Inject } from '@nestjs/common';
import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { EXCHANGE } from './bus.module.js';
import type { BusAccess, Exchange } from './exchange.js';

export const busAccessSchema = z
  .strictObject({
    url: z.string().describe('Address of the broker; several of one cluster are separated by commas'),
    user: z.string(),
    password: z.string().describe('Keep it like the API key; it changes when the operator renews all of them'),
    stream: z.string(),
    consumer: z.string().describe('Durable pull consumer that is there already; explicit acknowledgement'),
    inboxPrefix: z.string().describe('Beginning of the only subjects this user may listen on'),
  })
  .meta({ id: 'BusAccess' });

export class GetBusAccess extends Query<BusAccess> {
  constructor(readonly caller: Pick<Caller, 'kind' | 'agencyId'>) {
    super();
  }
}

@QueryHandler(GetBusAccess)
export class GetBusAccessHandler implements IQueryHandler<GetBusAccess> {
  constructor(@Inject(EXCHANGE) private readonly exchange: Exchange) {}

  /** Throws `bus-not-offered`: there is no broker, or a person asks, whose session must not yield a password of his agency. */
  async execute({ caller }: GetBusAccess): Promise<BusAccess> {
    const access = caller.kind === 'software' ? this.exchange.accessOf(caller.agencyId) : null;
    if (access === null) throw new Problem('bus-not-offered');
    return access;
  }
}
