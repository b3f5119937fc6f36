// Deep links: the article's address with a text fragment, so that the browser scrolls to the words and marks them.

import { chooseDirective } from '../fragment/choose';
import { addressWith } from '../fragment/directive';
import type { Page } from '../fragment/page';
import { readPage } from '../fragment/page';
import type { Citable, Format } from '../types';
import { unquoted } from '../wording';

/** RFC 2483 */
const END = '\r\n';

export const link: Format = {
  name: 'link',
  mediaType: 'text/uri-list',
  needsText: true,
  one(statement) {
    const address = addressOf(statement, pageOf(statement));
    return address === null ? null : address + END;
  },
  many(statements) {
    const pages = new Map<string, Page>();
    return statements
      .map((statement) => {
        const { id, revision } = statement.article;
        const page = pages.get(`${id} ${revision}`) ?? pageOf(statement);
        pages.set(`${id} ${revision}`, page);
        const address = addressOf(statement, page);
        // Lines that begin with # are comments.
        return address ?? `# ${statement.id}: its article has no address`;
      })
      .map((line) => line + END)
      .join('');
  },
};

function pageOf({ article }: Citable): Page {
  return readPage(article.title, article.text ?? '');
}

/** Null where the article has no address. */
function addressOf({ article, content }: Citable, page: Page): string | null {
  if (article.url === null) return null;
  // Without the marks around it: pages and copies often differ in those.
  const directives = content
    .map((quote) => unquoted(quote))
    .map(({ start, end }) => chooseDirective(page, page.place(start, end)))
    .filter(({ textStart }) => textStart !== '');
  return directives.length === 0 ? article.url : addressWith(article.url, directives);
}
