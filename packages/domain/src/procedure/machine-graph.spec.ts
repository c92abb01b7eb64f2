import { describe, expect, it } from '@jest/globals';
import { landProcedure, localProcedure, procedureForTest, sameDayProcedure } from '../testing/procedures.js';
import { buildMachine } from './build-machine.js';
import { dossierEdges, regionEdges } from './edges.js';
import { machineGraph } from './machine-graph.js';
import { walkMachine } from './walk.js';

const VERSIONS = [
  { name: 'a land procedure', version: landProcedure() },
  { name: 'a local one', version: localProcedure() },
  { name: 'one of the same day', version: sameDayProcedure() },
  { name: 'a plain one', version: procedureForTest() },
];

const written = ({ command, from, to }: { command: string; from: string; to: string }) => `${command} ${from} ${to}`;

describe.each(VERSIONS)('the graph of $name', ({ version }) => {
  const machine = buildMachine(version);
  const graph = machineGraph(machine);

  it('has every phase a dossier can come to, and none it cannot', () => {
    const { unreachable, positions } = walkMachine(machine);
    const reached = new Set(positions.map(({ phase }) => phase));
    const shown = graph.dossier.nodes.map(({ place }) => place);
    expect(shown.filter((place) => !reached.has(place))).toEqual(unreachable);
    expect(shown).toEqual(expect.arrayContaining([...reached]));
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('has every way of the machine once: between two places as an edge, else with the place that stays', () => {
    const { nodes, edges } = graph.dossier;
    const stays = nodes.flatMap(({ place, stays: commands }) =>
      commands.map((command) => written({ command, from: place, to: place })),
    );
    const all = [...edges.map(written), ...stays];
    expect(new Set(all)).toEqual(new Set(dossierEdges(machine).map(written)));
    expect(all.length).toBe(new Set(all).size);
    expect(edges.filter(({ from, to }) => from === to)).toEqual([]);
  });

  it('has a region for each consultation, with its ways', () => {
    expect(graph.consultations.map(({ key }) => key)).toEqual(version.consultations.map(({ key }) => key));
    for (const { key, graph: region } of graph.consultations) {
      const ways = regionEdges(machine).filter(({ consultation }) => consultation === key);
      expect(new Set(region.edges.map(written))).toEqual(new Set(ways.map(written)));
      expect(region.nodes.filter(({ final }) => final).map(({ place }) => place)).toContain('answered');
    }
  });
});
