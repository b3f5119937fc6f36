// The door of topics: what an article and each of its statements are about, as IPTC Media Topics.

import type { Extraction } from '../extraction/types';
import { assignTopicsWith } from './assign';
import { loadVocabulary } from './loadVocabulary';
import type { TopicAssignment } from './types';

const vocabulary = loadVocabulary();

/** Up to four topics for the article and for each statement; none where the words do not say. Same input, same answer. */
export function assignTopics(text: string, extraction: Extraction): TopicAssignment {
  return assignTopicsWith(vocabulary, text, extraction);
}
