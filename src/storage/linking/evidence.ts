// What speaks for (or against) taking an article's speaker for a stored one: kept with the link, shown with it.

/**
 * `name`, `acronym`: the names agree; `role`: the roles do; `publication`: the same publication has named the speaker before;
 * `authority`: an authority file has the name; `editor`: an editor has said so; `revision`: an earlier revision of the article had
 * it so; `prevalence`: of several, nearly all articles mean this one. Why not: `apart` for a namesake with another role, name or
 * authority record, `ambiguous` where nothing told several namesakes apart, `single-word` and `unnamed` for what names nobody.
 */
export type EvidenceKind =
  | 'name'
  | 'acronym'
  | 'role'
  | 'publication'
  | 'authority'
  | 'editor'
  | 'revision'
  | 'prevalence'
  | 'apart'
  | 'ambiguous'
  | 'single-word'
  | 'unnamed';

export interface Evidence {
  readonly kind: EvidenceKind;
  /** What the article prints. */
  readonly printed: string | null;
  /** What is known of the stored speaker. */
  readonly stored: string | null;
}
