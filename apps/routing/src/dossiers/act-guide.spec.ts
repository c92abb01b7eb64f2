import { describe, expect, it } from '@jest/globals';
import { COMMAND_TYPES } from '@lien-thong/domain';
import { ACT_GUIDE } from './act-guide.js';
import { commandBodySchema, openingBodySchema } from './bodies.js';

describe('the example of every act', () => {
  it.each(COMMAND_TYPES)('%s is one that the service takes', (type) => {
    const { example } = ACT_GUIDE[type];
    const schema = type === 'submit' || type === 'receive' ? openingBodySchema : commandBodySchema;
    expect(schema.safeParse({ type, ...example })).toMatchObject({ success: true });
  });
});

describe('an act', () => {
  it.each(COMMAND_TYPES)('%s is told in both languages', (type) => {
    expect(ACT_GUIDE[type].vi).toMatch(/^\p{Lu}/u);
    expect(ACT_GUIDE[type].en).toMatch(/\.$/);
  });
});
