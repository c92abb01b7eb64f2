import { storeConformance } from '../../test/conformance/store-conformance.js';
import { MemoryDatabase } from './database.js';
import { MemoryStore } from './store.js';

async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

storeConformance('memory', () => {
  const database = new MemoryDatabase();
  return Promise.resolve({
    store: new MemoryStore(database),
    other: new MemoryStore(database),
    pause: manyTurns,
    close: () => Promise.resolve(),
  });
});
