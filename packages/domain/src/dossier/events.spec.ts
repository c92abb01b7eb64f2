import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { EVENT_DATA, EVENT_ENVELOPE, EVENT_TYPES, isAct, isDetected } from './events.js';

describe('what a journal may hold', () => {
  /** Names of everything that may stand in a fact, at any depth. A new one is added here after the question whether it is personal. */
  const NAMES = [
    'agencyId amountVnd approvedBy areaCode assetLocation at attempt breachWithdrawn builderVersion by',
    'calendar calendarProvince calendarVersion caseKey cause channel clockId clocks code codeProvisional',
    'communeCode component components consultation copy deskAfter deskBefore district documents dueAfter',
    'dueAt dueBefore epoch estimate evidence feeCode from fromMinutes fromVersion ground headOffice',
    'heldReason issuedOn issuer jurisdiction layer layerId leg legalAfter legalBasis legalBefore legs',
    'limit means mediaType minimumWorkMinutes n name newCommuneCode newPromise notices number officerId',
    'oldCode outcome percent pin policy procedureCode procedureVersion promise provinceCode provisional',
    'publishedMinutes reason receiptNumber receivingAgency remainingMinutes residence resolution round',
    'ruleId rungAt segments seq sha256 shortByMinutes size step suggestedAgency system to toMinutes',
    'toVersion type usedMinutes version',
  ].flatMap((line) => line.split(' '));

  function namesIn(schema: unknown): readonly string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    const own =
      'properties' in schema && typeof schema.properties === 'object' ? Object.keys(schema.properties ?? {}) : [];
    return [...own, ...Object.values(schema).flatMap(namesIn)];
  }

  it('is codes, ids, times, places and digests: nothing that names a person (law 11)', () => {
    const schemas = EVENT_TYPES.map((type) => z.toJSONSchema(EVENT_DATA[type]));
    expect([...new Set(namesIn(schemas))].sort()).toEqual(NAMES);
    expect(Object.keys(EVENT_ENVELOPE).sort()).toEqual([
      'actor',
      'dossierId',
      'hash',
      'id',
      'occurredAt',
      'phase',
      'prevHash',
      'recordedAt',
      'seq',
    ]);
  });
});

describe('the kinds of facts', () => {
  it('are named for what they are, with the version of their schema', () => {
    expect(EVENT_TYPES.filter((type) => !/^dossier\.[a-z][A-Za-z]+\.v1$/.test(type))).toEqual([]);
  });

  it('are acts of parties, but for receipts and what the engine finds out or derives', () => {
    expect(EVENT_TYPES.filter((type) => !isAct(type))).toEqual([
      'dossier.transferDelivered.v1',
      'dossier.resultArrived.v1',
      'dossier.calendarRestated.v1',
      'dossier.subDeadlinesRecut.v1',
      'dossier.clockWarned.v1',
      'dossier.clockBreached.v1',
      'dossier.transferLapsed.v1',
    ]);
    expect(EVENT_TYPES.filter(isDetected)).toEqual([
      'dossier.calendarRestated.v1',
      'dossier.clockWarned.v1',
      'dossier.clockBreached.v1',
      'dossier.transferLapsed.v1',
    ]);
  });

  it('take nothing they do not name', () => {
    const foreign = EVENT_TYPES.filter((type) => {
      const issues = EVENT_DATA[type].safeParse({ applicantName: 'x' }).error?.issues ?? [];
      return issues.some(({ code }) => code === 'unrecognized_keys');
    });
    expect(foreign).toEqual(EVENT_TYPES);
  });
});
