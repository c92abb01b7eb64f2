import { describe, expect, it } from '@jest/globals';
import { following, stepFrom, stillChosen, toggled } from './rows-order.js';

describe('going through the work list', () => {
  it('begins with the first row and stops at either end', () => {
    expect(stepFrom(['a', 'b'], undefined, 1)).toBe('a');
    expect(stepFrom(['a', 'b'], undefined, -1)).toBe('a');
    expect(stepFrom(['a', 'b'], 'a', 1)).toBe('b');
    expect(stepFrom(['a', 'b'], 'b', 1)).toBe('b');
    expect(stepFrom(['a', 'b'], 'a', -1)).toBe('a');
    expect(stepFrom([], 'a', 1)).toBeNull();
  });

  it('begins anew when the dossier in hand has left the list', () => {
    expect(stepFrom(['a', 'b'], 'gone', -1)).toBe('a');
  });
});

describe('the dossier after an act', () => {
  it('is the next one, although the one acted on has left the list', () => {
    expect(following(['a', 'b', 'c'], ['a', 'c'], 'b')).toBe('c');
  });

  it('is the next one also when the one acted on stays in the list', () => {
    expect(following(['a', 'b', 'c'], ['a', 'b', 'c'], 'b')).toBe('c');
  });

  it('passes over those that somebody else has taken meanwhile', () => {
    expect(following(['a', 'b', 'c', 'd'], ['a', 'd'], 'b')).toBe('d');
  });

  it('is the one before when the last was acted on, and none when nothing is left', () => {
    expect(following(['a', 'b', 'c'], ['a'], 'c')).toBe('a');
    expect(following(['a'], [], 'a')).toBeNull();
    expect(following(['a'], ['a'], 'a')).toBeNull();
  });

  it('is the head of the list when the one acted on never stood in it', () => {
    expect(following(['a', 'b'], ['x', 'b'], 'x')).toBe('b');
  });
});

describe('rows chosen for one act on many', () => {
  it('stay chosen when the list is read again, except those that have left it', () => {
    expect([...stillChosen(new Set(['a', 'b', 'c']), ['c', 'a', 'd'])]).toEqual(['c', 'a']);
  });

  it('are the very same set when none has left, so that nothing is drawn again', () => {
    const chosen = new Set(['a']);
    expect(stillChosen(chosen, ['a', 'b'])).toBe(chosen);
  });

  it('are chosen and let go one by one', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...toggled(new Set(['a', 'b']), 'a')]).toEqual(['b']);
  });
});
