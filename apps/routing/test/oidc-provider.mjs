// @ts-check
/**
 * A real OpenID Connect provider on loopback, as a process of its own. Arguments: redirect URI. Prints its address on one line when it
 * listens, and ends with its parent. Anybody signs in under the name he gives, which becomes his subject.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirectUri = ''] = process.argv.slice(2);
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  const issuer = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'lien-thong',
        client_secret: 'a-secret-of-the-spec-that-is-long-enough',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['a key of the spec'] },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  console.log(issuer);
});
process.stdin.resume().on('end', () => process.exit());
