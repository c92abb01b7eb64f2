import { describe, expect, it } from '@jest/globals';
import { provinceLayerSchema } from '../../packages/domain/src/calendar/layers.js';
import { legalCalendar } from '../../packages/domain/src/calendar/legal-calendar.js';
import { nationalLayerSchema } from '../../packages/domain/src/calendar/layers.js';
import { buildDirectory, competenceGaps, resolve } from '../../packages/domain/src/jurisdiction/index.js';
import type { JurisdictionQuestion } from '../../packages/domain/src/jurisdiction/index.js';
import { isRefusal } from '../../packages/domain/src/kernel/refusal.js';
import { agencyIdSchema } from '../../packages/domain/src/kernel/ids.js';
import { buildMachine } from '../../packages/domain/src/procedure/build-machine.js';
import { procedureOverride } from '../../packages/domain/src/procedure/override.js';
import { procedureVersionSchema } from '../../packages/domain/src/procedure/procedure.js';
import type { ProcedureVersion } from '../../packages/domain/src/procedure/procedure.js';
import { isoDateSchema } from '../../packages/domain/src/time/instant.js';
import { workMinutes } from '../../packages/domain/src/time/duration.js';
import type { WorkDuration } from '../../packages/domain/src/time/duration.js';
import { readDirectoryData, seedFiles, seedJson, seedRows } from './read-seeds.js';

const TODAY = isoDateSchema.parse('2026-11-23');
const data = readDirectoryData();
const directory = buildDirectory(data);
const versions = seedFiles('procedures').map((file) => ({
  file,
  version: procedureVersionSchema.parse(seedJson(file)),
}));
const overrides = seedRows('procedure_overrides.csv').map((row) => procedureOverride(row));

function versionOf(code: string): ProcedureVersion {
  const found = versions.find(({ version }) => version.code === code);
  if (found === undefined) throw new Error(`no version of ${code}`);
  return found.version;
}

function ask(code: string, receiver: string, facts: JurisdictionQuestion['facts']): unknown {
  return resolve(directory, {
    procedure: versionOf(code),
    facts,
    receivingAgency: agencyIdSchema.parse(receiver),
    day: TODAY,
  });
}

/** 1.004873 again, with the legal clock started at the competent agency, and with the transfer not counted. */
const OTHER_POLICIES = ['9.000001', '9.000002'];

describe('the procedure versions of the demonstration set', () => {
  it('are the twelve of the overrides and two other clock policies of one of them, each in the file of its code', () => {
    const codes = [...overrides.map(({ code }) => code as string), ...OTHER_POLICIES];
    expect(versions.map(({ version }) => version.code as string).sort()).toEqual(codes.sort());
    for (const { file, version } of versions) expect(file).toBe(`procedures/${version.code}.json`);
  });

  it('carry the limit, the cut-offs and the clock policy of their override', () => {
    for (const override of overrides) {
      const version = versionOf(override.code);
      expect({
        code: override.code,
        limit: version.cases[0]?.limits.counter,
        limitCutoff: version.limitCutoff,
        transferCutoff: version.transferCutoff,
        clockStart: version.clockStart,
        transferExcluded: version.transferExcluded,
        boundaryScope: version.boundaryScope,
      }).toEqual({
        code: override.code,
        limit: override.limit,
        limitCutoff: override.limitCutoff,
        transferCutoff: override.transferCutoff,
        clockStart: override.clockStart,
        transferExcluded: override.transferExcluded,
        boundaryScope: override.boundaryScope,
      });
    }
  });

  it('tell users in both languages what is assumed, and say ILLUSTRATION wherever the source does', () => {
    for (const override of overrides) {
      const { illustration } = versionOf(override.code);
      expect(illustration?.why).toMatch(/giả định/);
      expect(illustration?.whyEn).toMatch(/assumed/);
      if (override.illustration) {
        expect(illustration?.why).toContain('MINH HỌA');
        expect(illustration?.whyEn).toContain('ILLUSTRATION');
      }
    }
  });

  it('have the names and fields of the national list', () => {
    const rows = new Map(seedRows('procedures.csv').map((row) => [row['code'], row]));
    const listed = versions.filter(({ version }) => rows.has(version.code));
    expect(listed).toHaveLength(11);
    for (const { version } of listed) {
      expect(version.name).toBe(rows.get(version.code)?.['name_vi']);
      expect(version.field).toBe(rows.get(version.code)?.['field_vi']);
    }
  });

  it('each make a machine in which a dossier can be received', () => {
    for (const { version } of versions) {
      expect(JSON.stringify(buildMachine(version).config)).toContain('"receive":');
    }
  });

  it('have two consultations for the land procedure, which fit its limit beside all other legs', () => {
    const { legs, steps, consultations } = versionOf('1.012817');
    const minutes = ({ budget }: { budget: WorkDuration }): number => workMinutes(budget, 480);
    const inRow = [legs.transfer, legs.acceptance, ...steps, legs.resultTransfer].map(minutes);
    expect(consultations.map(({ key }) => key)).toEqual(['tax', 'planning']);
    const longest = Math.max(...consultations.map(minutes));
    expect(inRow.reduce((sum, each) => sum + each, longest)).toBeLessThanOrEqual(20 * 480);
  });

  it('leave Đông Hải nothing for the 1.5-day kind once transfer and acceptance took their time: overdue by construction', () => {
    const { legs, steps } = versionOf('1.004873');
    const spent = workMinutes(legs.transfer.budget, 480) + workMinutes(legs.acceptance.budget, 480);
    const work = steps.reduce((sum, { minimumWorkMinutes }) => sum + minimumWorkMinutes, 0);
    expect(spent + work).toBeGreaterThan(1.5 * 480);
  });
});

describe('the agencies of the demonstration', () => {
  it.each([
    ['haiphong-hai-an', '31', '11413'],
    ['haiphong-dong-hai', '31', '11411'],
    ['quangngai-duc-pho', '51', '21439'],
    ['quangngai-van-tuong', '51', '21061'],
    ['danang-hung-son', '48', '20443'],
    ['danang-tay-giang', '48', '20455'],
  ])('have the commune %s with its one-stop unit and its police', (id, provinceCode, communeCode) => {
    const committee = directory.agencies.get(id);
    expect(committee).toMatchObject({ provinceCode, communeCode, kind: 'peoplesCommittee' });
    expect(committee?.oneStopUnit?.name).toMatch(/^Trung tâm Phục vụ hành chính công/);
    expect(directory.agencies.get(`${id}-police`)).toMatchObject({ provinceCode, communeCode, kind: 'communePolice' });
  });

  it.each(['haiphong', 'danang', 'quangngai'])('have every office %s needs', (province) => {
    for (const office of [
      'land-registration',
      'tax',
      'construction',
      'home-affairs',
      'inspection',
      'public-service',
      'supervisor',
    ]) {
      expect(directory.agencies.has(`${province}-${office}`)).toBe(true);
    }
  });

  it('have one that works by console alone, the neighbour of Hùng Sơn', () => {
    expect(data.agencies.filter(({ consoleOnly }) => consoleOnly).map(({ id }) => id)).toEqual(['danang-tay-giang']);
  });

  it('have identifiers that start with the code of their province or ministry, once each, none claimed as verified', () => {
    const provincial = new Map(
      seedRows('agency_codes.csv').map((row) => [row['code'], row['province_code_after_merger']]),
    );
    for (const { identifier, provinceCode, verified } of data.agencies) {
      const head = identifier.slice(0, 3);
      if (head.startsWith('H')) expect(provincial.get(head)).toBe(provinceCode);
      expect(verified).toBe('no');
    }
    expect(new Set(data.agencies.map(({ identifier }) => identifier)).size).toBe(data.agencies.length);
  });

  it('number the communes by their place in the province, the assumption SOURCES.md states', () => {
    for (const { identifier, communeCode, provinceCode, kind } of data.agencies) {
      if (communeCode === null) continue;
      const codes = [
        ...new Set(data.communes.filter((one) => one.provinceCode === provinceCode).map(({ code }) => code)),
      ].sort();
      const place = String(codes.indexOf(communeCode) + 1).padStart(3, '0');
      expect(identifier.split('.').at(-1)).toBe(place);
      expect(identifier.startsWith('G01')).toBe(kind === 'communePolice');
    }
  });

  it('have a centre open on Saturday morning and an office closed on Friday afternoon', () => {
    const week = (id: string) => directory.agencies.get(id)?.deskHours?.[0]?.week;
    expect(week('haiphong-hai-an')?.sat).toEqual([{ from: '07:30', to: '11:30' }]);
    expect(week('haiphong-land-registration')?.fri).toEqual([{ from: '07:30', to: '11:30' }]);
    expect(week('haiphong-dong-hai')).toBeUndefined();
  });
});

describe('the legal hours of the provinces', () => {
  it('stand for each of the 34 and make a working day of eight hours', () => {
    const layers = provinceLayerSchema.array().parse(seedJson('province_hours.json'));
    expect(layers.map(({ id }) => id).sort()).toEqual([...directory.areas.provinces.keys()].sort());
    const [first] = layers;
    if (first === undefined) throw new Error('no province');
    const national = nationalLayerSchema.parse({
      level: 'national',
      id: 'national',
      version: 1,
      noticedYears: [2026],
      exceptions: [],
    });
    expect(legalCalendar({ national, province: first }).minutesPerDay).toBe(480);
    for (const { hours } of layers) {
      expect(hours.map(({ week }) => week)).toEqual(first.hours.map(({ week }) => week));
      expect(hours[0]?.notice).toMatch(/giả định/);
    }
  });
});

describe('who is competent in the demonstration', () => {
  it('is exactly one agency for every procedure in each of the six communes', () => {
    const communes = data.agencies
      .filter(({ kind }) => kind === 'peoplesCommittee')
      .map(({ communeCode }) => communeCode);
    for (const { version } of versions) {
      const { gaps, overlaps } = competenceGaps(directory, version, { day: TODAY });
      expect(communes.filter((code) => code === null || gaps.includes(code))).toEqual([]);
      expect(overlaps).toEqual([]);
    }
  });

  it('names the text every rule rests on', () => {
    for (const { legalBasis } of data.competences) expect(legalBasis).toMatch(/Luật|Nghị định|Thông tư|Quyết định/);
  });

  it('is Đông Hải for a resident of Đông Hải who hands in at Hải An', () => {
    expect(ask('1.004873', 'haiphong-hai-an', { residence: { communeCode: '11411' } })).toMatchObject({
      agencyId: 'haiphong-dong-hai',
      ruleId: '1.004873.haiphong-dong-hai',
    });
  });

  it('cannot be told from the old ward Nam Hải alone', () => {
    const refused = ask('1.004873', 'haiphong-hai-an', { residence: { oldCode: '11419' } });
    expect(refused).toMatchObject({ code: 'area-split-needs-fact' });
    expect(
      ask('1.004873', 'haiphong-hai-an', { residence: { oldCode: '11419', newCommuneCode: '11411' } }),
    ).toMatchObject({
      agencyId: 'haiphong-dong-hai',
      viaOldUnit: '11419',
    });
  });

  it('crosses provinces only where the procedure is open nationwide', () => {
    const living = { residence: { communeCode: '21061' } };
    expect(ask('1.004873', 'haiphong-hai-an', living)).toMatchObject({ code: 'outside-boundary-scope' });
    expect(ask('1.012564', 'haiphong-hai-an', living)).toMatchObject({ agencyId: 'quangngai-van-tuong-police' });
    expect(ask('1.004194', 'danang-public-service', living)).toMatchObject({ agencyId: 'quangngai-van-tuong-police' });
  });

  it('is the office of the province for land, for home affairs and at the inspection station itself', () => {
    const asset = { assetLocation: { communeCode: '21439' } };
    expect(ask('1.011441', 'quangngai-van-tuong', asset)).toMatchObject({ agencyId: 'quangngai-land-registration' });
    expect(ask('1.012817', 'quangngai-van-tuong', asset)).toMatchObject({ agencyId: 'quangngai-duc-pho' });
    expect(ask('3.000579', 'danang-hung-son', { residence: { communeCode: '20443' } })).toMatchObject({
      agencyId: 'danang-home-affairs',
    });
    expect(ask('1.013097', 'danang-inspection', {})).toMatchObject({ agencyId: 'danang-inspection', areaCode: null });
    expect(ask('1.001612', 'danang-hung-son', { headOffice: { communeCode: '20455' } })).toMatchObject({
      agencyId: 'danang-tay-giang',
    });
  });

  it('is nobody in the 3,315 communes the demonstration has no agency for', () => {
    const { checked, gaps } = competenceGaps(directory, versionOf('1.001193'), { day: TODAY });
    expect([checked, gaps.length]).toEqual([3321, 3315]);
    const refused = ask('1.001193', 'haiphong-hai-an', { residence: { communeCode: '00004' } });
    expect(isRefusal(refused) && refused.code).toBe('jurisdiction-none');
  });
});
