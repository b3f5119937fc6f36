// Data: cues of thought, and cues that agree, warn or announce.

import { entries } from '../entry';

export const BELIEF = [
  ...entries(
    'verb',
    'belief',
    `
    -: consider, favor, favour, view, regard, see as, deem, hope for, project, fear, worry about, want, intend, expect, wish, assume, feel that, know, feel, see, seem, appear, understand, remember, care about
    c: think, believe, suspect, reason, hold that, surmise, conclude that, calculate, doubt, fear, figure, guess, reckon, presume, imagine, suppose, be convinced, be confident, be certain, be sure, remain confident, be hopeful, be optimistic, be concerned, be worried, be adamant, be afraid, have no doubt, take for granted
    c: hope, worry, wish
    i: hope, plan, aim, prefer, would like, look forward to
    co: predict, forecast, foresee, envision, anticipate, estimate
    c: project
    o: believe in, look forward to, prefer, be concerned about, be worried about
    `,
  ),
  ...entries(
    'noun',
    'belief',
    't: belief, view, opinion, hope, fear, conviction, conclusion, prediction, forecast, expectation, idea, notion, feeling, impression, doubt',
  ),
  ...entries(
    'verb',
    'agreement',
    `
    -: accept
    co: confirm, acknowledge, admit, concede, affirm, reaffirm, corroborate, verify
    t: agree, accept, recognize, recognise, allow, grant, concur, confess, own up
    i: agree, consent
    o: agree with, admit to, confess to, own up to, concur with, sign off on, subscribe to, reaffirm commitment to, reiterate commitment to, reach agreement on, agree on
    `,
  ),
  ...entries(
    'noun',
    'agreement',
    't: acknowledgment, acknowledgement, admission, confirmation, concession',
  ),
  ...entries(
    'verb',
    'warning',
    `
    c: warn, caution, sound the alarm, raise the alarm
    t: warn, caution
    o: warn of, warn about, warn against, caution against, warn, sound the alarm about, sound the alarm over, issue a warning about, issue a warning to
    cp: warn, caution
    `,
  ),
  ...entries('noun', 'warning', 't: warning, caution, threat'),
  ...entries(
    'verb',
    'announcement',
    `
    -: publish, broadcast, unveil, issue, deliver, lay down, put out, decide, vote, determine, discover, realize, realise
    co: announce, declare, reveal, disclose, proclaim, divulge
    c: unveil
    c: make clear, make it clear, make plain, make it plain, make known, make public, rule, certify, pronounce, decree, serve notice
    c: show
    i: announce plans
    o: announce plans for, announce plans to
    `,
  ),
  ...entries(
    'noun',
    'announcement',
    't: announcement, declaration, revelation, disclosure, decision, ruling, finding',
  ),
];
