/** Receipts of the hub are signed soon after the commit, in bundles, and never at the expense of the acts themselves. */
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { receiptKindOfEvent } from '@lien-thong/domain';
import type { DossierId } from '@lien-thong/domain';
import type { FeedItem } from '@lien-thong/engine';
import { logFault } from '../http/log.js';
import { Commits } from '../runtime/commits.js';
import { Rounds } from '../runtime/rounds.js';
import { SignReceipts } from './sign-receipts.js';

const FIRST_PAUSE_MS = 1_000;
/** It rests this many times as long as it worked: signing takes a tenth of one core at most. */
const RESTS = 9;
const BUNDLE = 50;
/** What does not fit is signed when its receipts are read: nothing is missing, it is only later. */
const MOST_WAITING = 20_000;

@Injectable()
export class SigningLoop implements BeforeApplicationShutdown {
  private readonly waiting = new Set<DossierId>();
  private readonly rounds = new Rounds(() => this.signSome());

  constructor(
    private readonly signing: SignReceipts,
    commits: Commits,
  ) {
    commits.listen((items) => this.committed(items));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  private committed(items: readonly FeedItem[]): void {
    for (const { event } of items) {
      if (this.waiting.size < MOST_WAITING && receiptKindOfEvent(event) !== null) this.waiting.add(event.dossierId);
    }
    if (this.waiting.size > 0) this.rounds.nextIn(FIRST_PAUSE_MS);
  }

  private async signSome(): Promise<number | null> {
    const began = Date.now();
    const bundle = [...this.waiting].slice(0, BUNDLE);
    for (const id of bundle) this.waiting.delete(id);
    try {
      await this.signing.execute(bundle);
    } catch (error) {
      // They are signed when they are read; a fault here is for the operator to see.
      logFault('custody', error);
    }
    return this.waiting.size > 0 ? RESTS * (Date.now() - began) : null;
  }
}
