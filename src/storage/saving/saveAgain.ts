// Storing what a newer engine makes of a text that is stored already.

import { printArticle } from '../../verification/printing';
import type { Database } from '../connection';
import { inTransaction } from '../connection';
import { isRetryable } from '../failures';
import { currentText } from './existing';
import { lockSpeakers } from './locks';
import type { Saving } from './saveArticle';
import { ATTEMPTS, writeRevisionOf } from './saveArticle';
import { checkExtraction } from './storable';
import type { TopicTree } from './topicTree';

/**
 * Writes what an engine makes of a stored text now, all or nothing. Nothing is done where the article has another text by then, or
 * none; gives whether it was done.
 */
export async function saveAgain(
  database: Database,
  tree: TopicTree,
  revisionId: string,
  reading: Pick<Saving, 'extraction' | 'topics'>,
): Promise<boolean> {
  checkExtraction(reading.extraction);
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(database.pool, async (client) => {
        await lockSpeakers(client, 'to link');
        const current = await currentText(client, revisionId);
        if (current === null) return false;
        const { identity, number, textHash, existing, draft } = current;
        const prints = await printArticle(draft.text, reading.extraction.statements);
        const saving = { ...reading, draft, claim: null, prints };
        const again = { revisionId, number };
        const now = database.now();
        const at = { id: existing.id, identity, textHash, existing, now, again };
        await writeRevisionOf(client, tree, saving, at);
        return true;
      });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}
