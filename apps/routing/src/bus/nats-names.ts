/** Names on the broker. */
import type { AgencyId } from '@lien-thong/domain';

/** The only stream: written by the hub alone, read by each agency through its own durable consumer. */
export const STREAM = 'INBOX';
export const STREAM_SUBJECTS = ['agency.*.inbox.*'];
/** Where the hub's own answers come in. */
export const HUB_INBOX = '_INBOX_hub';
export const HUB_USER = 'hub';

/** An agency's id as one word of a subject: a dot would make two of it. No id holds an underscore, so no two ids become one. */
const word = (agencyId: AgencyId): string => agencyId.replaceAll('.', '_');

/** Where everything for an agency is published: the facts of one batch travel in one message, whatever dossiers they are of. */
export const inboxSubject = (agencyId: AgencyId): string => `agency.${word(agencyId)}.inbox.facts`;
/** What the agency's consumer is fed from. */
export const inboxFilter = (agencyId: AgencyId): string => `agency.${word(agencyId)}.inbox.*`;
export const durableOf = (agencyId: AgencyId): string => `inbox-${word(agencyId)}`;
export const userOf = (agencyId: AgencyId): string => `agency-${word(agencyId)}`;
/** Beginning of the subjects the broker answers this agency on. */
export const inboxPrefixOf = (agencyId: AgencyId): string => `_INBOX_${word(agencyId)}`;
