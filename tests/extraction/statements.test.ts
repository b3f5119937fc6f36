/** @jest-environment ./tests/support/onnxEnvironment.cjs */
// What the text says about a statement: form, negation, hedging, nesting, the sentence around it.

import { extractText, wordsOf } from '../support/extraction';

const only = async (text: string) => {
  const [statement] = (await extractText(text)).statements;
  if (statement === undefined) throw new Error(`no statement found in: ${text}`);
  return statement;
};

test.each([
  ['“It is late,” Quint said.', 'direct'],
  ['Quint said it was late.', 'indirect'],
  ['Quint said it was “far too late” for that.', 'mixed'],
  ['“It is late,” Quint said, “and we are tired.”', 'direct'],
])('the form of %s is %s', async (text, form) => {
  expect((await only(text)).form).toBe(form);
});

test('answers under a label are direct without any marks', async () => {
  const { statements } = await extractText('Q: Why?\n\nA: Rain and mud.\n\nQ: And?');
  expect(statements.map(({ form }) => form)).toEqual(['direct', 'direct', 'direct']);
});

test('so are those under “Q.” and “A.”, and a signed quotation', async () => {
  const { statements } = await extractText(
    'Q. Why?\n\nA. Rain.\n\nQ. And?\n\nA. Mud.\n\n“My cooker floated.” — Leanne Goss',
  );
  expect(statements.map(({ form }) => form)).toEqual(Array(5).fill('direct'));
});

test.each([
  ['Smith did not say why.', 'did not say'],
  ['Smith didn’t say why.', 'didn’t say'],
  ['Smith has never said that it was safe.', 'has never said'],
  ['The bank would not say whether it had paid.', 'would not say'],
  ['The company denied that it knew.', 'denied'],
  ['She declined to comment on the deal.', 'declined'],
  ['He refused to say who paid.', 'refused'],
  ['The board made no mention of the fire.', 'made no mention of'],
  ['Nobody said that the road was closed.', 'Nobody said'],
  ['Neither side said who had won.', 'Neither side said'],
  [
    'Neither the mayor nor her deputy has said whether they support it.',
    'Neither the mayor nor her deputy has said',
  ],
  ['Smith said that he did not know.', null],
  ['Smith said it was safe.', null],
])('%s is negated by: %s', async (text, expected) => {
  const { negation } = await only(text);
  expect(negation === null ? null : wordsOf(text, negation)).toBe(expected);
});

test.each([
  ['He reportedly said the plan was dead.', 'reportedly'],
  ['“I will go,” she reportedly told the court.', 'reportedly'],
  ['The minister appeared to suggest that talks had failed.', 'appeared to'],
  ['She may have told friends that she would quit.', 'may'],
  ['He said, apparently, that it was over.', 'apparently'],
  ['He allegedly claimed that it was over.', 'allegedly'],
  ['He could not say why.', null],
  ['He said it might rain.', null],
  ['He said in May that it was over.', null],
])('%s is hedged by: %s', async (text, expected) => {
  const { hedge } = await only(text);
  expect(hedge === null ? null : wordsOf(text, hedge)).toBe(expected);
});

test('a statement within the content of another names it as its parent', async () => {
  const { statements } = await extractText(
    'Q: Why?\n\nA: The mayor told me that it was late.\n\nQ: And?',
  );
  expect(statements.map(({ parent }) => parent)).toEqual([null, null, 1, null]);
});

test('the sentence reaches over everything that belongs to the statement', async () => {
  const text = 'It rained. “It is late. We are tired,” Quint said. He left.';
  expect(wordsOf(text, (await only(text)).sentence)).toBe(
    '“It is late. We are tired,” Quint said.',
  );
});

test('cue lemma and class come with the statement', async () => {
  expect(
    (await only('Halvik has repeatedly voiced his support for the treaty.')).cue,
  ).toMatchObject({
    lemma: 'voice support for',
    class: 'praise',
  });
});
