// Quotations with known answers, made from annotated articles: exact copies, and copies changed in one way each.

/** A generator of repeatable choices: the same seed gives the same probes. */
export function choices(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * most);
  };
}

export const LEAST_WORDS = 10;
const NEGATION = /^(?:not|never|no|.*n['’]t)$/i;
const NUMBER =
  /^(?:\$?\d[\d,.]*%?|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion)$/i;
const OTHERS = {
  two: 'six',
  million: 'billion',
  billion: 'million',
  hundred: 'thousand',
  ten: 'four',
};

/** Content as one line, without the marks around each span. */
export function plainContent(text, spans) {
  return spans
    .map(([start, end]) => text.slice(start, end))
    .map((words) => words.trim().replace(/^["“”'‘’]+|["“”'‘’]+$/gu, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const core = (word) => word.replace(/^[^\p{L}\p{N}$]+|[^\p{L}\p{N}%]+$/gu, '');

/** One probe of every kind that the quotation allows; `null` where it has no number, no negation, … */
export function probesOf(quotation, { pick, others, otherSpeaker, wordList, isNegation }) {
  const words = quotation.words.split(' ');
  // Beside a mark of omission or an editor's bracket words may fairly be missing.
  const masked = quotation.words.replace(/\S*\s*(?:\[[^\]]*\]|…|\.\.\.|\. \. \.)\s*\S*/gu, (part) =>
    part.replace(/\S/gu, '·'),
  );
  const free = masked.split(' ').map((word) => !word.includes('·'));
  const inner = (test) =>
    words
      .map((_, i) => i)
      .filter((i) => i > 0 && i < words.length - 1 && free[i] && test(core(words[i]), i));
  const one = (list) => (list.length === 0 ? null : list[pick(list.length)]);
  const without = (i, count = 1) => [...words.slice(0, i), ...words.slice(i + count)].join(' ');
  const changed = (i, by) =>
    words.map((word, at) => (at === i ? word.replace(core(word), by) : word)).join(' ');
  const droppable = one(
    inner(
      (word, i) =>
        word.length > 2 &&
        word !== core(words[i - 1]) &&
        word !== core(words[i + 1]) &&
        !/[[\]…]/.test(words[i]),
    ),
  );
  const swappable = one(inner((word) => word.length > 2));
  const number = one(inner((word) => NUMBER.test(word)));
  const negation = one(inner((word) => NEGATION.test(word)));
  const gap = 2 + pick(6);
  const elidable = one(
    inner((_, i) => i >= 3 && i + gap <= words.length - 3).filter(
      (i) =>
        !words
          .slice(i, i + gap)
          .some(
            (word) =>
              isNegation(core(word).toLowerCase().replaceAll('’', "'")) ||
              /[[\]…]|\.\.\./.test(word),
          ),
    ),
  );
  const partner = one(others);
  return {
    exact: { quotation: quotation.words },
    restyled: {
      quotation: `‘${words[0].charAt(0).toLowerCase()}${quotation.words
        .slice(1)
        .replace(/[.,!?]+$/, '')
        .replaceAll('’', "'")
        .replace(/ /g, '  ')}’`,
    },
    dropped: droppable === null ? null : { quotation: without(droppable) },
    swapped:
      swappable === null
        ? null
        : { quotation: changed(swappable, differing(core(words[swappable]), pick, wordList)) },
    number:
      number === null
        ? null
        : { quotation: changed(number, otherNumber(core(words[number]), pick)) },
    negation: negation === null ? null : { quotation: affirmed(words, negation) },
    joined: partner === null ? null : { quotation: `${quotation.words} ${partner.words}` },
    elided:
      elidable === null
        ? null
        : {
            quotation: [...words.slice(0, elidable), '…', ...words.slice(elidable + gap)].join(' '),
          },
    speaker: otherSpeaker === null ? null : { quotation: quotation.words, speaker: otherSpeaker },
    credited:
      quotation.speaker === null
        ? null
        : { quotation: quotation.words, speaker: quotation.speaker },
  };
}

function differing(word, pick, wordList) {
  for (;;) {
    const other = wordList[pick(wordList.length)];
    if (other.toLowerCase() !== word.toLowerCase()) return other;
  }
}

function otherNumber(word, pick) {
  if (!/\d/.test(word)) return OTHERS[word.toLowerCase()] ?? 'two hundred';
  // Every digit another one, none of them 0.
  return word.replace(/\d/g, (digit) => String(((Number(digit) + pick(8)) % 9) + 1));
}

/** "did not go" → "did go"; "don't" → "do". */
function affirmed(words, at) {
  const word = words[at];
  if (!/n['’]t/i.test(word)) return [...words.slice(0, at), ...words.slice(at + 1)].join(' ');
  const positive = word
    .replace(/^(ca|wo)n['’]t/i, (_, stem) => (stem.toLowerCase() === 'ca' ? 'can' : 'will'))
    .replace(/n['’]t/i, '');
  return words.map((other, i) => (i === at ? positive : other)).join(' ');
}
