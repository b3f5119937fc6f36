// Data: titles and roles that stand before or behind a person's name.

import { words } from './words';

/** Last words of a title before a name: what follows them in a run of capitals is the name ("Senate Minority Leader Harry Reid"). */
export const TITLES = words(`
  mr mrs ms mx miss dr prof professor rev reverend fr father sister brother rabbi imam bishop archbishop cardinal pastor monsignor
  secretary-general attorney-general director-general solicitor-general governor-general surgeon-general co-chair co-chairman vice-chair vice-chairman vice-chancellor
  president president-elect vice-president chancellor premier minister secretary senator sen sens representative rep reps congressman congresswoman governor gov
  mayor councillor councilman councilwoman councilor alderman delegate del assemblyman assemblywoman ambassador envoy consul commissioner chairman chairwoman chair chairperson leader speaker whip
  chief director manager executive ceo cfo coo founder co-founder editor columnist correspondent anchor host moderator reporter
  judge justice attorney lawyer prosecutor solicitor barrister sheriff marshal magistrate general gen lieutenant lt colonel col major maj captain capt sergeant sgt cpl admiral adm commander cmdr brigadier private pvt officer detective det inspector supt superintendent constable
  spokesman spokeswoman spokesperson coach striker midfielder defender goalkeeper quarterback pitcher captain skipper economist analyst strategist activist advocate actor actress singer author novelist
  nominee candidate frontrunner front-runner rival pm mp mep msp am treasurer coroner ombudsman principal dean provost warden rector headteacher headmaster
  administrator ag pres boss under-secretary cllr shadow comptroller congressmen senators governors presidents archdeacon deacon undersecretary aide adviser advisor counsel deputy pollster organiser organizer billionaire businessman businesswoman mogul tycoon
  minister-president vice-premier co-leader mayor-elect governor-elect senator-elect
`);

/** Titles that are part of how a person is called: "Pope Francis", "Lord Penhale". */
export const KEPT_TITLES = words(
  'pope queen king prince princess sheikh lord lady sir dame baron baroness emperor',
);

/** With "of" and a place these are how someone is called: "the Duke of Mersey". */
export const PEERS = words(
  'duke duchess earl countess marquess marquis marchioness viscount viscountess prince princess baroness baron',
);

/** Letters behind a name that are no part of it: "Sunita Rao KC", "Jane Roe MP". */
export const POST_NOMINALS = new Set(
  'KC QC SC MP MEP MSP MS TD MLA MHP OBE MBE CBE KBE DBE FRS FBA PhD MD DDS DPhil Esq'.split(' '),
);

/** "Secretary of State", "Chancellor of the Exchequer": these follow "of" inside a title. */
export const TITLE_TAILS = words(
  'opposition house commons lords state defense defence treasury commerce labor labour justice health education energy agriculture transportation exchequer interior homeland staff',
);

export const MASCULINE_WORDS = words(`
  mr sir lord king prince duke earl marquess marquis viscount baron emperor father brother pope spokesman congressman chairman councilman assemblyman businessman actor headmaster husband son man boy
  grandfather uncle nephew widower policeman fireman cardinal bishop archbishop
`);

export const FEMININE_WORDS = words(`
  mrs ms miss lady dame queen princess duchess countess marchioness viscountess sister spokeswoman congresswoman chairwoman councilwoman assemblywoman businesswoman actress headmistress
  wife daughter mother woman girl grandmother aunt niece widow policewoman baroness
`);

/** Nouns that one person can be: "the mayor said" is someone, if the text said who is mayor. */
export const ROLE_NOUNS = words(`
  secretary-general director-general co-chair vice-chair
  president vice-president chancellor premier pm minister secretary senator representative congressman congresswoman lawmaker governor mayor councillor
  councilman councilwoman delegate ambassador envoy commissioner chairman chairwoman chair chairperson leader speaker whip chief director manager executive ceo founder co-founder
  editor columnist correspondent anchor host moderator reporter journalist judge justice attorney lawyer prosecutor solicitor barrister sheriff general lieutenant colonel major
  captain sergeant admiral commander officer detective inspector superintendent spokesman spokeswoman spokesperson coach striker midfielder
  defender goalkeeper quarterback economist analyst strategist activist actor actress singer author novelist writer nominee candidate frontrunner front-runner mp mep treasurer coroner
  ombudsman principal dean headteacher headmaster adviser advisor aide deputy pollster billionaire businessman businesswoman mogul tycoon real-estate developer
  attorney-general keeper professor scientist researcher historian physician doctor surgeon engineer pope bishop archbishop cardinal king queen prince princess democrat republican
  socialist vermonter texan incumbent challenger contender newcomer star filmmaker composer conductor pilot driver owner boss head player manager
`);
