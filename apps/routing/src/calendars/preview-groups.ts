/** Due minutes that move alike, counted together: an admin sees how many and whose, never a dossier. */
import { instantOf } from '@lien-thong/domain';
import type { Clock, Minute } from '@lien-thong/domain';
import { z } from 'zod';

const count = z.int().min(0);

export const movedSchema = z
  .strictObject({
    clock: z.string().describe('Loại đồng hồ · kind of clock'),
    owner: z.string().nullable().describe('Cơ quan phải làm · the agency that must act; null for others'),
    dueBefore: z.string().nullable(),
    dueAfter: z.string().nullable(),
    workingMinutes: z
      .int()
      .nullable()
      .describe('Phút làm việc được thêm (dương) hay mất (âm), theo lịch mới · gained or lost, by the new calendar'),
    becomesOverdue: z.boolean(),
    ceasesOverdue: z.boolean(),
    clocks: count,
  })
  .meta({ id: 'MovedClocks' });
export type MovedView = z.infer<typeof movedSchema>;

/** One clock before and after. `worth`: working minutes between the two due minutes; null where one of them is not known. */
export interface Moved {
  readonly before: Clock;
  readonly after: Pick<Clock, 'dueAt' | 'breachFiresAt'>;
  readonly worth: number | null;
  /** Counted although its due minute stays. */
  readonly always?: boolean;
}

export interface Totals {
  readonly movedClocks: number;
  readonly earlier: number;
  readonly later: number;
  readonly becomeOverdue: number;
  readonly ceaseOverdue: number;
  readonly noLongerComputable: number;
}

const isOver = (breachFiresAt: Minute | null, now: Minute): boolean => breachFiresAt !== null && breachFiresAt <= now;
const textOf = (minute: Minute | null): string | null => (minute === null ? null : instantOf(minute));

/** Adds up clocks as they come; what it holds grows with the number of different movements, not of clocks. */
export class PreviewGroups {
  private readonly groups = new Map<string, MovedView>();

  constructor(private readonly now: Minute) {}

  add({ before, after, worth, always = false }: Moved): void {
    const [wasOver, isNowOver] = [isOver(before.breachFiresAt, this.now), isOver(after.breachFiresAt, this.now)];
    if (!always && before.dueAt === after.dueAt && wasOver === isNowOver) return;
    const owner = before.owner?.kind === 'agency' ? before.owner.agencyId : null;
    const key = [before.kind, owner, before.dueAt, after.dueAt, wasOver, isNowOver, worth].join(' ');
    const known = this.groups.get(key);
    this.groups.set(key, {
      ...{ clock: before.kind, owner, dueBefore: textOf(before.dueAt), dueAfter: textOf(after.dueAt) },
      workingMinutes: worth,
      becomesOverdue: isNowOver && !wasOver,
      ceasesOverdue: wasOver && !isNowOver,
      clocks: (known?.clocks ?? 0) + 1,
    });
  }

  totals(): Totals {
    const all = [...this.groups.values()];
    const of = (which: (group: MovedView) => boolean): number =>
      all.filter(which).reduce((sum, { clocks }) => sum + clocks, 0);
    return {
      movedClocks: of(() => true),
      earlier: of(({ dueBefore, dueAfter }) => dueBefore !== null && dueAfter !== null && dueAfter < dueBefore),
      later: of(({ dueBefore, dueAfter }) => dueBefore !== null && dueAfter !== null && dueAfter > dueBefore),
      becomeOverdue: of(({ becomesOverdue }) => becomesOverdue),
      ceaseOverdue: of(({ ceasesOverdue }) => ceasesOverdue),
      noLongerComputable: of(({ dueBefore, dueAfter }) => dueBefore !== null && dueAfter === null),
    };
  }

  /** Worst first: what becomes overdue, then what loses most, then the earliest due; what gains comes last. */
  worstFirst(): readonly MovedView[] {
    return [...this.groups.values()].sort(
      (a, b) =>
        Number(b.becomesOverdue) - Number(a.becomesOverdue) ||
        (a.workingMinutes ?? 0) - (b.workingMinutes ?? 0) ||
        byText(a.dueAfter ?? '', b.dueAfter ?? '') ||
        byText(`${a.clock} ${a.owner} ${a.dueBefore}`, `${b.clock} ${b.owner} ${b.dueBefore}`),
    );
  }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
