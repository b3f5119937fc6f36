// lemma → inflected forms, for the first word of a lexicon entry. Irregular verbs are data.

const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  bet: ['bet', 'bet'],
  bring: ['brought', 'brought'],
  cast: ['cast', 'cast'],
  choose: ['chose', 'chosen'],
  come: ['came', 'come'],
  cry: ['cried', 'cried'],
  draw: ['drew', 'drawn'],
  feel: ['felt', 'felt'],
  find: ['found', 'found'],
  foresee: ['foresaw', 'foreseen'],
  forget: ['forgot', 'forgotten'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  have: ['had', 'had'],
  hear: ['heard', 'heard'],
  hit: ['hit', 'hit'],
  hold: ['held', 'held'],
  know: ['knew', 'known'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  learn: ['learned', 'learned'],
  leave: ['left', 'left'],
  make: ['made', 'made'],
  mean: ['meant', 'meant'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  read: ['read', 'read'],
  run: ['ran', 'run'],
  say: ['said', 'said'],
  see: ['saw', 'seen'],
  seek: ['sought', 'sought'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  shoot: ['shot', 'shot'],
  show: ['showed', 'shown'],
  sing: ['sang', 'sung'],
  speak: ['spoke', 'spoken'],
  stand: ['stood', 'stood'],
  swear: ['swore', 'sworn'],
  take: ['took', 'taken'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  throw: ['threw', 'thrown'],
  understand: ['understood', 'understood'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
  broadcast: ['broadcast', 'broadcast'],
  forbid: ['forbade', 'forbidden'],
  begin: ['began', 'begun'],
  fall: ['fell', 'fallen'],
  fight: ['fought', 'fought'],
  foretell: ['foretold', 'foretold'],
  keep: ['kept', 'kept'],
  wish: ['wished', 'wished'],
};
// "permit" → "permitted", "offer" → "offered": only stressed last syllables double
const DOUBLING = new Set(
  'admit permit refer infer defer concur rebut quip plan rap slam nod blog regret commit omit submit blab chat tip flag pan rip rub tut jot compel propel rebel spar wrap snap sum chip prod pen stop'.split(
    ' ',
  ),
);

const BE = 'be am is are was were been being'.split(' ');

/** Every form of a verb: base, third person, past, participle, gerund; a word may come up twice ("said"). */
export function inflect(verb: string): readonly string[] {
  if (verb === 'be') return BE;
  const irregular = IRREGULAR[verb];
  const stem = DOUBLING.has(verb) ? verb + verb.at(-1) : verb;
  const past =
    irregular?.[0] ??
    (verb.endsWith('e')
      ? `${verb}d`
      : /[^aeiou]y$/.test(verb)
        ? `${verb.slice(0, -1)}ied`
        : `${stem}ed`);
  const gerund = verb.endsWith('ie')
    ? `${verb.slice(0, -2)}ying`
    : /[^eyo]e$/.test(verb)
      ? `${verb.slice(0, -1)}ing`
      : `${stem}ing`;
  const third = /(?:s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  return [verb, verb === 'have' ? 'has' : third, past, irregular?.[1] ?? past, gerund];
}
