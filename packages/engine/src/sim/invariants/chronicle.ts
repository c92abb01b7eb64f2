import type { DossierEvent, DossierId } from '@lien-thong/domain';
import { opening, tell } from '../plain/story.js';
import type { Story } from '../plain/story.js';
import type { Told } from './evidence.js';

function copyOf(story: Story): Story {
  const opinions = new Map([...story.opinions].map(([key, opinion]) => [key, { ...opinion }]));
  return { ...story, steps: new Set(story.steps), opinions };
}

/** The stories of all dossiers, told as their facts are committed. */
export class Chronicle {
  private readonly stories = new Map<DossierId, Story>();

  /** The facts with what was before and after each. */
  follow(id: DossierId, events: readonly DossierEvent[]): readonly Told[] {
    return events.map((event) => {
      const before = this.stories.get(id) ?? null;
      const after = before === null ? opening(event) : copyOf(before);
      tell(after, event);
      this.stories.set(id, after);
      return { event, before, after };
    });
  }

  storyOf(id: DossierId): Story | null {
    return this.stories.get(id) ?? null;
  }
}
