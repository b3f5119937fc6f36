// Data: cues that report and take no side, and the phrases and nouns that do the same.

import { entries } from '../entry';

export const REPORT = [
  ...entries(
    'verb',
    'report',
    `
    brief, address, raise, share, air, invoke, write about, reflect on, bring up, paint, read about, learn, show,
    demonstrate, prove, say, tell, suggest, indicate, imply, note, report, recall, recount, tweet, observe,
    emphasize, emphasise, stress, underline, underscore, recite, describe, explain, discuss, outline, detail,
    clarify, specify, spell out, write, post, comment, remark, state, add, reply, respond, answer, continue,
    point out, begin, conclude, find, opine, muse, chime in, interject, interrupt, retort, quip, joke, intone,
    murmur, mutter, whisper, exclaim, gush, recollect, reminisce, relate, elaborate, summarise, summarize, sum up,
    go on, put it, read, shout, yell, chant, sing, scream, cry, cry out, shout out, call out, bark, laugh, sigh,
    smile, shrug, begin by saying, start, finish, text, message, go on to say, have this to say,
    be quoted as saying, say in a statement, let it be known, get across, cite, quote, reference, refer to,
    allude to, list, paraphrase, portray, characterize, characterise, depict, label, dub, liken, compare,
    respond to, talk about, speak about, speak of, touch on, elaborate on, comment on, weigh in on, tweet about,
    tell the story of, express, voice, convey, articulate, communicate, repeat, reiterate, retweet, echo, relay,
    email, remind, inform, notify, advise, make mention of, make the remarks, make the comments, make these remarks,
    make reference to, make comments about, make remarks about, testify, attest, narrate, signal, hint, intimate,
    insinuate, release a statement saying, issue a statement saying, put out a statement saying,
    say in an interview, write in an email, write on twitter, write on facebook, release a statement,
    issue a statement, release the following statement, issue the following statement, hint at, point to,
    draw attention to, call attention to, give an account of, sound a note of, note in passing, mention in passing,
    let slip, make the point, send a message, send word, put on record
    `,
  ),
  ...entries(
    'noun',
    'report',
    `
    statement, remark, comment, message, report, word, news, account, testimony, tweet, answer, reply, response,
    quote, suggestion, observation, explanation, reminder
    `,
  ),
  ...entries(
    'preposition',
    'report',
    `
    according to, in the words of, in the view of, in the opinion of, as told by
    `,
  ),
];
