// Data: cues that praise and cues that criticise.

import { entries } from '../entry';

export const JUDGEMENT = [
  ...entries(
    'verb',
    'praise',
    `
    support, back, embrace, celebrate, champion, cheer, praise, hail, applaud, commend, laud, welcome, salute,
    extol, congratulate, thank, compliment, credit, toast, defend, endorse, vouch for, stand by, side with,
    stick up for, speak out for, speak in favor of, speak in favour of, come out in favor of,
    come out in favour of, come out in support of, throw support behind, throw weight behind, voice support for,
    express support for, voice confidence in, express confidence in, express admiration for,
    express gratitude for, express gratitude to, express satisfaction with, express appreciation for,
    pay tribute to, sing the praises of, heap praise on, lavish praise on, give credit to, offer condolences to,
    extend condolences to, express condolences to, send condolences to, sympathise with, sympathize with,
    speak highly of, gush about, rave about, speak warmly of, reaffirm support for, reiterate support for,
    pledge allegiance to, rejoice, express satisfaction, express confidence
    `,
  ),
  ...entries(
    'noun',
    'praise',
    'praise for, support for, endorsement of, defense of, defence of, backing for',
  ),
  ...entries(
    'verb',
    'criticism',
    `
    oppose, go after, take aim at, rip, hammer, mourn, challenge, turn on, savage, criticize, criticise,
    condemn, denounce, accuse, blame, fault, slam, blast, attack, assail, lambast, lambaste, decry, deplore,
    deride, ridicule, mock, bash, scold, chide, rebuke, castigate, admonish, berate, chastise, reprimand,
    reproach, upbraid, pan, trash, skewer, excoriate, lampoon, disparage, belittle, malign, vilify, revile,
    insult, taunt, needle, jab, knock, rap, pillory, censure, lament, bemoan, bewail, protest, resent, indict,
    call, brand, describe as, lash out at, hit out at, take a swipe at, take a shot at, take a jab at,
    rail against, inveigh against, speak out against, come out against, fire back at, hit back at, snipe at,
    sneer at, scoff at, poke fun at, make fun of, take exception to, find fault with, complain about,
    complain of, grumble about, gripe about, fume about, rant about, express outrage at, express outrage over,
    express anger at, express anger over, express regret over, express regret for, express regret at,
    express concern about, express concern over, express concern at, express concern for,
    express disappointment with, express disappointment at, express disappointment over,
    express frustration with, express dismay at, express dismay over, express alarm at, express alarm over,
    express displeasure with, express discomfort with, express skepticism about, express scepticism about,
    express opposition to, voice concern about, voice concern over, voice concerns about, voice concerns over,
    voice opposition to, voice displeasure with, raise concerns about, raise concerns over, level criticism at,
    aim criticism at, heap scorn on, pour scorn on, apologise for, apologize for, complain, grumble, gripe,
    fume, rant, sniff, sneer, thunder, object, apologise, apologize, express concern, express regret,
    express disappointment, express frustration, express alarm, voice concern
    `,
  ),
  ...entries(
    'noun',
    'criticism',
    'complaint, concern, worry, criticism of, complaints about, attacks on, concerns about, allegations of, accusations of, opposition to, objections to',
  ),
];
