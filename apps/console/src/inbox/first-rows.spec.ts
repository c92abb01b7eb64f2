import { describe, expect, it } from '@jest/globals';
import { partWords } from '../parts/words.js';
import { FIRST_WORDS } from './first-rows.js';
import { inboxWords } from './words.js';

describe('the rows the first script draws', () => {
  it.each(['vi', 'en'] as const)('speak as the screen that takes their place: %s', (language) => {
    const { column } = inboxWords[language];
    const { left, over } = partWords[language];
    const said = FIRST_WORDS[language];
    expect([said.left, said.code, said.procedure]).toEqual([column.left, column.code, column.procedure]);
    expect([said.rest('7g40'), said.over('7g40')]).toEqual([left('7g40'), over('7g40')]);
  });
});
