import { describe, expect, it } from '@jest/globals';
import { overhearNode } from './processes.mjs';

const program = (text: string): Promise<{ code: number; said: string }> => overhearNode(['--eval', text]);

describe('a program that is overheard', () => {
  it('is told of with its code and all it said, complaints among it', async () => {
    const { code, said } = await program("console.log('looked'); console.error('found one'); process.exitCode = 3;");
    expect(code).toBe(3);
    expect(said.split('\n').sort()).toEqual(['', 'found one', 'looked']);
  });

  it('has failed when a signal ended it', async () => {
    expect(await program("console.log('looking'); process.kill(process.pid, 'SIGKILL');")).toMatchObject({ code: 128 });
  });
});
