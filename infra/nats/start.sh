#!/bin/sh
# Starts a server of the cluster. Its users are a file the service writes; before it has done so for the first time, the hub stands
# there alone (the same text as infra/nats/first-users.mjs; a spec holds them together).
set -eu
: "${NATS_HUB_PASSWORD:?}" "${NATS_SYSTEM_PASSWORD:?}"

umask 077
mkdir -p /etc/nats/users
cat >/etc/nats/users/system.conf <<USERS
users = [ { user: "system", password: "$NATS_SYSTEM_PASSWORD" } ]
USERS
if [ ! -f /etc/nats/users/exchange.conf ]; then
  cat >/etc/nats/users/exchange.conf <<USERS
# Written by the service; what is changed here by hand is overwritten.
users = [
  { user: "hub", password: "$NATS_HUB_PASSWORD", permissions: { publish: { allow: ["agency.*.inbox.*", "\$JS.API.INFO", "\$JS.API.STREAM.INFO.INBOX", "\$JS.API.STREAM.CREATE.INBOX", "\$JS.API.STREAM.UPDATE.INBOX", "\$JS.API.CONSUMER.LIST.INBOX", "\$JS.API.CONSUMER.CREATE.INBOX.>", "\$JS.API.CONSUMER.DURABLE.CREATE.INBOX.>", "\$JS.API.CONSUMER.INFO.INBOX.>"] }, subscribe: { allow: ["_INBOX_hub.>"] } } }
]
USERS
fi
# The service, which is not root in its image, writes here; the servers only read.
[ "$(id -u)" != 0 ] || chown -R 1000:1000 /etc/nats/users
exec nats-server --config /etc/nats/server.conf
