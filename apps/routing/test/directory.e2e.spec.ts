import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from './app.js';
import type { TestApp } from './app.js';
import { DONG_HAI, HAI_AN } from './dossier-steps.js';
import type { HttpCaller } from './http-caller.js';

let office: TestApp;
let haiAn: HttpCaller;
beforeAll(async () => {
  office = await startApp();
  haiAn = await office.as(HAI_AN);
}, 120_000);
afterAll(async () => {
  await office.close();
});

describe('the directory', () => {
  it('finds areas without accents, old names among them', async () => {
    const { body } = await haiAn.get('/v1/areas?q=dong%20hai&province=31');
    expect(body).toMatchObject({
      areas: expect.arrayContaining([expect.objectContaining({ kind: 'commune', code: '11411' })]),
    });
    expect((body as { areas: { kind: string }[] }).areas.map(({ kind }) => kind)).toContain('oldUnit');
    expect(((await haiAn.get('/v1/areas')).body as { areas: unknown[] }).areas).toHaveLength(34);
    expect(((await haiAn.get('/v1/areas?province=31')).body as { areas: unknown[] }).areas).toHaveLength(114);
  });

  it('lists agencies page by page, and shows one', async () => {
    const first = (await haiAn.get('/v1/agencies?limit=20')).body as { agencies: { id: string }[]; next: string };
    const second = (await haiAn.get(`/v1/agencies?limit=20&cursor=${first.next}`)).body as {
      agencies: { id: string }[];
      next: null;
    };
    expect(new Set([...first.agencies, ...second.agencies].map(({ id }) => id)).size).toBe(33);
    expect(second.next).toBeNull();
    expect((await haiAn.get('/v1/agencies?q=hai%20an&kind=communePolice')).body).toMatchObject({
      agencies: [{ id: 'haiphong-hai-an-police' }],
    });
    expect((await haiAn.get(`/v1/agencies/${HAI_AN}`)).body).toMatchObject({
      identifier: 'H24.071',
      communeCode: '11413',
    });
    expect(await haiAn.get('/v1/agencies/nobody')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await haiAn.get('/v1/agencies?cursor=abc')).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
  });

  it('finds who is competent by an old name, by which rule and which text', async () => {
    const ask = (residence: object) =>
      haiAn.post('/v1/routing/resolve', { procedureCode: '1.004873', jurisdiction: { residence } });
    expect((await ask({ name: 'phuong dong hai 1', provinceCode: '31' })).body).toMatchObject({
      agency: { id: DONG_HAI },
      crossesBoundary: true,
      legalBasis: expect.stringContaining('123/2015/NĐ-CP'),
      area: { code: '11411' },
      viaOldUnit: { code: '11410' },
    });
    expect((await ask({ communeCode: '11413' })).body).toMatchObject({
      agency: { id: HAI_AN },
      crossesBoundary: false,
    });
    expect(await ask({ oldCode: '11411' })).toMatchObject({ status: 422, body: { code: 'area-split-needs-fact' } });
    expect(await ask({ communeCode: '10507' })).toMatchObject({ status: 409, body: { code: 'jurisdiction-none' } });
  });
});

describe('the procedures', () => {
  it('are listed with their limits where these are known, and with the reason where not', async () => {
    const { body } = await haiAn.get('/v1/procedures?published=true');
    const { procedures } = body as { procedures: { code: string; versions: unknown[]; limit: object | null }[] };
    expect(procedures).toHaveLength(14);
    expect(procedures.every(({ versions }) => versions.length > 0)).toBe(true);
    expect(procedures.find(({ code }) => code === '1.004873')?.limit).toMatchObject({
      known: true,
      basis: 'override',
      duration: '1.5wd',
      illustration: true,
    });
    expect((await haiAn.get('/v1/procedures?q=1.011606')).body).toMatchObject({
      procedures: [{ limit: { known: false, reason: 'portal_unit_missing', why: expect.any(String) }, versions: [] }],
    });
    const page = (await haiAn.get('/v1/procedures?limit=1')).body as { procedures: { code: string }[]; next: string };
    expect((await haiAn.get(`/v1/procedures?limit=1&cursor=${page.next}`)).body).not.toMatchObject({
      procedures: page.procedures,
    });
    expect(await haiAn.get('/v1/procedures?cursor=abc')).toMatchObject({
      status: 400,
      body: { code: 'cursor-invalid' },
    });
  });

  it('show a version, its machine and its diagram', async () => {
    expect((await haiAn.get('/v1/procedures/1.004873')).body).toMatchObject({ versions: [{ version: 1 }] });
    expect((await haiAn.get('/v1/procedures/1.004873/versions/1')).body).toMatchObject({
      clockStart: 'reception',
      illustration: { why: expect.any(String) },
    });
    const { body } = await haiAn.get('/v1/procedures/1.004873/versions/1/machine');
    expect(body).toMatchObject({
      mermaid: expect.stringContaining('stateDiagram-v2'),
      edges: expect.arrayContaining([
        expect.objectContaining({ command: 'transfer', from: 'received', to: 'inTransfer' }),
      ]),
    });
    for (const path of ['7.777777', '1.004873/versions/9', '1.004873/versions/9/machine']) {
      expect(await haiAn.get(`/v1/procedures/${path}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
  });
});
