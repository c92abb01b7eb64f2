import { afterEach, beforeEach, describe } from '@jest/globals';
import { atomicity, uniqueness, uniquenessUnderWay } from './atomicity.js';
import { codeCounters, feedNumbers, feedReading } from './counters.js';
import { dueClocks, dueClocksOverTime } from './due.js';
import type { MakeStore, StoreUnderTest } from './harness.js';
import { dossierLocks, keyLocks } from './locking.js';
import { dossierCodes, dossierRows, journalRows, shownToConsulted } from './rows.js';

export { CONFORMANCE_AGENCIES } from './samples.js';
export type { MakeStore, StoreUnderTest } from './harness.js';

/** The one suite every `Store` passes: memory here, Postgres in apps/routing. `makeStore` gives a store with no dossier in it. */
export function storeConformance(name: string, makeStore: MakeStore): void {
  describe(`the ${name} store`, () => {
    let underTest: StoreUnderTest | null = null;
    const current = (): StoreUnderTest => {
      if (underTest === null) throw new Error('asked for the store outside a test');
      return underTest;
    };
    beforeEach(async () => {
      underTest = await makeStore();
    });
    afterEach(async () => {
      await underTest?.close();
      underTest = null;
    });
    describe('locks dossiers', () => dossierLocks(current));
    describe('locks command keys', () => keyLocks(current));
    describe('writes all or nothing', () => atomicity(current));
    describe('holds each thing once', () => {
      uniqueness(current);
      uniquenessUnderWay(current);
    });
    describe('keeps dossiers', () => {
      dossierRows(current);
      dossierCodes(current);
    });
    describe('keeps journals', () => journalRows(current));
    describe('keeps who reads what', () => shownToConsulted(current));
    describe('numbers dossiers', () => codeCounters(current));
    describe('numbers feeds', () => feedNumbers(current));
    describe('reads feeds', () => feedReading(current));
    describe('finds due clocks', () => {
      dueClocks(current);
      dueClocksOverTime(current);
    });
  });
}
