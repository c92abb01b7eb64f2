import type { DossierEvent, DossierId } from '@lien-thong/domain';
import { allInPlace } from '../plain/in-place.js';
import { REVISIONS, asReadAt, isDeclaredFact, minuteOfText, nameOf, opening, tell } from '../plain/story.js';
import type { Story } from '../plain/story.js';
import type { Told } from './evidence.js';

function copyOf(story: Story): Story {
  const opinions = new Map([...story.opinions].map(([key, opinion]) => [key, { ...opinion }]));
  return { ...story, steps: new Set(story.steps), addressees: new Map(story.addressees), opinions };
}

/** The whole journal told anew, as it reads now: every fact at its time and in its place. */
function retold(journal: readonly DossierEvent[]): Story | null {
  let story: Story | null = null;
  for (const event of allInPlace(asReadAt(journal, journal.length))) {
    story ??= opening(event);
    tell(story, event);
  }
  return story;
}

/** The stories of all dossiers, told as their facts are committed. */
export class Chronicle {
  private readonly stories = new Map<DossierId, Story>();

  /** The facts after place `known` of a journal, with what was before and after each. */
  follow(id: DossierId, journal: readonly DossierEvent[], known: number): readonly Told[] {
    return journal.slice(known).map((event) => {
      const before = this.stories.get(id) ?? null;
      const after = this.after(before, event, journal);
      this.stories.set(id, after);
      return { event, before, after };
    });
  }

  storyOf(id: DossierId): Story | null {
    return this.stories.get(id) ?? null;
  }

  private after(before: Story | null, event: DossierEvent, journal: readonly DossierEvent[]): Story {
    const behind = before !== null && isDeclaredFact(event) && minuteOfText(event.occurredAt) < before.lastFact;
    if (behind || REVISIONS.includes(nameOf(event))) return retold(journal.slice(0, event.seq)) ?? opening(event);
    const story = before === null ? opening(event) : copyOf(before);
    tell(story, event);
    return story;
  }
}
