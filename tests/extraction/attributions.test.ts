/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// Sources, cues and contents in the kinds of sentences that newsrooms print.

import { extract } from '../../src/extraction';
import type { TaggedAttribution } from '../../src/tagging/types';
import { statementLines, wordsOf } from '../support/extraction';
import { CALIBRATION, SCORES } from '../support/scores';

test.each([
  // Indirect speech
  [
    'that-clause',
    'Mayor Rafael Quint said on Tuesday that the bridge would close.',
    ['Mayor Rafael Quint | said | that the bridge would close'],
  ],
  [
    'clause without "that"',
    'The bank said it would appeal.',
    ['The bank | said | it would appeal'],
  ],
  [
    'addressee',
    'Quint told a crowd in the old harbour that it was over.',
    ['Quint | told | that it was over'],
  ],
  ['addressee without "that"', 'Quint told reporters he would go.', ['Quint | told | he would go']],
  [
    'question',
    'Quint asked whether the money was gone.',
    ['Quint | asked | whether the money was gone'],
  ],
  [
    'infinitive',
    'Halvik pledged to double trade within five years.',
    ['Halvik | pledged | to double trade within five years'],
  ],
  ['object', 'Halvik called for calm on the border.', ['Halvik | called for | calm on the border']],
  [
    'phrase with words inside',
    'Halvik voiced his strong support for the treaty.',
    ['Halvik | voiced | his strong support for the treaty'],
  ],
  [
    'content in front',
    'A stable Kestria is good for the region, he said.',
    ['he | said | A stable Kestria is good for the region'],
  ],
  [
    'inverted, with apposition',
    'Kestria is on the right path, said Halvik, a former general.',
    ['Halvik, a former general | said | Kestria is on the right path'],
  ],
  [
    'a tag in the middle',
    'The bigger risk, he said, is a flood.',
    ['he | said | The bigger risk … is a flood'],
  ],
  // Quotations
  [
    'before the cue',
    '“We came for a railway,” Orsik said.',
    ['Orsik | said | “We came for a railway,”'],
  ],
  [
    'several sentences',
    '“We came. We saw. We left,” Orsik told the Herald.',
    ['Orsik | told | “We came. We saw. We left,”'],
  ],
  [
    'split',
    '“Neighbours,” Halvik said, “cannot be chosen.”',
    ['Halvik | said | “Neighbours,” … “cannot be chosen.”'],
  ],
  [
    'going on after the tag',
    '“It is late,” Halvik said. “We must go home now.”',
    ['Halvik | said | “It is late,” … “We must go home now.”'],
  ],
  ['after a colon', 'Quint said: “It is over.”', ['Quint | said | “It is over.”']],
  ['question mark before the tag', '“Who knew?” Quint asked.', ['Quint | asked | “Who knew?”']],
  [
    'in mid-clause',
    'Quint said the plan was “a mess” and would fail.',
    ['Quint | said | the plan was “a mess” and would fail'],
  ],
  [
    'clause around it, in front',
    'The plan is “a mess,” Quint said.',
    ['Quint | said | The plan is “a mess,”'],
  ],
  [
    'British marks',
    '‘The leaders’ talks failed,’ she said.',
    ['she | said | ‘The leaders’ talks failed,’'],
  ],
  ['doubled marks', "``It is late,'' Halvik said.", ["Halvik | said | ``It is late,''"]],
  [
    'never closed',
    '“It is late, and we are tired.\n\nHe left.',
    ['- | - | “It is late, and we are tired.'],
  ],
  [
    'opened again in the next paragraph',
    '“It is late,” Halvik said. “We are tired.\n\n“And we have far to go.”',
    ['Halvik | said | “It is late,” … “We are tired. “And we have far to go.”'],
  ],
  // Several cues in a sentence
  [
    'joined verbs',
    'Orsik said he would resign and called for an election.',
    ['Orsik | said | he would resign', 'Orsik | called | for an election'],
  ],
  [
    'participle',
    'Orsik said he would resign, adding that he was tired.',
    ['Orsik | said | he would resign', 'Orsik | adding | that he was tired'],
  ],
  [
    'another speaker',
    'Orsik said he would resign, but Quint said it was a trick.',
    ['Orsik | said | he would resign', 'Quint | said | it was a trick'],
  ],
  // Passives: who is asked does not ask
  [
    'asked, at the front',
    'Asked whether she would resign, Halvik replied: “No.”',
    ['- | Asked | whether she would resign', 'Halvik | replied | “No.”'],
  ],
  [
    'asked by somebody',
    'Asked on Friday by Dora Quint if the plan was dead, Halvik said it was not.',
    ['Dora Quint | Asked | if the plan was dead', 'Halvik | said | it was not'],
  ],
  [
    'hearsay: he it was who said it',
    'He is reported to have said that it was over.',
    ['He | is reported to have said | that it was over'],
  ],
  [
    'was asked',
    'Roe was asked why he left the hall, and said he felt ill.',
    ['- | was asked | why he left the hall', 'Roe | said | he felt ill'],
  ],
  [
    'the subject of "was quoted as saying" speaks',
    'Quint was quoted as saying that the bridge would close.',
    ['Quint | was quoted as saying | that the bridge would close'],
  ],
  // Kept from somebody, and nothing said
  ['denied a win', 'A late penalty denied Harbour Rovers a first win in eight games.', []],
  ['denied bail', 'The judge denied him bail.', []],
  ['denied a claim', 'The company denied Quint’s claim.', ['The company | denied | Quint’s claim']],
  // Sources
  [
    'apposition',
    'Jane Roe, 43, a teacher in Leeds, said it was late.',
    ['Jane Roe, 43, a teacher in Leeds | said | it was late'],
  ],
  [
    'affiliation',
    'Sen. Ann Lee (D-N.Y.) said it was late.',
    ['Sen. Ann Lee (D-N.Y.) | said | it was late'],
  ],
  [
    'reduced relative clause',
    'Officials briefed on the talks said they failed.',
    ['Officials briefed on the talks | said | they failed'],
  ],
  ['relative clause', 'Roe, who said she was tired, left.', ['who | said | she was tired']],
  [
    'joint',
    'Halvik and Momtsel said the treaty stands.',
    ['Halvik and Momtsel | said | the treaty stands'],
  ],
  [
    'according to, behind',
    'The line will open in May, according to the railway ministry.',
    ['the railway ministry | according to | The line will open in May'],
  ],
  [
    'according to, in front',
    'According to the statement, a working group will meet.',
    ['the statement | According to | a working group will meet'],
  ],
  // Labels and signatures
  [
    'transcript',
    'KNOX: Was it?\n\nREED: It was.\n\nKNOX: Who told you?',
    ['KNOX | : | Was it?', 'REED | : | It was.', 'KNOX | : | Who told you?'],
  ],
  [
    'signature',
    '“My cooker floated and the cat swam.” — Leanne Goss, Ferry Street',
    ['Leanne Goss, Ferry Street | - | “My cooker floated and the cat swam.”'],
  ],
  // No statement
  ['scare quotes', 'The so-called “surge” is over.', []],
  ['a title', 'He played in “The Long Winter of Nineteen” for years.', []],
  ['a noun that looks like a cue', 'The reports were late and the claims unpaid.', []],
  ['first person inside a quotation', '“I said no,” Quint said.', ['Quint | said | “I said no,”']],
  ['a note is no label', 'NOTE: The office is closed.', []],
])('%s', async (_title, text, expected) => {
  expect(await statementLines(text)).toEqual(expected);
});

/** What a model that errs in every way could hand over; the words stand for their only place in the text. */
function taggedIn(
  text: string,
  cue: string,
  source: string | null,
  ...content: string[]
): TaggedAttribution {
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  return {
    cue: span(cue),
    source: source === null ? null : span(source),
    content: content.map(span),
    scores: SCORES,
    alternatives: { source: null, content: null },
  };
}

describe('rules after the model', () => {
  const lines = async (text: string, ...tagged: TaggedAttribution[]): Promise<string[]> => {
    const tagger = { tag: () => Promise.resolve(tagged), calibration: CALIBRATION };
    const { statements } = await extract(text, { tagger });
    return statements.map(({ source, cue, content }) =>
      [source, cue, ...content]
        .map((span) => (span === null ? '-' : wordsOf(text, span)))
        .join(' | '),
    );
  };

  test('words of the cue are not content', async () => {
    const text = 'He said it is late.';
    expect(await lines(text, taggedIn(text, 'said', 'He', 'said it is late'))).toEqual([
      'He | said | it is late',
    ]);
  });

  test('content without a word is none', async () => {
    const text = 'He said: “…” and left.';
    expect(await lines(text, taggedIn(text, 'said', 'He', '…'))).toEqual([]);
  });

  test('a quotation re-opened in the next paragraph is kept', async () => {
    const text = 'Halvik said: “We are tired.\n\n“And we have far to go.”';
    expect(await lines(text, taggedIn(text, 'said', 'Halvik', '“We are tired.'))).toEqual([
      'Halvik | said | “We are tired.',
      '- | - | “And we have far to go.”',
    ]);
  });

  test('a quotation that nothing covers is a statement of its own', async () => {
    const text = 'Halvik sat down.\n\n“We have far to go.”';
    expect(await lines(text)).toEqual(['- | - | “We have far to go.”']);
  });

  test('a heading in quotation marks is none', async () => {
    expect(await lines('It rained.\n\n‘Four Songs of the Old Harbour’\n\nHe left.')).toEqual([]);
  });

  test('a label goes before a model that gives its words to somebody else', async () => {
    const text = 'KNOX: Was it?\n\nREED: It was, I said.\n\nKNOX: Who told you?';
    const outer = taggedIn(text, 'Was', 'KNOX', 'It was, I said.');
    const inner = taggedIn(text, 'said', 'I said', 'It was');
    expect(await lines(text, outer, inner)).toEqual([
      'KNOX | : | Was it?',
      'REED | : | It was, I said.',
      'I | said | It was',
      'KNOX | : | Who told you?',
    ]);
  });

  // Nobody is named, and no verb of speech either: hardly anybody's words.
  test('what is too unlikely is left out', async () => {
    const text = 'It is expected to close.';
    const withCue = (cue: number): TaggedAttribution => ({
      ...taggedIn(text, 'expected', null, 'to close'),
      scores: { ...SCORES, cue },
    });
    expect(await lines(text, withCue(0.5))).toEqual(['- | expected | to close']);
    expect(await lines(text, withCue(0.001))).toEqual([]);
  });
});

describe('labels that are names', () => {
  const INTERVIEW = `She spoke to Sample Sports on Thursday.

Sample Sports: You started as a goalkeeper. What happened?

Lea Moreau: I was bored. My brother said I should run more.

Sample Sports: And your first match up front?

Lea Moreau: We lost 4-0.

Dr. Anna van der Berg, club doctor: She must not play before Friday, I think.`;

  test('every turn is a statement, the first pair too', async () => {
    const lines = await statementLines(INTERVIEW);
    expect(lines).toEqual([
      'Sample Sports | : | You started as a goalkeeper. What happened?',
      'Lea Moreau | : | I was bored. My brother said I should run more.',
      'My brother | said | I should run more',
      'Sample Sports | : | And your first match up front?',
      'Lea Moreau | : | We lost 4-0.',
      'Dr. Anna van der Berg, club doctor | : | She must not play before Friday, I think.',
    ]);
  });

  test('"Q." and "A." are labels where both come again', async () => {
    const lines = await statementLines('Q. Why?\n\nA. Rain.\n\nQ. And then?\n\nA. More rain.');
    expect(lines).toEqual([
      'Q. | - | Why?',
      'A. | - | Rain.',
      'Q. | - | And then?',
      'A. | - | More rain.',
    ]);
  });

  test('what comes again in a list is no speaker', async () => {
    const list = 'Tide\n\nRunning Time: 90 minutes.\n\nMain Stage: Friday.\n\n';
    expect(await statementLines(list.repeat(3))).toEqual([]);
  });
});
