/** The bus as a wake source of the consumer. */
import type { BusAccess } from '../api/schemas.generated.js';
import type { WakeSource } from '../consumer/options.js';
import { NatsInbox } from './nats/index.js';

/** Pulls the inbox of the agency; `access` is what `GET /v1/agencies/me/bus` answers. */
export function natsWake(access: BusAccess, more: { readonly ca?: string } = {}): WakeSource {
  return {
    start: ({ woken, trouble }) => {
      const inbox = NatsInbox.open({
        ...access,
        ...more,
        // What was sent while nobody listened may never come: the feed has it.
        onConnected: () => void woken(null),
        onTrouble: trouble,
      });
      const listening = (async () => {
        for await (const message of inbox) await woken(message);
      })();
      return async () => {
        await inbox.close();
        await listening;
      };
    },
  };
}
