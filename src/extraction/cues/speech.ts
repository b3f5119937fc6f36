// Data: verbs by which somebody speaks or writes, as the first word of a lemma: "say", "point out", "voice support for".
// A belief, plan or finding needs no words of its speaker, and people who annotate news differ on whether it is reported:
// on PolNeAR dev 60 % of what other cues attribute is right, on Wikinews and BBC dev 30 %. Confidence asks for it.

const VERBS = `
  accuse acknowledge add address admit affirm allege announce answer apologise apologize appeal argue ask assert attest
  blast boast brag call caution charge cite claim clarify comment communicate complain concede conclude confess confirm
  contend continue counter criticise criticize declare decline defend demand denounce deny describe disclose dismiss
  echo elaborate emphasise emphasize exclaim explain express fire hail inform insist instruct interject invite joke
  lament mention mock murmur mutter note notify object order outline plead pledge point post praise predict proclaim
  promise propose protest quip quote reassure rebut recall recommend recount refuse reiterate reject relate relay
  remark remind repeat reply report request respond retort reveal ridicule say scoff scold shout shoot slam speak
  specify spell state stress submit suggest swear talk tell testify text thank threaten tout trumpet tweet underline
  underscore urge voice volunteer vow warn whisper write yell`;

const SPEECH: ReadonlySet<string> = new Set([...VERBS.trim().split(/\s+/), 'according']);

/** Whether a cue of this lemma is an act of speaking or writing. */
export function isSpeech(lemma: string): boolean {
  return SPEECH.has(lemma.split(' ', 1)[0]!);
}
