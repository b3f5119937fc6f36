// Each resolver on the real kinds of passages that it is for, statements marked by hand: [source] {cue} <content>.

import { readDocument } from '../../src/extraction/document';
import { LEAST_CONFIDENCE, resolveSpeakers } from '../../src/extraction/speakers';
import { lastSpeakers, readMarked } from '../support/marked';

const SAID = '{said} <it was late>.';

test.each([
  // Names: titles are no part of them, and never one
  [
    'a title in apposition',
    `[Serrane's Prime Minister, Joren Halvik] ${SAID}`,
    'Joren Halvik (person, name)',
  ],
  [
    'the side of whoever spoke last',
    `He met his Kestrian counterpart, Daria Momtsel. [She] ${SAID}\n\n[The Kestrian side] {is willing} <to open a crossing>.`,
    'Daria Momtsel (person, side)',
  ],
  [
    '“it” after a side: the words are still hers',
    `He met his Kestrian counterpart, Daria Momtsel. [She] ${SAID}\n\n[The Kestrian side] {is willing} <to open a crossing>. [It] {also hopes} <to learn>.`,
    'Daria Momtsel (person, it)',
  ],
  [
    '“they” after people without a name',
    `Researchers at the University of Tarn followed 2,400 drivers. [They] {found} <that sleep matters>.`,
    'Researchers (unnamed, they)',
  ],
  [
    'a description after a paragraph that is about two people: neither',
    `Calder Rovers have sacked coach Dean Hargreaves after defeat. In a statement, [chairman Ken Obuya] {thanked} <Hargreaves>.\n\n[The 49-year-old] {insisted} <that he was safe>.`,
    'The 49-year-old (unnamed, unnamed)',
  ],
  [
    'a given name that is also a title',
    `Rovers have sacked head coach Dean Hargreaves. [Hargreaves] ${SAID}`,
    'Dean Hargreaves (person, name)',
  ],
  [
    'an agency that the text names once, at the start of a sentence',
    `Shares fell. [Reuters] {reported} <that talks were held>.`,
    'Reuters (organisation, name)',
  ],
  [
    'an employer in front of a name is not in focus',
    `JPL's Dan Whitcombe was kinder about Norvane Systems plc. [The company] ${SAID}`,
    'Norvane Systems plc (organisation, body)',
  ],
  [
    'a bare name that has just become the subject keeps “he” from the speaker before',
    `[Orsik] ${SAID} [He] ${SAID}\n\nHalvik was warmer. [He] ${SAID}`,
    '-',
  ],
  [
    'a side that nobody spoke for',
    `[The Kestrian side] {is willing} <to pay>.`,
    'The Kestrian side (unnamed, unnamed)',
  ],
  ['letters behind the name', `[Sunita Rao KC] ${SAID}`, 'Sunita Rao (person, name)'],
  [
    'what one was before',
    `[Tomi Adeyemi] ${SAID}\n\nFormer striker turned pundit Gary Stead disagreed. Speaking on Tuesday, [he] {claimed} <that it was late>.`,
    'Gary Stead (person, pronoun)',
  ],
  [
    'a possessive before an adjective that may be a verb',
    `The auditor issued a report. [Its lead author, Dr Ines Valderrama,] ${SAID}`,
    'Ines Valderrama (person, name)',
  ],
  [
    'a firm with an ampersand in apposition',
    `[Northline's administrators, Birch & Co,] ${SAID}`,
    'Birch & Co (organisation, name)',
  ],
  ['a title alone', `[The Prime Minister] ${SAID}`, 'The Prime Minister (unnamed, unnamed)'],
  ['a rare title', `John Roe came. [Administrator Roe] ${SAID}`, 'John Roe (person, name)'],
  ['a title with a place', `[Governor of Washington Ann Lee] ${SAID}`, 'Ann Lee (person, name)'],
  [
    'a title with a work',
    `[Lord of the Rings director Peter Roe] ${SAID}`,
    'Peter Roe (person, name)',
  ],
  ['a party in front', `[Republican Robert Quint] ${SAID}`, 'Robert Quint (person, name)'],
  ['a people in front', `[One Kurd, Amin Daru,] ${SAID}`, 'Amin Daru (person, name)'],
  [
    'a body in apposition',
    `[Mr Roe's union, the First Dockers Association,] ${SAID}`,
    'First Dockers Association (organisation, name)',
  ],
  ['a domain', `[The security firm Kestrel.com] ${SAID}`, 'Kestrel.com (organisation, name)'],
  [
    'a people alone',
    `They have doubts about [European] {reluctance to} <pay>.`,
    'European (unnamed, unnamed)',
  ],
  ['a thing of the net', `[An Internet source] ${SAID}`, 'An Internet source (unnamed, unnamed)'],
  [
    'a list with parties and states',
    `[Sens. Ann Lee (D-Ore.), Bob Crow (D-Ohio) and John Roe (D-N.J.)] ${SAID}`,
    'Ann Lee (person, name) & Bob Crow (person, name) & John Roe (person, name)',
  ],
  [
    'a body of two nouns',
    `[The Fish and Timber Administration] ${SAID}`,
    'Fish and Timber Administration (organisation, name)',
  ],
  [
    'owners in the plural',
    `[The Harbour Pilots’ Union] ${SAID}`,
    'Harbour Pilots’ Union (organisation, name)',
  ],
  ['Downing Street', `[Number 10] ${SAID}`, 'Number 10 (organisation, name)'],
  ['something written', `[A Kestrel Poll] {found} <it was late>.`, 'Kestrel Poll (document, name)'],
  // Short forms
  [
    'a name in brackets',
    `The Serranese Centre for Farm Studies (Cefas) met. [Cefas] ${SAID}`,
    'Serranese Centre for Farm Studies (organisation, name)',
  ],
  [
    'a name explained in brackets',
    `The group, Cefas (Serranese Centre for Farm Studies), met. [Cefas] ${SAID}`,
    'Serranese Centre for Farm Studies (organisation, name)',
  ],
  ['a misprint', `Harold Bornstein spoke. [Bornsten] ${SAID}`, 'Harold Bornstein (person, name)'],
  ['a given name', `Thomas Reed fell. [Thomas] ${SAID}`, 'Thomas Reed (person, name)'],
  [
    'of two namesakes the one just introduced',
    `Gary Johnson ran. Gary Johnson lost.\n\nOn Friday it rained.\n\nSecretary John Johnson came. [Johnson] ${SAID}`,
    'John Johnson (person, name)',
  ],
  [
    'of two namesakes not the one named in passing',
    `Ted Cruz spoke. Ted Cruz left. Trump showed a photo of Heidi Cruz. [Cruz] ${SAID}`,
    'Ted Cruz (person, name)',
  ],
  // Headlines
  [
    'a name in a headline',
    `[Hillary Quint] {Hits} <John Roe On Trade>\n\nQuint met Roe.`,
    'Hillary Quint (person, name)',
  ],
  [
    'a headline before the name',
    `[A Lowmere judge] {has rejected} <the request>.\n\nJudge Frank Quint ruled.`,
    'Frank Quint (person, later-name)',
  ],
  // Pronouns
  ['learned gender', `Terry Vance left. She ran. [She] ${SAID}`, 'Terry Vance (person, pronoun)'],
  [
    'not the one spoken of',
    `[Josh Roe] {said} <President John Quint was late>. [He] {said} <Quint was tired>.`,
    'Josh Roe (person, pronoun)',
  ],
  [
    'someone unnamed keeps a name away',
    `John Roe came. [A retired engineer] {said} <it was late>. [He] {blamed} <the rain>.`,
    'A retired engineer (unnamed, pronoun)',
  ],
  ['a place is nobody', `The New Mexico hall is old. [He] ${SAID}`, '-'],
  [
    'an owner in front',
    `John Roe's old knee came into play. [He] ${SAID}`,
    'John Roe (person, pronoun)',
  ],
  ['who', `They met John Roe, [who] ${SAID}`, 'John Roe (person, relative)'],
  ['who of people from a place', `They met miners from Ohio [who] ${SAID}`, '-'],
  [
    'they, of those who spoke together',
    `[Ann Lee and Bob Crow] {said} <it was late>. [They] {said} <it rained>.`,
    'Ann Lee (person, joint-statement) & Bob Crow (person, joint-statement)',
  ],
  [
    'it, of a campaign',
    `John Quint's campaign is defending his words. [It] {denounced} <the press>.`,
    'Quint campaign (organisation, it)',
  ],
  // Roles and descriptions
  [
    'parties keep nominees apart',
    `Republican nominee John Roe met Democratic nominee Ann Lee. [The Democratic nominee] ${SAID}`,
    'Ann Lee (person, role)',
  ],
  [
    'a party tells who',
    `Republican John Roe came. It rained. The hall was cold. [The GOP nominee] ${SAID}`,
    'John Roe (person, role)',
  ],
  [
    'a deputy is not the mayor',
    `Deputy Mayor Ann Lee came. [The mayor] ${SAID}`,
    'The mayor (unnamed, unnamed)',
  ],
  [
    'a description of the one in focus',
    `Thomas Reed scored. [The 22-year-old striker] ${SAID}`,
    'Thomas Reed (person, focus)',
  ],
  [
    'a people of the one in focus',
    `Petra Roe won. [The Swede] ${SAID}`,
    'Petra Roe (person, focus)',
  ],
  [
    'another office',
    `John Roe came. [The city treasurer] ${SAID}`,
    'The city treasurer (unnamed, unnamed)',
  ],
  [
    'a spokeswoman is someone else',
    `Denise Roe came. [The BBC spokeswoman] ${SAID}`,
    'The BBC spokeswoman (unnamed, unnamed)',
  ],
  // Bodies
  [
    'a company by what it makes',
    `Halden Brae, the maker of buses, cut its forecast. [The company] ${SAID}`,
    'Halden Brae (organisation, body)',
  ],
  [
    'a ministry is not the last body that spoke',
    `[The Ports Federation] {said} <no>. [The environment ministry] ${SAID}`,
    'environment ministry (organisation, body-words)',
  ],
  ['a newspaper is no company', `[The New York Times] {said} <no>. [The company] ${SAID}`, '-'],
  ['a city', `[The city of Lowmere] ${SAID}`, 'city of Lowmere (organisation, body-words)'],
  [
    'whose government',
    `Staff of the Serranese government met. [The government] ${SAID}`,
    'Serranese government (organisation, body-words)',
  ],
  ['an office', `[Alan Brook’s office] ${SAID}`, 'Alan Brook’s office (organisation, owner)'],
  [
    'the campaign of the one in focus',
    `Ann Lee will speak. [The campaign] ${SAID}`,
    'Lee campaign (organisation, owner)',
  ],
  [
    'others, named by examples',
    `[Other unions, including the Dockers Union and the Miners Union,] ${SAID}`,
    'Dockers Union (organisation, examples) & Miners Union (organisation, examples)',
  ],
  // Nobody
  ['neither of two', `[Neither the mayor nor her deputy] {has said} <why>.`, '-'],
  [
    'a spokesman of somebody',
    `[A spokesman for John Roe] ${SAID}`,
    'A spokesman for John Roe (unnamed, unnamed)',
  ],
  ['a lawyer of somebody', `John Roe left. [His lawyer] ${SAID}`, 'His lawyer (unnamed, unnamed)'],
  ['one of many', `[Some Democrats] {question} <the plan>.`, 'Some Democrats (group, unnamed)'],
  [
    'words in capitals',
    `HE WAS CALLED OUT BY [FELLOW DOCTORS] {for} <it>.`,
    'FELLOW DOCTORS (unnamed, unnamed)',
  ],
])('%s', (_title, marked, expected) => {
  expect(lastSpeakers(marked)).toBe(expected);
});

test('no name is given that is less sure than the documented confidence', () => {
  const marked = `Ann Lee met Bob Crow. [John Roe] {said}: <“She came and she slept.”>`;
  const { text, attributions } = readMarked(marked);
  const inner = {
    ...attributions[0]!,
    source: { start: text.indexOf('she'), end: text.indexOf('she') + 3 },
    cue: null,
    content: [{ start: text.indexOf('slept'), end: text.indexOf('slept') + 5 }],
  };
  const { links } = resolveSpeakers(readDocument(text), [...attributions, inner]);
  expect(links[1]).toEqual([]);
  for (const { confidence } of links.flat())
    expect(confidence).toBeGreaterThanOrEqual(LEAST_CONFIDENCE);
});

test('in the words of someone, “I” is that person, though the tag stands behind', () => {
  const marked = `Agnes Toller came. <“I asked whether he was married,”> [she] {said}.`;
  const { text, attributions } = readMarked(marked);
  const at = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });
  const inner = {
    ...attributions[0]!,
    source: { ...at('I asked'), end: at('I asked').start + 1 },
    cue: at('asked'),
    content: [at('whether he was married')],
  };
  const { speakers, links } = resolveSpeakers(readDocument(text), [...attributions, inner]);
  expect(links[1]!.map(({ speaker, resolvedBy }) => [speakers[speaker]!.name, resolvedBy])).toEqual(
    [['Agnes Toller', 'first-person']],
  );
});

test('time grows with the length of the text, not with its square', () => {
  const passage =
    'Bill Quint met Ann Quint. [Quint] {said} <it was late>. [The company] {said} <no>.\n\n';
  const measure = (times: number): number => {
    const { text, attributions } = readMarked(passage.repeat(times));
    const document = readDocument(text);
    const start = performance.now();
    resolveSpeakers(document, attributions);
    return performance.now() - start;
  };
  measure(200);
  expect(measure(4000)).toBeLessThan(12 * Math.max(20, measure(1000)));
});
