/** The keys of the work list. They are off while somebody types, composes a letter, or has a dialog open (parts/use-keys.ts). */
import { useTell } from '../parts/toast.js';
import { useKeys } from '../parts/use-keys.js';
import { useWords } from '../words/catalogue.js';
import type { KeyPressed } from './preview.js';
import { stepFrom } from './rows-order.js';
import { inboxWords } from './words.js';

interface InHand {
  readonly codes: readonly string[];
  readonly code: string | undefined;
  readonly open: (code: string | undefined) => void;
  readonly press: (key: KeyPressed) => void;
  readonly help: () => void;
}

export function useInboxKeys({ codes, code, open, press, help }: InHand): void {
  const tell = useTell();
  const words = useWords(inboxWords);
  const step = (steps: 1 | -1) => () => {
    const next = stepFrom(codes, code, steps);
    if (next !== null && next !== code) open(next);
  };
  const act = (key: KeyPressed) => () => (code === undefined ? tell(words.chooseRow) : press(key));
  useKeys({
    j: step(1),
    k: step(-1),
    '1': act('1'),
    '2': act('2'),
    '3': act('3'),
    h: act('h'),
    '?': help,
  });
}
