import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Env } from '../env.js';
import { BatchLoop } from '../runtime/batch-loop.js';
import { ENV } from '../runtime/tokens.js';
import { Restatement } from './restatement.js';

/** Works on restatements in every process with the role `sweep`. */
@Injectable()
export class RestatementLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: BatchLoop;

  constructor(restatement: Restatement, @Inject(ENV) { LIENTHONG_ROLES }: Pick<Env, 'LIENTHONG_ROLES'>) {
    const step = () => restatement.step();
    this.loop = new BatchLoop({ done: 'restated', fault: 'restatement', step }, LIENTHONG_ROLES.includes('sweep'));
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }

  /** There is something to do. */
  wake(): void {
    this.loop.wake();
  }
}
