/** What an alert calls for, in words: an act by the name its button has, a duty as the service says it. */
import type { Alert } from '@lien-thong/client';
import { actWords } from '../acts/act-words.js';
import { COMMANDS } from '../acts/commands.js';
import type { CommandType } from '../acts/form.js';
import { oneOf } from '../app/search.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';

/** The act whose form can be opened; undefined for a duty. */
export function actOf({ act }: Alert['decision']): CommandType | undefined {
  return oneOf(act, COMMANDS);
}

export function useDecisionName(): (decision: Alert['decision']) => string {
  const names = useWords(actWords);
  const say = useSay();
  return (decision) => {
    const act = actOf(decision);
    return act === undefined ? say(decision.name, decision.nameEn) : names[act].name;
  };
}
