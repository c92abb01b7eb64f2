/** Why a limit rested, in words. */
import { useSystemName } from '../parts/system-name.js';
import { useWords } from '../words/catalogue.js';
import { useNames } from './names.js';
import { timelineWords } from './timeline-words.js';

type Ground = Readonly<Record<string, unknown>> & { readonly code: string };

/** `const ground = useGround(); rest.grounds.map(ground)`. A code that is not known yet is shown as it is. */
export function useGround(): (ground: { readonly code: string }) => string {
  const words = useWords(timelineWords);
  const names = useNames();
  const systemName = useSystemName();
  return (given) => {
    const ground: Ground = { ...given };
    switch (ground.code) {
      case 'suspended':
        return words.suspended[ground['ground'] as keyof typeof words.suspended] ?? words.ground.suspended;
      case 'consultationOpen':
        return words.consultationOpen(names.opinion(String(ground['consultation'])));
      case 'outage':
        return words.outage(systemsOf(ground).map(systemName).join(', '));
      default:
        return words.ground[ground.code as keyof typeof words.ground] ?? ground.code;
    }
  };
}

function systemsOf({ systems }: Ground): readonly string[] {
  return ([] as unknown[]).concat(systems ?? []).map(String);
}
