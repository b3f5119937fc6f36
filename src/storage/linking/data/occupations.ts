// Data: what people do, in kinds, and which kinds nobody combines. All folded.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export type Occupation =
  | 'state'
  | 'office'
  | 'business'
  | 'sport'
  | 'arts'
  | 'media'
  | 'law'
  | 'police'
  | 'military'
  | 'science'
  | 'religion'
  | 'trade';

/** By their words. `state` is told from them by roles.ts: a minister, or a president of no body. */
export const OCCUPATIONS: Readonly<Record<Exclude<Occupation, 'state'>, ReadonlySet<string>>> = {
  office: words(`
    president premier minister chancellor senator sen congressman congresswoman lawmaker legislator governor gov mayor councillor councilman councilwoman alderman
    mp mep msp ambassador envoy diplomat consul nominee candidate politician rep representative treasurer whip undersecretary statesman peer king queen prime`),
  business: words(`
    ceo cfo coo executive entrepreneur businessman businesswoman investor banker trader tycoon magnate billionaire industrialist retailer financier owner`),
  sport: words(`
    footballer midfielder striker defender goalkeeper winger forward keeper quarterback pitcher batsman bowler cricketer swimmer sprinter runner athlete boxer golfer cyclist gymnast
    skier skater jockey wrestler referee umpire hurdler rower sailor olympian coach paralympian`),
  arts: words(`
    actor actress singer musician guitarist drummer bassist rapper composer novelist poet painter sculptor comedian dancer choreographer playwright filmmaker film-maker screenwriter author artist`),
  media: words(
    'journalist reporter correspondent columnist anchor broadcaster blogger presenter newsreader',
  ),
  law: words('lawyer attorney solicitor barrister judge magistrate prosecutor counsel'),
  police: words('policeman policewoman detective sheriff constable superintendent trooper'),
  military: words(
    'general colonel admiral brigadier lieutenant soldier marine commander corporal sergeant',
  ),
  science: words(`
    professor scientist researcher physicist chemist biologist astronomer geologist mathematician epidemiologist historian economist psychologist
    surgeon physician doctor nurse psychiatrist paediatrician pediatrician cardiologist academic lecturer scholar archaeologist`),
  religion: words(
    'bishop archbishop priest pastor vicar imam rabbi cardinal monk nun reverend pope cleric',
  ),
  trade: words(`
    plumber farmer builder electrician driver teacher shopkeeper waiter waitress carpenter mechanic miner fisherman baker butcher cook cleaner labourer laborer welder bricklayer
    hairdresser postman postwoman student pupil pensioner resident neighbour neighbor witness passenger tourist receptionist cashier barber gardener roofer joiner`),
};

const pairs = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .flatMap((pair) => [pair, pair.split('-').reverse().join('-')]),
  );

/**
 * Kinds of which one person is not two at once; whoever governs a state does nothing else. Missing on purpose: actors, generals, professors, businessmen and reporters who go
 * into politics; players who become coaches, owners or commentators.
 */
export const APART: ReadonlySet<string> = pairs(`
  state-law state-science state-media state-police state-sport state-trade state-religion
  office-sport office-religion office-trade office-police
  business-trade business-religion business-police
  sport-religion sport-science sport-law sport-police sport-military sport-trade sport-arts
  arts-law arts-police arts-religion arts-military arts-trade
  media-trade media-police media-religion
  law-trade law-religion law-military
  police-science police-religion police-trade
  military-trade military-religion
  science-trade religion-trade`);

/** "former mayor", "retired teacher", "ex-striker": what someone was says nothing against what they are. */
export const FORMER = words(
  'former ex retired late onetime then acting aspiring would-be turned candidate-turned',
);
