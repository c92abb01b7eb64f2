import { describe, expect, it } from '@jest/globals';
import { RateLimit } from './rate-limit.js';

const limit = () => new RateLimit({ LIENTHONG_RATE_PER_SECOND: 0.01, LIENTHONG_RATE_BURST: 20 });
const times = (count: number, act: () => void) => {
  for (let i = 0; i < count; i++) act();
};

const refusalOf = (act: () => void): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
};

describe('the line every caller stands in', () => {
  it('lets a burst through and then tells how long to wait', () => {
    const line = limit();
    times(20, () => line.take('software a'));
    expect(() => line.take('software a')).toThrow('rate-limited');
    expect(refusalOf(() => line.take('software a'))).toMatchObject({
      code: 'rate-limited',
      headers: { 'retry-after': '100' },
    });
  });

  it('is another one for another caller', () => {
    const line = limit();
    times(20, () => line.take('software a'));
    expect(() => line.take('software b')).not.toThrow();
  });

  it('is a tenth as wide for whoever does not say who he is', () => {
    const line = limit();
    times(2, () => line.takeAnonymous('192.0.2.1'));
    expect(() => line.takeAnonymous('192.0.2.1')).toThrow('rate-limited');
    expect(() => line.takeAnonymous('192.0.2.2')).not.toThrow();
  });
});
