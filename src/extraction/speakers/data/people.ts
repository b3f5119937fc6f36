// Data: nouns for people, by whether they tell who is meant or only describe someone whom the text has named.

import { words } from './words';

/** Offices: one person at a time holds them, so that "the governor" is whoever is governor. */
export const OFFICES = words(`
  president president-elect vice-president chancellor premier minister secretary senator representative congressman congresswoman governor mayor councillor councilman councilwoman
  ambassador envoy commissioner chairman chairwoman chair chairperson leader speaker whip director manager ceo founder editor judge justice attorney lawyer prosecutor sheriff
  general colonel captain admiral commander inspector superintendent coach nominee candidate frontrunner front-runner pope bishop archbishop cardinal king queen prince princess
  treasurer coroner ombudsman principal dean headteacher headmaster
`);

/** Offices whose holders the news calls by them once it has named them. */
export const ELECTED = words(`
  president president-elect premier chancellor senator representative congressman congresswoman governor mayor councillor nominee candidate frontrunner front-runner
`);

/** Descriptions: they say something more of a person whom the text is about. */
export const DESCRIPTIONS = words(`
  businessman businesswoman billionaire millionaire mogul tycoon entrepreneur financier investor magnate real-estate developer striker midfielder defender winger forward goalkeeper quarterback pitcher batsman bowler
  champion winner medallist medalist winner runner swimmer player skipper singer songwriter musician guitarist rapper drummer actor actress star comedian entertainer presenter broadcaster host filmmaker
  producer screenwriter playwright author novelist writer poet historian biographer economist academic scientist researcher professor physicist biologist chemist astronomer astronaut engineer architect
  doctor surgeon physician nurse psychologist teacher farmer fisherman pilot driver veteran newcomer native politician lawmaker statesman hopeful contender challenger incumbent rival conservative liberal
  socialist democrat republican libertarian progressive independent texan vermonter father mother grandfather grandmother widow widower man woman teenager youngster pensioner retiree
  celebrity personality activist campaigner whistleblower philanthropist strategist pollster witness defendant plaintiff victim survivor inspector witness composer conductor pianist artist painter sculptor photographer designer chef
`);

/** Nouns for people who speak without a name. */
export const SOMEONE = words(`
  official source spokesman spokeswoman spokesperson aide adviser advisor resident voter supporter critic expert person passenger neighbour neighbor customer worker student soldier sailor diplomat insider
  employee colleague friend relative observer commentator protester protestor demonstrator eyewitness bystander shopkeeper waiter waitress driver user reader viewer caller organiser organizer operative delegate
  minister mp banker trader dealer consultant lobbyist staffer volunteer parent mother father son daughter boy girl child migrant refugee prisoner inmate officer policeman policewoman firefighter paramedic nurse
  fan shareholder investor donor candidate activist taxpayer commuter motorist holidaymaker tourist fisherman
  clerk secretary assistant scholar professor teacher poster blogger user journalist reporter columnist correspondent editor analyst lawyer attorney juror member veteran
`);
