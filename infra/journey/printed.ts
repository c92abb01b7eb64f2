/** Reads what the journey printed back into figures. */

export interface PrintedAct {
  /** Wall clock of Viet Nam, `2026-11-23 09:00`. */
  readonly at: string;
  readonly who: string;
  readonly act: string;
  /** The clock of the law: minutes left of its limit, negative when overdue. */
  readonly left: number;
  readonly limit: number;
  readonly state: 'runs' | 'rests' | 'overdue';
  /** What stands of the clock of the leg. */
  readonly leg: string;
}

export interface PrintedOwner {
  readonly owner: string;
  readonly minutes: number;
}

/** The parts of the play, each from its heading on; what comes before the first is left out. */
export function chaptersOf(said: string): readonly string[] {
  return said
    .split(/^═+$/m)
    .slice(1)
    .reduce<string[]>((chapters, part, place) => {
      if (place % 2 === 0) return [...chapters, part];
      return chapters.with(-1, `${chapters.at(-1) ?? ''}${part}`);
    }, []);
}

const ACT = /^ {2}\p{L}+ \p{L}+ (\d\d)\/(\d\d) (\d\d:\d\d) +(.{22}) (.{38}) luật · law: (.*?) {2,}(.*)$/u;

/** The lines of acts; each must be readable, or the figures of one could be missed. */
export function actsOf(chapter: string): readonly PrintedAct[] {
  return chapter
    .split('\n')
    .filter((line) => line.includes('luật · law:'))
    .map((line) => {
      const [, day, month, time, who = '', act = '', legal = '', leg = ''] = ACT.exec(line) ?? [];
      const [, left, limit] = /(-?\d+)′\/(\d+)′/.exec(legal) ?? [];
      if (left === undefined) throw new Error(`not the line of an act: ${line}`);
      const state = legal.includes('OVERDUE') ? 'overdue' : legal.includes('rests') ? 'rests' : 'runs';
      return {
        at: `2026-${month}-${day} ${time}`,
        who: who.trim(),
        act: act.trim(),
        left: Number(left),
        limit: Number(limit),
        state,
        leg: leg.trim(),
      };
    });
}

/** Who owned how many minutes, and the line that adds them up: `Tổng · total`. */
export function ownersOf(chapter: string): readonly PrintedOwner[] {
  return [...chapter.matchAll(/^ {4}(\S.*?) +(\d+)′(?: \/ \d+′ ✓)?$/gm)].map(([, owner = '', minutes]) => ({
    owner,
    minutes: Number(minutes),
  }));
}
