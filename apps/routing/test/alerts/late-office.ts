/** An office where everybody is late with everything: one dossier for each published version, each of its clocks run past its end. */
import type { TestApp } from '../app.js';
import type { HttpCaller } from '../http-caller.js';
import { DONG_HAI, HAI_AN, act } from '../dossier-steps.js';

export interface Version {
  readonly code: string;
  readonly version: number;
  readonly warnPercents: readonly number[];
  readonly cases: readonly { readonly key: string; readonly limits: { readonly online: string | null } }[];
  readonly steps: readonly { readonly key: string }[];
  readonly consultations: readonly { readonly key: string }[];
  readonly payment: object | null;
}

export interface LateDossier {
  readonly version: Version;
  /** Which ends it is run to. */
  readonly way: 'whole' | 'supplement' | 'payment';
  readonly online: boolean;
  readonly receiver: string;
  /** A provisional one gives way to another with the reception. */
  code: string;
  competent: string;
}

interface Clock {
  readonly id: string;
  readonly status: string;
  readonly budget: { readonly unit: string };
  readonly breachesAt: string | null;
  readonly breachRecorded: boolean;
}

const PLACE = { communeCode: '11411' };
/** Any agency of the province may receive it, and then decides it itself: the others have no competence in it. */
const RECEIVERS: Readonly<Record<string, string>> = { '1.013097': 'haiphong-inspection' };
const JURISDICTION = { residence: PLACE, assetLocation: PLACE, headOffice: PLACE };

export class LateOffice {
  readonly dossiers: LateDossier[] = [];
  private readonly callers = new Map<string, HttpCaller>();

  constructor(
    private readonly office: TestApp,
    private readonly admin: HttpCaller,
  ) {}

  /** The newest version of every procedure of the seeds. */
  async versions(): Promise<readonly Version[]> {
    const { body } = await this.admin.get('/v1/procedures?published=true&limit=100');
    const { procedures } = body as { procedures: readonly { code: string }[] };
    const versions: Version[] = [];
    for (const { code } of procedures) {
      const listed = await this.admin.get(`/v1/procedures/${code}/versions`);
      const [first] = (listed.body as { versions: readonly { version: number }[] }).versions;
      const read = await this.admin.get(`/v1/procedures/${code}/versions/${first?.version ?? 1}`);
      versions.push(read.body as Version);
    }
    return versions;
  }

  async take(version: Version, way: LateDossier['way']): Promise<void> {
    const { code: procedureCode } = version;
    const [first] = version.cases;
    const online = way === 'whole' && first?.limits.online !== null;
    const receiver = RECEIVERS[procedureCode] ?? HAI_AN;
    const opened = await (
      await this.caller(receiver)
    ).post('/v1/dossiers', {
      type: online ? 'submit' : 'receive',
      intake: {
        procedureCode,
        caseKey: first?.key,
        channel: online ? 'online' : 'counter',
        jurisdiction: JURISDICTION,
      },
    });
    if (opened.status !== 201) throw new Error(`${procedureCode}: ${opened.text}`);
    const { code } = opened.body as { code: string };
    this.dossiers.push({ version, way, online, receiver, code, competent: DONG_HAI });
  }

  /** Everybody does it who can; what the state of a dossier forbids is left. */
  async everybody(acts: (dossier: LateDossier) => readonly (readonly [string, object])[]): Promise<void> {
    for (const dossier of this.dossiers) {
      for (const [agency, body] of acts(dossier)) await act(await this.caller(agency), dossier.code, body);
    }
  }

  /** Lets every clock that runs come to its breach, those of the applicant only where they are what is looked at. */
  async wait(kinds: RegExp): Promise<void> {
    const ends = (await Promise.all(this.dossiers.map((dossier) => this.clocksOf(dossier)))).flat();
    const late = ends
      .filter(({ id, status, breachRecorded }) => kinds.test(id) && status === 'running' && !breachRecorded)
      .flatMap(({ breachesAt }) => breachesAt ?? []);
    const last = late.sort().at(-1);
    if (last !== undefined && last > (await this.office.now())) await this.office.goOnTo(last);
  }

  async findCompetent(): Promise<void> {
    for (const dossier of this.dossiers) {
      const { body } = await (await this.caller(dossier.receiver)).get(`/v1/dossiers/${dossier.code}`);
      const { code, competentAgency } = body as { code: string; competentAgency: { id: string } | null };
      dossier.code = code;
      dossier.competent = competentAgency?.id ?? dossier.receiver;
    }
  }

  async clocksOf({ code, receiver }: LateDossier): Promise<readonly Clock[]> {
    const { body } = await (await this.caller(receiver)).get(`/v1/dossiers/${code}/clocks`);
    return (body as { clocks: readonly Clock[] }).clocks;
  }

  /** Rungs in the journal: clock, what was told, and when it was written down. */
  async rungsOf({ code, receiver }: LateDossier): Promise<readonly { clock: string; told: string; at: string }[]> {
    const { body } = await (await this.caller(receiver)).get(`/v1/dossiers/${code}/timeline`);
    const { journal } = body as {
      journal: readonly { type: string; recordedAt: string; data: { clockId: string; percent?: number } }[];
    };
    return journal
      .filter(({ type }) => type === 'dossier.clockWarned.v1' || type === 'dossier.clockBreached.v1')
      .map(({ recordedAt, data }) => ({ clock: data.clockId, told: String(data.percent ?? 'breach'), at: recordedAt }));
  }

  async caller(agency: string): Promise<HttpCaller> {
    const known = this.callers.get(agency) ?? (await this.office.as(agency));
    this.callers.set(agency, known);
    return known;
  }
}
