/** Offices around one service: they open one by one, and close with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@lien-thong/client';
import type { Client } from '@lien-thong/client';
import { startHub } from '../../../infra/testing/hub.js';
import type { Hub } from '../../../infra/testing/hub.js';
import { Office } from './office.js';
import type { OfficeOptions } from './office.js';

export const HAI_AN = 'haiphong-hai-an';
export const DONG_HAI = 'haiphong-dong-hai';
/** Of somebody who lives in Đông Hải: crosses a boundary from Hải An. */
export const DOSSIER = {
  intake: { procedureCode: '1.004873', channel: 'counter', jurisdiction: { residence: { communeCode: '11411' } } },
} as const;

export class Town {
  private readonly offices: Office[] = [];

  private constructor(
    readonly hub: Hub,
    /** Of Hải An, who looks at the service for himself. */
    readonly clerk: Client,
    readonly folder: string,
  ) {}

  /** The service, its clock at `start` (RFC 3339), and nobody there yet. */
  static async at(start: string): Promise<Town> {
    const hub = await startHub(start);
    const clerk = createClient({ baseUrl: hub.url, credentials: { kind: 'apiKey', key: hub.key(HAI_AN) } });
    return new Town(hub, clerk, mkdtempSync(join(tmpdir(), 'lien-thong-town-')));
  }

  /** An office whose files are in the folder `name`. */
  async open(name: string, options: Pick<OfficeOptions, 'agency' | 'policy' | 'signingKey'>): Promise<Office> {
    const { hub, folder } = this;
    const office = await Office.open({
      ...{ service: hub.url, key: hub.key(options.agency), folder: join(folder, name) },
      ...options,
    });
    this.offices.push(office);
    return office;
  }

  async close(): Promise<void> {
    await Promise.all(this.offices.map((office) => office.close()));
    await this.hub.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
