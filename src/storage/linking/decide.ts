// The decision: which stored speaker an article's speaker is, if any, and on what evidence. Pure; nothing is read here.

import type { SpeakerType } from '../../extraction/types';
import { COMMON_BODIES } from './data/bodies';
import type { Evidence } from './evidence';
import type { Form } from './keys';
import { bodyName } from './keys';
import type { NameMatch } from './personName';
import { comparePersonNames, contradict, readPersonName } from './personName';
import { compareWithRoles } from './roles';

/** An article's speaker, as far as linking looks at it. */
export interface Cluster {
  readonly type: SpeakerType;
  readonly name: Form;
  /** Other full names that the article prints for it, and acronyms of a body. */
  readonly otherNames: readonly Form[];
  readonly role: string | null;
  readonly keys: readonly string[];
  readonly authority: Authority | null;
}

export interface Authority {
  readonly id: string;
  readonly name: string;
  readonly sameAs: readonly string[];
  /** The name or alias of the entry that the article's name agrees with. */
  readonly matched: string;
}

/** A stored speaker with all that was merged into it. */
export interface Candidate {
  readonly id: string;
  readonly names: readonly (Form & {
    /** Whose name it is: the speaker itself, or one merged into it. */
    readonly speakerId: string;
    readonly given: boolean;
    readonly hidden: boolean;
    readonly full: boolean;
  })[];
  readonly roles: readonly string[];
  readonly articleCount: number;
  readonly authorityId: string | null;
  /** Whether the article's publication has named it before. */
  readonly samePublication: boolean;
}

/** The stored speaker, or null for a new one. */
export interface Decision {
  readonly speakerId: string | null;
  readonly evidence: readonly Evidence[];
}

interface Fit {
  readonly candidate: Candidate;
  /** Whom the link names: of merged speakers the one whose name it is. */
  readonly speakerId: string;
  readonly evidence: readonly Evidence[];
  readonly score: number;
}

const WEIGHTS: Partial<Record<Evidence['kind'], number>> = {
  editor: 4,
  authority: 4,
  role: 2,
  publication: 1,
};
/** With this many articles, and ten times those of all namesakes, a bare name means the well-known one. */
const WELL_KNOWN = 5;
const PREVALENT = 10;

/** Decides for one speaker of an article. The order of the candidates does not matter. */
export function decide(cluster: Cluster, candidates: readonly Candidate[]): Decision {
  const against: Evidence[] = [];
  const fits: Fit[] = [];
  for (const candidate of [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const fit = fitOf(cluster, candidate);
    if (fit === null) continue;
    if ('against' in fit) against.push(fit.against);
    else fits.push(fit);
  }
  const chosen = choose(fits);
  if (chosen !== null) return { speakerId: chosen.speakerId, evidence: chosen.evidence };
  const authority = authorityEvidence(cluster);
  const ambiguous: Evidence[] =
    fits.length > 1
      ? [{ kind: 'ambiguous', printed: cluster.name.name, stored: `${fits.length} speakers` }]
      : [];
  return { speakerId: null, evidence: [...authority, ...against, ...ambiguous] };
}

function choose(fits: readonly Fit[]): Fit | null {
  const [best, second] = [...fits].sort((a, b) => b.score - a.score);
  if (best === undefined) return null;
  if (second === undefined || best.score > second.score) return best;
  const tied = fits.filter(({ score }) => score === best.score);
  const [known, ...others] = tied.sort(
    (a, b) => b.candidate.articleCount - a.candidate.articleCount,
  );
  const rest = others.reduce((sum, { candidate }) => sum + candidate.articleCount, 0);
  const count = known?.candidate.articleCount ?? 0;
  if (known === undefined || count < WELL_KNOWN || count < PREVALENT * rest) return null;
  const stored = `${count} of ${count + rest} articles`;
  return {
    ...known,
    evidence: [...known.evidence, { kind: 'prevalence', printed: null, stored }],
  };
}

/** How the candidate fits; what speaks against one of the same name; null for one of another name. */
function fitOf(
  cluster: Cluster,
  candidate: Candidate,
): Fit | { readonly against: Evidence } | null {
  const { authority } = cluster;
  const sameAuthority = authority !== null && authority.id === candidate.authorityId;
  const named =
    cluster.type === 'person' ? samePerson(cluster, candidate) : sameBody(cluster, candidate);
  if (named === null && !sameAuthority) return null;
  const apart = (printed: string | null, stored: string | null) => {
    return { against: { kind: 'apart', printed, stored } as const };
  };
  if (named?.barred !== undefined) return apart(cluster.name.name, named.barred);
  const { match, stored } = compareWithRoles(cluster.role, candidate.roles);
  if (match === 'conflict' && !sameAuthority) return apart(cluster.role, stored);
  if (authority !== null && candidate.authorityId !== null && !sameAuthority) {
    return apart(cluster.name.name, authority.sameAs[0] ?? authority.name);
  }
  const support: Evidence[] = [
    ...(sameAuthority ? authorityEvidence(cluster) : []),
    ...(match === 'agree' ? [{ kind: 'role', printed: cluster.role, stored } as const] : []),
    ...(candidate.samePublication
      ? [{ kind: 'publication', printed: null, stored: null } as const]
      : []),
  ];
  if (named?.weak === true && support.length === 0) return null;
  const evidence = [...(named?.evidence ?? []), ...support];
  const score =
    evidence.reduce((sum, { kind }) => sum + (WEIGHTS[kind] ?? 0), 0) + (named?.exact ? 0.5 : 0);
  return { candidate, speakerId: named?.speakerId ?? candidate.id, evidence, score };
}

function authorityEvidence({ name, authority }: Cluster): Evidence[] {
  if (authority === null) return [];
  return [
    { kind: 'authority', printed: name.name, stored: authority.sameAs[0] ?? authority.matched },
  ];
}

interface Named {
  readonly speakerId: string;
  readonly evidence: readonly Evidence[];
  readonly exact: boolean;
  /** True where the names alone do not suffice. */
  readonly weak: boolean;
  /** The stored name that rules it out. */
  readonly barred?: string;
}

const SURENESS: readonly NameMatch[] = ['short-given-name', 'middle-name', 'initial', 'equal'];

function samePerson(cluster: Cluster, candidate: Candidate): Named | null {
  const mononym = candidate.names.find(
    ({ folded, given, full }) =>
      given && full && folded === cluster.name.folded && readPersonName(folded) === null,
  );
  if (mononym !== undefined) return named(cluster.name, mononym, 'name', true, false);
  const printed = [cluster.name, ...cluster.otherNames].flatMap((form) => {
    const read = readPersonName(form.folded);
    return read === null ? [] : [{ form, read }];
  });
  const readable = candidate.names.flatMap((form) => {
    const read = readPersonName(form.folded);
    return read === null ? [] : [{ form, read }];
  });
  const own = readable.filter(({ form }) => form.full || form.given || form.hidden);
  // "Hillary Clinton" beside "Hillary Rodham Clinton" counts as well; a namesake that a text took for the same one does not
  const stored = readable.filter(
    (name) =>
      own.includes(name) || own.some(({ read }) => comparePersonNames(read, name.read) !== null),
  );
  const matches = printed
    .flatMap((own) =>
      stored.map((other) => ({ own, other, match: comparePersonNames(own.read, other.read) })),
    )
    .flatMap(({ match, ...rest }) =>
      match === null ? [] : [{ ...rest, match, sure: SURENESS.indexOf(match) }],
    )
    .sort((a, b) => b.sure - a.sure || (a.other.form.folded < b.other.form.folded ? -1 : 1));
  const best = matches.find(({ other }) => !other.form.hidden);
  const hidden = matches.find(
    ({ other, own: as }) => other.form.hidden && as.form === cluster.name,
  );
  if (hidden !== undefined && hidden.sure >= (best?.sure ?? -1)) {
    return barredBy(hidden.other.form, candidate);
  }
  if (best === undefined) return null;
  const exact = best.match === 'equal';
  const ruledOut = stored.find(({ read, form }) => !form.hidden && contradict(read, best.own.read));
  if (!exact && ruledOut !== undefined) return barredBy(ruledOut.form, candidate);
  return named(
    best.own.form,
    best.other.form,
    'name',
    exact,
    best.sure < SURENESS.indexOf('initial'),
  );
}

function sameBody(cluster: Cluster, candidate: Candidate): Named | null {
  const own = bodyName(cluster.name.folded);
  // Of short forms only acronyms stand for the body: "the Post" may be any
  const same = candidate.names.find(
    ({ name, folded, full, given }) =>
      bodyName(folded) === own && (full || given || /^\p{Lu}{2,8}$/u.test(name)),
  );
  if (same?.hidden === true) return barredBy(same, candidate);
  if (same !== undefined) return named(cluster.name, same, 'name', true, COMMON_BODIES.has(own));
  for (const form of cluster.otherNames) {
    const alias = candidate.names.find((stored) => !stored.hidden && stored.folded === form.folded);
    if (alias !== undefined) return named(form, alias, 'acronym', false, COMMON_BODIES.has(own));
  }
  return null;
}

function named(
  own: Form,
  stored: Candidate['names'][number],
  kind: 'name' | 'acronym',
  exact: boolean,
  weak: boolean,
): Named {
  const evidence: Evidence = { kind, printed: own.name, stored: stored.name };
  const editor: Evidence[] = stored.given ? [{ ...evidence, kind: 'editor' }] : [];
  return {
    speakerId: stored.speakerId,
    evidence: [evidence, ...editor],
    exact,
    weak: weak && !stored.given,
  };
}

const barredBy = ({ name }: Form, { id }: Candidate): Named => {
  return { speakerId: id, evidence: [], exact: false, weak: false, barred: name };
};
