// The article's list of speakers, filled as answers come in, so that nobody who does not speak is on it.

import type { ArticleSpeaker } from '../types';
import type { Entities } from './entities';
import type { Answer } from './sieve';

export interface SpeakerList {
  /** The place of the answer's speaker in the list; new ones are added. */
  indexOf(answer: Pick<Answer, 'entity' | 'other'>): number;
  /** The place of an entity; null where it is not on the list. */
  placeOf(entity: number): number | null;
  speakers(): ArticleSpeaker[];
}

/** An empty list for one article. */
export function createSpeakerList({ entities }: Entities): SpeakerList {
  const speakers: ArticleSpeaker[] = [];
  const places = new Map<string, number>();
  return {
    indexOf({ entity, other }) {
      const key =
        entity === null ? `${other!.type} ${other!.name.toLowerCase()}` : `entity ${entity}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      const place =
        speakers.push(
          entity === null ? { ...other!, aliases: [], role: null } : describe(entities[entity]!),
        ) - 1;
      places.set(key, place);
      return place;
    },
    placeOf: (entity) => places.get(`entity ${entity}`) ?? null,
    speakers: () => speakers,
  };

  function describe({ name, type, forms, roles }: Entities['entities'][number]): ArticleSpeaker {
    const printed = name.replace(/\s+/g, ' ');
    return {
      name: printed,
      type,
      aliases: [...forms].filter((form) => form !== printed),
      role: roles[0]?.replace(/\s+/g, ' ') ?? null,
    };
  }
}
