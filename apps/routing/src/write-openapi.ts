/** `npm run openapi -w @lien-thong/routing`: writes openapi.json from the routes as they are. Needs no database. */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AppModule } from './app.module.js';
import { readEnv } from './env.js';
import { controllersOf } from './openapi/controllers-of.js';
import { documentText } from './openapi/document-text.js';
import { openApiOf } from './openapi/document.js';
import { routesOf } from './openapi/routes-of.js';

/** Nothing of it is used: the demo profile has every route there is. */
const env = readEnv({
  DATABASE_URL: 'postgres://app@127.0.0.1/none',
  LIENTHONG_MASTER_KEY: Buffer.alloc(32).toString('base64'),
  LIENTHONG_PROFILE: 'demo',
  NODE_ENV: 'development',
});
const file = fileURLToPath(new URL('../openapi.json', import.meta.url));
const document = openApiOf(routesOf(controllersOf(AppModule.of(env))));
writeFileSync(file, documentText(document));
process.stdout.write(`${file}: ${Object.keys(document.paths).length} paths\n`);
