import { expect, it } from '@jest/globals';
import type { StoreUnderTest } from './harness.js';
import { loaded, write } from './harness.js';
import {
  DECIDER,
  RECEIVER,
  act,
  batch,
  codeOf,
  dossierId,
  feedEntry,
  opening,
  sampleAnswer,
  sampleClock,
  sampleDossier,
  sampleEvent,
  sampleSegment,
} from './samples.js';

const ID = dossierId(1);

export function dossierRows(current: () => StoreUnderTest): void {
  it('gives a dossier back as it was written, with every clock by id and the open segment alone', async () => {
    const { store } = current();
    const stopped = sampleClock('transfer', { kind: 'transfer', status: 'stopped', runningSince: null, warnAt: null });
    const write1 = opening(1, {
      clocks: [
        stopped,
        sampleClock('legal', { warned: [50], runsLow: ['remaining:120', 'risk:high'] }),
        sampleClock('acceptance:1', { owner: { kind: 'agency', agencyId: DECIDER } }),
      ],
      segments: [sampleSegment(1, 29_933_400), sampleSegment(2, null)],
    });
    await write(store, batch([write1]));
    const { file, parties } = await loaded(store, ID);
    expect(file.dossier).toEqual(write1.dossier);
    expect(file.clocks).toEqual([write1.clocks[2], write1.clocks[1], stopped]);
    expect(file.segments).toEqual([sampleSegment(2, null)]);
    expect([...parties].sort((a, b) => (a.agencyId < b.agencyId ? 1 : -1))).toEqual(write1.parties);
  });

  it('replaces the rows a write names and keeps the others', async () => {
    const { store } = current();
    await write(store, batch([opening(1, { clocks: [sampleClock('legal'), sampleClock('transfer')] })]));
    const clocks = [sampleClock('legal', { used: 30 })];
    const segments = [sampleSegment(1, 29_933_400), sampleSegment(2, null)];
    const parties = opening(1).parties.slice(0, 1);
    await write(store, batch([act(1, 2, { clocks, segments, parties })]));
    const now = await loaded(store, ID);
    expect(now.file.dossier.version).toBe(2);
    expect(now.file.clocks).toEqual([clocks[0], sampleClock('transfer')]);
    expect(now.file.segments).toEqual([sampleSegment(2, null)]);
    expect(now.parties).toHaveLength(2);
  });

  it('removes clocks and segments a re-fold does not name', async () => {
    const { store } = current();
    const clocks = [sampleClock('legal'), sampleClock('transfer')];
    const segments = [sampleSegment(1, 29_933_400), sampleSegment(2, null)];
    await write(store, batch([opening(1, { clocks, segments }), opening(2, { clocks, segments })]));
    const refold = {
      clocks: [sampleClock('legal', { used: 7 })],
      segments: [sampleSegment(1, null)],
      replaceAll: true,
    };
    await write(store, batch([act(1, 2, refold)]));
    const refoldedFile = { clocks: refold.clocks, segments: refold.segments };
    const [corrected, neighbour] = await store.journalPage(null, 10);
    expect(corrected).toMatchObject({ kind: 'stored', loaded: { file: refoldedFile } });
    expect(neighbour).toMatchObject({ loaded: { file: { segments } } });
  });
}

export function journalRows(current: () => StoreUnderTest): void {
  it('gives a journal back in order, word for word', async () => {
    const { store } = current();
    await write(store, batch([opening(1)]));
    await write(store, batch([act(1, 3, { events: [sampleEvent(1, 2), sampleEvent(1, 3)] }), opening(2)]));
    const journals = await store.transaction((tx) => tx.loadJournals([ID, dossierId(3)]));
    expect([...journals.keys()]).toEqual([ID]);
    expect(journals.get(ID)).toEqual([sampleEvent(1, 1), sampleEvent(1, 2), sampleEvent(1, 3)]);
  });

  it('gives the answers of the keys asked for', async () => {
    const { store } = current();
    const answers = [sampleAnswer(1, 'k-1'), sampleAnswer(1, 'k-2')];
    await write(store, batch([opening(1)], { answers }));
    const keys = [
      { agencyId: RECEIVER, key: 'k-2' },
      { agencyId: RECEIVER, key: 'k-3' },
      { agencyId: DECIDER, key: 'k-1' },
    ];
    expect(await store.transaction((tx) => tx.loadAnswers(keys))).toEqual([answers[1]]);
  });

  it('pages through everything stored, by id', async () => {
    const { store } = current();
    await write(store, batch([opening(2), opening(3), opening(1)]));
    const first = await store.journalPage(null, 2);
    expect(first).toMatchObject(
      [1, 2].map((n) => ({ dossierId: dossierId(n), loaded: { file: { dossier: { id: dossierId(n) } } } })),
    );
    expect(first[0]).toMatchObject({ kind: 'stored', journal: [sampleEvent(1, 1)] });
    const rest = await store.journalPage(dossierId(2), 2);
    expect(rest).toMatchObject([{ kind: 'stored', dossierId: dossierId(3) }]);
    expect(await store.journalPage(dossierId(3), 2)).toEqual([]);
  });
}

export function shownToConsulted(current: () => StoreUnderTest): void {
  it('tells of each event whom of the consulted it was shown to', async () => {
    const { store } = current();
    const feed = [
      { ...feedEntry(1, { agencyId: RECEIVER, seq: 1 }), view: 'full' as const },
      { ...feedEntry(1, { agencyId: DECIDER, seq: 1 }), view: 'part' as const },
    ];
    await write(store, batch([opening(1), opening(2)], { feed }));
    const page = await store.journalPage(null, 10);
    expect(page.map(({ shown }) => [...shown])).toEqual([[[1, [DECIDER]]], []]);
  });
}

export function dossierCodes(current: () => StoreUnderTest): void {
  it('leads from a code and from each provisional code to the dossier', async () => {
    const { store } = current();
    const provisional = opening(1, {
      dossier: sampleDossier(1, { code: 'TAM.H24.113-261123-0001', codeProvisional: true }),
    });
    await write(store, batch([provisional]));
    expect(await store.dossierIdOf('TAM.H24.113-261123-0001')).toBe(ID);
    const aliases = ['TAM.H24.113-261123-0001'];
    await write(store, batch([act(1, 2, { dossier: sampleDossier(1, { seq: 2, aliases }) })]));
    expect(await store.dossierIdOf(codeOf(1))).toBe(ID);
    expect(await store.dossierIdOf('TAM.H24.113-261123-0001')).toBe(ID);
    expect(await store.dossierIdOf('TAM.H24.113-261123-0002')).toBeNull();
    expect((await loaded(store, ID)).file.dossier.aliases).toEqual(aliases);
  });
}
