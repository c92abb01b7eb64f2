/** The users of the exchange as the broker's configuration has them, and what each may do: nothing that is not listed. */
import { createHmac } from 'node:crypto';
import type { AgencyId } from '@lien-thong/domain';
import { HUB_INBOX, HUB_USER, STREAM, STREAM_SUBJECTS, durableOf, inboxPrefixOf, userOf } from './nats-names.js';

export interface Permissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

/** The hub writes the stream, and makes and looks at stream and consumers; it can delete or purge nothing. */
export const HUB_PERMISSIONS: Permissions = {
  publish: [
    ...STREAM_SUBJECTS,
    '$JS.API.INFO',
    ...['INFO', 'CREATE', 'UPDATE'].map((verb) => `$JS.API.STREAM.${verb}.${STREAM}`),
    `$JS.API.CONSUMER.LIST.${STREAM}`,
    ...['CREATE', 'DURABLE.CREATE', 'INFO'].map((verb) => `$JS.API.CONSUMER.${verb}.${STREAM}.>`),
  ],
  subscribe: [`${HUB_INBOX}.>`],
};

/** An agency pulls its own durable inbox and acknowledges what it got from there. */
export function agencyPermissions(agencyId: AgencyId): Permissions {
  const durable = durableOf(agencyId);
  return {
    publish: [
      `$JS.API.CONSUMER.MSG.NEXT.${STREAM}.${durable}`,
      `$JS.API.CONSUMER.INFO.${STREAM}.${durable}`,
      `$JS.ACK.${STREAM}.${durable}.>`,
    ],
    subscribe: [`${inboxPrefixOf(agencyId)}.>`],
  };
}

/**
 * Passwords of the agencies: derived, so that every replica writes the same file and none has to be stored. Raising the generation
 * changes all of them.
 */
export class AgencyPasswords {
  constructor(
    private readonly key: Buffer,
    private readonly generation: number,
  ) {}

  of(agencyId: AgencyId): string {
    return createHmac('sha256', this.key).update(`${agencyId}/${this.generation}`).digest('base64url');
  }
}

export interface UsersOfExchange {
  readonly hubPassword: string;
  readonly agencies: readonly AgencyId[];
  readonly passwords: AgencyPasswords;
}

/** The value of `users` of the account EXCHANGE. Passwords stand in it as they are: the file is for the broker's eyes (0600). */
export function usersFile({ hubPassword, agencies, passwords }: UsersOfExchange): string {
  const entries = [
    entry({ user: HUB_USER, password: hubPassword }, HUB_PERMISSIONS),
    ...[...agencies].sort().map((id) => entry({ user: userOf(id), password: passwords.of(id) }, agencyPermissions(id))),
  ];
  return `# Written by the service; what is changed here by hand is overwritten.\nusers = [\n${entries.join('\n')}\n]\n`;
}

function entry(login: { readonly user: string; readonly password: string }, may: Permissions): string {
  const list = (subjects: readonly string[]) => `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;
  const permissions = `{ publish: { allow: ${list(may.publish)} }, subscribe: { allow: ${list(may.subscribe)} } }`;
  return `  { user: ${JSON.stringify(login.user)}, password: ${JSON.stringify(login.password)}, permissions: ${permissions} }`;
}
