// @ts-check

/**
 * The hub alone: what stands in users/exchange.conf before the service has written it for the first time. The service
 * writes the same text for an exchange without agencies (apps/routing/src/bus/users-file.ts; a spec holds the two together).
 * @param {string} password
 */
export function firstUsers(password) {
  return `# Written by the service; what is changed here by hand is overwritten.
users = [
  { user: "hub", password: "${password}", permissions: { publish: { allow: ["agency.*.inbox.*", "$JS.API.INFO", "$JS.API.STREAM.INFO.INBOX", "$JS.API.STREAM.CREATE.INBOX", "$JS.API.STREAM.UPDATE.INBOX", "$JS.API.CONSUMER.LIST.INBOX", "$JS.API.CONSUMER.CREATE.INBOX.>", "$JS.API.CONSUMER.DURABLE.CREATE.INBOX.>", "$JS.API.CONSUMER.INFO.INBOX.>"] }, subscribe: { allow: ["_INBOX_hub.>"] } } }
]
`;
}

/** @param {string} password */
export function systemUsers(password) {
  return `users = [ { user: "system", password: "${password}" } ]\n`;
}
