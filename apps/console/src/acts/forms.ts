/** The form of every act there is: a command the service knows and no form has does not compile. */
import type { Body, CommandType, Filled, Form } from './form.js';
import { optionalText } from './form.js';
import * as end from './forms-end.js';
import * as time from './forms-time.js';
import * as transfer from './forms-transfer.js';
import * as work from './forms-work.js';

export const FORMS: { readonly [Type in CommandType]: Form<Type> } = {
  ...transfer,
  ...work,
  ...end,
  ...time,
};

/** What is sent: the act with its words and, where the agency signs for itself, its receipt. Throws while the form is not filled in. */
export function bodyOf(type: CommandType, filled: Filled): Body {
  const words = optionalText(filled, 'note');
  const receipt = optionalText(filled, 'receipt');
  return {
    ...FORMS[type].body(filled),
    ...(words === undefined ? {} : { private: { texts: { [type]: words } } }),
    ...(receipt === undefined ? {} : { receipt }),
  };
}
