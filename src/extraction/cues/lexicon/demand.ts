// Data: cues that want something done, promise it, or ask.

import { entries } from '../entry';

export const DEMAND = [
  ...entries(
    'verb',
    'demand',
    `
    encourage, invite, lobby, direct, instruct, command, appeal to, campaign for, campaign against, press,
    press for, require, seek, urge, implore, exhort, beseech, beg, push for, lobby for, call for, call on,
    call upon, appeal for, plead for, plead with, ask for, petition, order, summon, advise against, agitate for,
    clamor for, clamour for, request, propose, recommend, prescribe, petition for, stress the need for,
    issue a call for, repeat a call for, renew a call for, join calls for, join in calling for, back calls for,
    demand, insist on, decree, stipulate, threaten to, ask to
    `,
  ),
  ...entries(
    'noun',
    'demand',
    'demand, call, request, recommendation, proposal, plea, appeal, order, advice, directive',
  ),
  ...entries(
    'verb',
    'promise',
    `
    commit to, promise, pledge, vow, guarantee, undertake, offer, threaten, commit, resolve, volunteer, assure,
    reassure, give an assurance of, pledge support for, pledge support to, give assurances that,
    offer assurances that, give assurances, give an assurance, offer assurances, make a promise, make a pledge,
    agree to
    `,
  ),
  ...entries('noun', 'promise', 'promise, pledge, vow, assurance, guarantee, commitment'),
  ...entries(
    'verb',
    'question',
    `
    raise questions about, ask, question, query, wonder, ponder, inquire, enquire, debate, ask rhetorically,
    demand to know, want to know, ask himself, ask herself, quiz, ask about, inquire about, enquire about,
    wonder about, raise the question of, question the wisdom of, express doubt about, express doubts about,
    raise doubts about, pose the question
    `,
  ),
  ...entries('noun', 'question', 'question'),
];
