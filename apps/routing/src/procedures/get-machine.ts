import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import {
  COMMAND_TYPES,
  CONSULTATION_STATES,
  GUARDS,
  PHASES,
  buildMachine,
  dossierEdges,
  isFinal,
  regionEdges,
  toMermaid,
} from '@lien-thong/domain';
import type { GuardName, ProcedureVersion } from '@lien-thong/domain';
import { z } from 'zod';
import { PHASE_NAMES, phaseName, phaseNameSchema } from '../dossiers/phase-names.js';
import type { Caller } from '../identity/caller.js';
import { DrawnMachines, diagramSchema } from './machine-diagram.js';
import { PublishedVersions } from './published.js';

const commands = z.enum(COMMAND_TYPES as [(typeof COMMAND_TYPES)[number]]);
const places = z.enum(['start', ...PHASES]);
const guards = z.enum(Object.keys(GUARDS) as [GuardName]);

export const machineSchema = z
  .strictObject({
    code: z.string(),
    version: z.int(),
    builderVersion: z.int(),
    states: z.array(z.strictObject({ ...phaseNameSchema, final: z.boolean() })),
    edges: z.array(
      z.strictObject({ command: commands, from: places, to: z.enum(PHASES), guards: z.array(guards).readonly() }),
    ),
    consultations: z.array(
      z.strictObject({
        command: commands,
        consultation: z.string(),
        from: z.enum(CONSULTATION_STATES),
        to: z.enum(CONSULTATION_STATES),
        phases: z.array(places).readonly(),
      }),
    ),
    mermaid: z.string().describe('The same as a Mermaid state diagram, in Vietnamese'),
    diagram: diagramSchema,
  })
  .meta({ id: 'Machine' });
export type MachineView = z.infer<typeof machineSchema>;

export class GetMachine extends Query<MachineView> {
  constructor(
    readonly caller: Caller,
    readonly code: string,
    readonly version: number,
  ) {
    super();
  }
}

@QueryHandler(GetMachine)
export class GetMachineHandler implements IQueryHandler<GetMachine> {
  private readonly drawings = new DrawnMachines();

  constructor(private readonly published: PublishedVersions) {}

  /** Throws `not-found`. */
  async execute({ caller, code, version }: GetMachine): Promise<MachineView> {
    const { definition } = await this.published.shownTo(caller, code, version);
    return { ...machineView(definition), diagram: this.drawings.of(definition) };
  }
}

/** States that no edge of this procedure leads to are left out: it does not foresee them. */
function machineView(procedure: ProcedureVersion): Omit<MachineView, 'diagram'> {
  const machine = buildMachine(procedure);
  const edges = dossierEdges(machine);
  const reached = new Set(edges.map(({ to }) => to));
  const phases = Object.fromEntries(Object.entries(PHASE_NAMES).map(([phase, [name]]) => [phase, name]));
  const consultations = Object.fromEntries(procedure.consultations.map(({ key, name }) => [key, name]));
  return {
    code: procedure.code,
    version: procedure.version,
    builderVersion: procedure.builderVersion,
    states: PHASES.filter((phase) => reached.has(phase)).map((phase) => ({
      ...phaseName(phase),
      final: isFinal(phase),
    })),
    edges: [...edges],
    consultations: [...regionEdges(machine)],
    mermaid: toMermaid(procedure, { phases, consultations }),
  };
}
