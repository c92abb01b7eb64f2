/** What the database itself holds of a publication, and how other processes come to know of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { procedureVersionSchema } from '@lien-thong/domain';
import type { Instant, Pin, ProcedureVersion } from '@lien-thong/domain';
import { openDatabase } from '../../test/opened.js';
import type { Opened } from '../../test/opened.js';
import { loadReference } from '../reference/load-reference.js';
import { LiveReference } from '../reference/live-reference.js';
import { referenceDigest } from '../reference/reference-digest.js';
import { ReferenceWatch } from '../reference/reference-watch.js';

let opened: Opened;
let first: ProcedureVersion;
beforeAll(async () => {
  opened = await openDatabase({ seeded: true });
  const { rows } = await opened.app.query<{ definition: unknown }>(
    `select definition from procedure_version where code = '1.004873'`,
  );
  first = procedureVersionSchema.parse(rows[0]?.definition);
  calendarVersion = new LiveReference(await loadReference(opened.app)).legalCalendar('31').version;
}, 120_000);
afterAll(() => opened.close());

const NOW = '2026-11-22T02:00:00.000Z' as Instant;
const [ANNA, BINH] = ['person:anna', 'person:binh'];

/** Puts a version among the published ones, as the login of the service. */
async function insert(
  version: number,
  [drafted, changed, published]: readonly (string | null | undefined)[],
  { reason = 'x', verdict = null }: { reason?: string | null; verdict?: object | null } = {},
): Promise<void> {
  const definition = { ...first, version, effectiveFrom: '2026-12-01' };
  await opened.app.query(
    `insert into procedure_version (code, version, name, field, level, boundary_scope, effective_from, builder_version, definition,
      drafted_by, drafted_at, changed_by, changed_at, published_by, approval_reason, verdict) values ($1, $2, 'n', 'f', 'commune', 'none',
      '2026-12-01', 1, $3, $4, $7, $5, $7, $6, $8, $9)`,
    [
      ...[first.code, version, JSON.stringify(definition), drafted, changed, published, NOW],
      ...[reason, verdict === null ? null : JSON.stringify(verdict)],
    ],
  );
}

async function replica(): Promise<{ reference: LiveReference; watch: ReferenceWatch }> {
  const reference = new LiveReference(await loadReference(opened.app), await referenceDigest(opened.app));
  return { reference, watch: new ReferenceWatch(opened.app, reference) };
}
let calendarVersion = '';
const pinned = (procedureVersion: number) =>
  ({ procedureCode: first.code, procedureVersion, calendarProvince: '31', calendarVersion }) as Pin;

describe('the login app', () => {
  it('adds published versions and ends, and changes or removes none', async () => {
    await insert(50, [ANNA, ANNA, BINH]);
    await opened.app.query(
      `insert into procedure_retirement values ('1.004873', 50, '2026-12-31', 'person:anna', now())`,
    );
    for (const sql of [
      'update procedure_version set definition = definition',
      `delete from procedure_version where version = 50`,
      'truncate procedure_version',
      `update procedure_retirement set effective_to = '2030-01-01'`,
      'delete from procedure_retirement',
      `update administration_key set answer = '{}'`,
      'drop view published_version',
      'alter table procedure_version drop constraint procedure_version_second_person',
    ]) {
      await expect(opened.app.query(sql)).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('cannot name one person for both, whatever was forgotten before', async () => {
    for (const authors of [
      [ANNA, ANNA, ANNA],
      [ANNA, BINH, BINH],
      [ANNA, BINH, ANNA],
      [null, null, BINH],
    ]) {
      await expect(insert(51, authors)).rejects.toThrow('procedure_version_second_person');
    }
  });

  it('cannot leave out who approved what was not proved safe, whatever was forgotten before', async () => {
    const second = [ANNA, ANNA, BINH];
    for (const verdict of [null, {}, { verdict: 'OVERDUE_BY_CONSTRUCTION' }, { verdict: 'NOT_COMPUTABLE' }]) {
      await expect(insert(52, second, { reason: null, verdict })).rejects.toThrow('procedure_version_approved');
    }
    await insert(52, second, { reason: null, verdict: { verdict: 'SAFE' } });
  });

  it('cannot publish a number twice', async () => {
    await expect(insert(50, [ANNA, ANNA, BINH])).rejects.toThrow(/duplicate key/);
  });
});

describe('another replica', () => {
  it('takes over a publication and an end at its next look, and reads nothing when there was none', async () => {
    const { reference, watch } = await replica();
    await insert(60, [ANNA, ANNA, BINH]);
    expect(reference.knows(pinned(60))).toBe(false);
    await watch.look();
    expect(reference.knows(pinned(60))).toBe(true);
    const before = await referenceDigest(opened.app);
    expect(await referenceDigest(opened.app)).toBe(before);
    await opened.app.query(
      `insert into procedure_retirement values ('1.004873', 60, '2026-12-31', 'person:anna', now())`,
    );
    expect(await referenceDigest(opened.app)).not.toBe(before);
  });

  it('that meets a version it does not know looks at once, before it gives up', async () => {
    const { reference, watch } = await replica();
    await insert(61, [ANNA, ANNA, BINH]);
    await watch.acquaint([pinned(1), pinned(61)]);
    expect(reference.knows(pinned(61))).toBe(true);
    await watch.acquaint([pinned(62)]);
    expect(reference.knows(pinned(62))).toBe(false);
  });

  it('looks one time after the other, however many ask', async () => {
    const { reference, watch } = await replica();
    await insert(63, [ANNA, ANNA, BINH]);
    await Promise.all([watch.look(), watch.look(), watch.acquaint([pinned(63)])]);
    expect(reference.knows(pinned(63))).toBe(true);
  });
});
