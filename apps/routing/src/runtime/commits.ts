import { Injectable } from '@nestjs/common';
import type { FeedItem } from '@lien-thong/engine';

type Listener = (items: readonly FeedItem[]) => void;

/** Who in this process wants to know what was committed. A listener must not throw: the commit has happened. */
@Injectable()
export class Commits {
  private readonly listeners: Listener[] = [];

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  announce(items: readonly FeedItem[]): void {
    for (const listener of this.listeners) listener(items);
  }
}
