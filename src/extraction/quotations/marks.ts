// Which characters are quotation marks, and which way each one faces where it stands.

/** Families pair among themselves: an opener of one is never closed by a mark of another. */
export type Family = 'double' | 'single' | 'guillemet' | 'angle' | 'corner';

/** What a mark can be at its place in the text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly family: Family;
  readonly opens: boolean;
  readonly closes: boolean;
}

const MARK = /``|''|‘‘|’’|["“”„‟″«»‹›‘’‚‛'`「」『』]/gu;
const BEFORE_OPENER = /[\s([{—–\-/:;,.…=>*_|"“‘„«‹「]/u;
const LETTER = /[\p{L}\p{N}]/u;

// "’90s", "’em", "’tis": an apostrophe in front of a word, not an opening mark
const ELISION =
  /^['’‘](?:\d0s\b|\d\ds?\b|em\b|tis\b|twas\b|til\b|till\b|cause\b|bout\b|round\b|n['’]\s|n\b|nuff\b|cuz\b)/i;

/** Every quotation mark of `text.slice(start, end)`; apostrophes, inches and feet are left out. */
export function findMarks(text: string, start: number, end: number): Mark[] {
  const marks: Mark[] = [];
  // Sliced first: a search in the whole text would run on to the next mark, pages away, for every paragraph.
  for (const found of text.slice(start, end).matchAll(MARK)) {
    const at = start + found.index;
    const stop = at + found[0].length;
    const before = at > start ? text[at - 1]! : ' ';
    const after = stop < end ? text[stop]! : ' ';
    const mark = readMark(
      found[0],
      before,
      after,
      text.slice(at, at + 8),
      text.slice(Math.max(start, at - 4), at),
    );
    if (mark !== null) marks.push({ start: at, end: stop, ...mark });
  }
  return marks;
}

type Facing = Pick<Mark, 'family' | 'opens' | 'closes'>;

function readMark(
  mark: string,
  before: string,
  after: string,
  ahead: string,
  behind: string,
): Facing | null {
  switch (mark) {
    case '"':
    case '″':
      // `5'10"`, `a 6' 2" fence`: inches follow feet; `12″`: the prime is always one
      if (mark === '″' || /\d['’′]\s?\d{1,2}$/.test(behind)) return null;
      return facing('double', before, after);
    case '“':
      return { family: 'double', opens: true, closes: false };
    case '”':
      // Swedish and careless prose opens with it: "he said ”no”"
      return { family: 'double', opens: /\s/.test(before) && LETTER.test(after), closes: true };
    case '„':
    case '‟':
      return { family: 'double', opens: true, closes: false };
    case '``':
    case '‘‘':
      return { family: 'double', opens: true, closes: false };
    case "''":
    case '’’':
      return facing('double', before, after);
    case '«':
    case '»': {
      // French «…», but German and Danish »…«
      const opens =
        mark === '«'
          ? !/\S/.test(before) || !LETTER.test(before)
          : /\s/.test(before) && LETTER.test(after);
      // »Es reicht.«, »Ja!«, said he
      return {
        family: 'guillemet',
        opens,
        closes: mark === '»' || /[\p{L}\p{N}.,!?…]/u.test(before),
      };
    }
    case '‹':
    case '›':
      return { family: 'angle', opens: mark === '‹', closes: mark === '›' };
    case '「':
    case '『':
      return { family: 'corner', opens: true, closes: false };
    case '」':
    case '』':
      return { family: 'corner', opens: false, closes: true };
    case '`':
    case '‚':
    case '‛':
      return BEFORE_OPENER.test(before) && LETTER.test(after)
        ? { family: 'single', opens: true, closes: false }
        : null;
    default:
      return readSingle(mark, before, after, ahead, behind);
  }
}

/** `'` and `’` and `‘`: opening, closing, or no quotation mark at all. */
function readSingle(
  mark: string,
  before: string,
  after: string,
  ahead: string,
  behind: string,
): Facing | null {
  if (ELISION.test(ahead) && !/[.,!?]$/.test(behind)) return null;
  // "don’t", "O'Brien", "Xi’s"
  if (LETTER.test(before) && LETTER.test(after)) return null;
  // "5'10", "6' tall"
  if (/\d/.test(before) && /[\d\s]/.test(after) && mark !== '’') return null;
  const opens = mark !== '’' && BEFORE_OPENER.test(before) && !/\s/.test(after);
  const closes = mark !== '‘' && !LETTER.test(after) && !/\s/.test(before);
  return opens || closes ? { family: 'single', opens, closes } : null;
}

function facing(family: Family, before: string, after: string): Facing {
  const spaceBefore = BEFORE_OPENER.test(before) && !/[,.;…]/.test(before);
  const spaceAfter = /[\s.,;:!?)\]}—–\-…'’”"]/u.test(after);
  if (spaceBefore && !spaceAfter) return { family, opens: true, closes: false };
  if (!spaceBefore && spaceAfter) return { family, opens: false, closes: true };
  return { family, opens: true, closes: true };
}
