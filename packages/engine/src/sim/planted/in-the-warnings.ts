/** Mistakes in what is told of a dossier before anything is late. */
import type { Rules } from '@lien-thong/domain';
import type { Plant } from './plant.js';

/** The rules with one leg that takes no time. */
function without(leg: keyof Rules['procedure']['legs'], rules: Rules): Rules {
  const { procedure } = rules;
  const legs = { ...procedure.legs, [leg]: { ...procedure.legs[leg], budget: '0wh' } };
  return { ...rules, procedure: { ...procedure, legs } };
}

export const IN_THE_WARNINGS: readonly Plant[] = [
  {
    name: 'no-structural-rule',
    mistake: 'nobody is told that a limit is broken by construction',
    risks:
      (told) =>
      (...question) =>
        told(...question).filter(({ rule }) => rule !== 'structuralInfeasibility'),
  },
  {
    name: 'conflict-told-on-sending',
    mistake: 'a limit broken by construction is told when the dossier has left the receiver, not when he takes it in',
    risks: (told) => (file, rules, context) =>
      told(file, rules, context).filter(
        ({ rule }) => rule !== 'structuralInfeasibility' || file.dossier.transfer !== null,
      ),
  },
  {
    name: 'acceptance-takes-no-time',
    mistake: 'the plan forgets that the other agency has time to accept',
    risks: (told) => (file, rules, context) => told(file, without('acceptance', rules), context),
  },
  {
    name: 'cut-off-gives-nothing-away',
    mistake: 'the plan forgets that a transfer after the cut-off counts from the next morning',
    risks: (told) => (file, rules, context) =>
      told(file, { ...rules, procedure: { ...rules.procedure, transferCutoff: null } }, context),
  },
];
