// Data: words whose full stop belongs to them, in two kinds, since only one of them may also end a sentence.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Stand before a name or a number ("Sen. Warren", "No. 10"): what follows never starts a sentence. */
export const LEADING_ABBREVIATIONS = list(`
  mr mrs ms mx dr prof rev fr sr st sen sens rep reps gov lt col gen capt cmdr adm maj sgt cpl pvt pte insp supt det
  hon pres pm amb atty messrs mme mlle bros no nos vol art fig sec ch pp ed eds mt ft op cf vs v viz approx dept
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat
  ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
`);

/** Stand after a name or by themselves ("Acme Inc.", "6 p.m."): a sentence may end with them. */
export const TRAILING_ABBREVIATIONS = list(
  `inc ltd co corp plc llc jr sr esq etc al ph.d llp bhd univ assn ave blvd rd`,
);

export const ABBREVIATIONS: ReadonlySet<string> = new Set([
  ...LEADING_ABBREVIATIONS,
  ...TRAILING_ABBREVIATIONS,
]);

/** Abbreviate in small letters too; the others only with a capital, since "wash", "miss", "sat" are words. */
export const UNCAPITALISED_ABBREVIATIONS = list(
  'v vs viz pp approx dept etc al ph.d inc ltd corp vol jr sr op cf',
);
