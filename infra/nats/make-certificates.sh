#!/bin/sh
# Certificates for the lines between agencies, service and servers of one machine's composition; made once. A real exchange brings its own:
# cert.pem and key.pem of the servers, ca.pem of whoever signed them.
set -eu
cd "${1:?folder}"
[ ! -f cert.pem ] || exit 0

umask 077
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj '/CN=Lien Thong exchange' \
  -addext 'subjectAltName=DNS:nats-1,DNS:nats-2,DNS:nats-3,DNS:localhost,IP:127.0.0.1' -keyout key.pem -out cert.draft
cp cert.draft ca.pem
chmod 644 ca.pem
mv cert.draft cert.pem
