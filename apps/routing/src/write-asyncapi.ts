/** `npm run openapi -w @lien-thong/routing` (its second half): writes asyncapi.json from the schemas as they are. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asyncApiDocument, asyncApiText } from './asyncapi/document.js';

const file = fileURLToPath(new URL('../asyncapi.json', import.meta.url));
writeFileSync(file, asyncApiText(asyncApiDocument()));
process.stdout.write(`${file}\n`);
