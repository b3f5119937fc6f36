// A citation in APA, MLA or Chicago style, as plain text: the statement with its reference, a blank line, and the entry
// for the list of references. The work cited is the article; that somebody is quoted in it, the styles put in words.

import type { Citable, CslItem, Format, StyleName } from '../types';
import { speakerLabel, wordingOf } from '../wording';
import { workOf } from '../work';

export const apa = styled('apa');
export const mla = styled('mla');
export const chicago = styled('chicago');

function styled(style: StyleName): Format {
  return {
    name: style,
    mediaType: `text/x-bibliography; style=${style}`,
    needsText: false,
    async one(statement, { typesetter }) {
      const { text, verbatim } = wordingOf(statement);
      const { inText, entry } = await typesetter.typeset(
        style,
        describedWork(statement),
        leadOf(style, statement, verbatim),
      );
      // The full stop goes behind a reference that stands in the sentence.
      const open = text.replace(style === 'chicago' ? /,$/ : /[.,]$/, '');
      const words = verbatim ? `“${marksWithin(open)}”` : open;
      const speaker = style === 'mla' && !statement.negated ? speakerLabel(statement) : null;
      const said = speaker === null ? words : `${speaker}: ${words}`;
      // Chicago's references are notes of their own; the others stand in the sentence.
      const cited = style === 'chicago' ? `${said}\n\n${inText}` : `${said} ${inText}.`;
      return `${cited}\n\n${entry}\n`;
    },
    many: null,
  };
}

/** Of an article of which nothing is known but its text, styles want to be told in brackets what it is. */
function describedWork(statement: Citable): CslItem {
  const work = workOf(statement);
  return work.title === undefined ? { ...work, title: '[Untitled article]' } : work;
}

/** The words that lead from the speaker to the work: "Halvik, as cited in" Perrault, 2026. */
function leadOf(style: StyleName, statement: Citable, verbatim: boolean): string {
  const speaker = statement.negated ? null : speakerLabel(statement);
  switch (style) {
    // APA 7, 8.6; for quotations and paraphrases alike
    case 'apa':
      return speaker === null ? '' : `${speaker}, as cited in `;
    // MLA 9, 6.77: "qtd. in" is for words in quotation marks, and who spoke stands in the sentence
    case 'mla':
      return verbatim ? 'qtd. in ' : '';
    // Chicago 18, 14.160
    case 'chicago':
      if (speaker === null) return '';
      return verbatim ? `${speaker}, quoted in ` : `${speaker}, cited in `;
  }
}

/** Double marks within a quotation become single ones, as all three styles have it. */
function marksWithin(text: string): string {
  return text
    .replace(/“/g, '‘')
    .replace(/”/g, '’')
    .replace(/"([^"]*)"/g, '‘$1’');
}
