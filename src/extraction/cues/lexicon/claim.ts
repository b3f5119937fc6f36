// Data: cues that leave the truth of what is said with the speaker, and those that deny or refuse.

import { entries } from '../entry';

export const CLAIM = [
  ...entries(
    'verb',
    'claim',
    `
    advance, advocate for, claim to, argue, allege, assert, contend, insist, purport, profess, aver, maintain,
    posit, swear, submit, plead, claim, boast, brag, charge, counter, theorise, theorize, speculate, hypothesise,
    hypothesize, fire back, shoot back, hit back, push back, claim responsibility for, claim credit for,
    take credit for, boast of, boast about, brag about, make the case for, tout, trumpet, argue for, argue against,
    argue in favor of, argue in favour of, advocate, make the case, put forward the view, take the view,
    hold the view, lay claim, stand by the claim, lay out, put forward, set out, put forth, float
    `,
  ),
  ...entries(
    'noun',
    'claim',
    `
    claim, argument, allegation, assertion, contention, accusation, charge, insistence, boast, theory, rumor,
    rumour, speculation, suspicion
    `,
  ),
  ...entries(
    'verb',
    'denial',
    `
    deny, rebut, refute, debunk, contradict, dispute, reject, dismiss, disavow, repudiate, rebuff, discount, brush off,
    brush aside, shrug off, laugh off, wave away, rule out, contest, downplay, play down, distance himself from,
    distance herself from, distance itself from, distance themselves from, walk back, pour cold water on,
    throw cold water on, cast doubt on, disagree with, take issue with, push back against, push back on, bristle at,
    bat away, disown, renounce, retract, recant, back away from, disagree, scoff, plead not guilty,
    plead not guilty to
    `,
  ),
  ...entries('noun', 'denial', 'denial, dismissal'),
  ...entries(
    'verb',
    'refusal',
    `
    decline to comment on, decline to discuss, decline to answer, refuse to comment on, refuse to discuss,
    refuse to answer, refuse to rule out, decline to elaborate on, decline to speculate on, decline to provide,
    decline to identify, decline to name, decline to endorse, refuse to endorse, refuse to disavow,
    decline comment on, decline to say, refuse to say, stop short of saying, decline to, refuse to, stop short of,
    fail to say, fail to mention, fail to explain, balk at, demur on, sidestep, dodge, deflect, evade,
    shy away from, be silent on, stay silent on, keep mum on, withhold, refuse, decline, confirm or deny,
    confirm nor deny
    `,
  ),
  ...entries('noun', 'refusal', 'refusal'),
];
