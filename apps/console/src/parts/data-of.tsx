import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { partWords } from './words.js';

/** Of when what is shown is: on a bad line that is not now. `at` is the moment the service reckoned to. */
export function DataOf({ at }: { readonly at: string }) {
  const words = useWords(partWords);
  return <span className="soft">{words.dataOf(instantText(at))}</span>;
}
