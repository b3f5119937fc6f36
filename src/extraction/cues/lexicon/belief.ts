// Data: cues of thought, and cues that agree, warn or announce.

import { entries } from '../entry';

export const BELIEF = [
  ...entries(
    'verb',
    'belief',
    `
    consider, favor, favour, view, regard, see as, deem, hope for, project, fear, worry about, want, intend,
    expect, wish, assume, feel that, know, feel, see, seem, appear, understand, remember, care about, think,
    believe, suspect, reason, hold that, surmise, conclude that, calculate, doubt, figure, guess, reckon,
    presume, imagine, suppose, be convinced, be confident, be certain, be sure, remain confident, be hopeful,
    be optimistic, be concerned, be worried, be adamant, be afraid, have no doubt, take for granted, hope,
    worry, plan, aim, prefer, would like, look forward to, predict, forecast, foresee, envision, anticipate,
    estimate, believe in, be concerned about, be worried about
    `,
  ),
  ...entries(
    'noun',
    'belief',
    'belief, view, opinion, hope, fear, conviction, conclusion, prediction, forecast, expectation, idea, notion, feeling, impression, doubt',
  ),
  ...entries(
    'verb',
    'agreement',
    `
    accept, confirm, acknowledge, admit, concede, affirm, reaffirm, corroborate, verify, agree, recognize,
    recognise, allow, grant, concur, confess, own up, consent, agree with, admit to, confess to, own up to,
    concur with, sign off on, subscribe to, reaffirm commitment to, reiterate commitment to, reach agreement on,
    agree on, plead guilty, plead guilty to
    `,
  ),
  ...entries(
    'noun',
    'agreement',
    'acknowledgment, acknowledgement, admission, confirmation, concession',
  ),
  ...entries(
    'verb',
    'warning',
    `
    warn, caution, sound the alarm, raise the alarm, warn of, warn about, warn against, caution against,
    sound the alarm about, sound the alarm over, issue a warning about, issue a warning to
    `,
  ),
  ...entries('noun', 'warning', 'warning, caution, threat'),
  ...entries(
    'verb',
    'announcement',
    `
    publish, broadcast, unveil, issue, deliver, lay down, put out, decide, vote, determine, discover, realize,
    realise, announce, declare, reveal, disclose, proclaim, divulge, make clear, make it clear, make plain,
    make it plain, make known, make public, rule, certify, pronounce, serve notice, announce plans,
    announce plans for, announce plans to
    `,
  ),
  ...entries(
    'noun',
    'announcement',
    'announcement, declaration, revelation, disclosure, decision, ruling, finding',
  ),
];
