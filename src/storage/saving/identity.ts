// What makes two submissions the same article (docs/decisions/0003-identity-and-revisions.md), and the same text.

import { createHash } from 'node:crypto';

import type { ArticleDraft } from '../store';

/** The article that a draft is of: its URL, else its publication and text. */
export function identityOf({
  url,
  publication,
  text,
}: Pick<ArticleDraft, 'url' | 'publication' | 'text'>): Buffer {
  const of = url === null ? ['text', publication ?? '', text] : ['url', url];
  return createHash('sha256').update(of.join('\0')).digest();
}

/** SHA-256 of the text's UTF-8 bytes, hexadecimal. */
export function textHashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
