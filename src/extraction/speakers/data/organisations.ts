// Data: words that make a name an organisation, and nouns that stand for one.

import { words } from './words';

/** A capitalised run with one of these is no person. */
export const ORGANISATION_WORDS = words(`
  inc corp ltd plc llc co company corporation group holdings bank fund trust foundation institute institution university college school academy
  department ministry agency administration bureau office commission committee council congress senate house parliament assembly court tribunal board authority
  association federation union league alliance coalition confederation society club party campaign center centre organization organisation network partnership
  times post journal herald tribune gazette globe mail guardian telegraph independent observer news press magazine review daily chronicle examiner record radio television tv channel
  police army navy force forces guard service services airlines airways motors energy systems technologies industries partners associates capital pharmaceuticals air wings lines ferries crossings foods stores supplies mills motors railways railway shipping brewery steel shipyard logistics analytics labs laboratories laboratory observatory infirmary clinic
  church hospital museum theatre theater orchestra united city rovers wanderers county state states nations republic kingdom government treasury pentagon kremlin
  international global national federal
  islands island river street avenue square beach mountain mountains valley bay lake airport hotel bridge park building tower plaza resort prison county province region
`);

/** May be followed by "of" or "for" and more of the name: "University of Oklahoma", "Centers for Disease Control". */
export const OPEN_HEADS = words(`
  university department ministry bank court board association federation office house institute church bureau council league union society school college academy
  chamber center centers centre fund organization organisation committee commission centre society coalition campaign alliance campaigns college republic
  journal state city church army bishops daughters sons conference
`);

/** Names that stand for a body though no word says so. */
export const KNOWN_BODIES = words(`
  reuters afp ap bloomberg forbes politico nielsen gallup shell bp hsbc barclays tesco sony toyota honda nissan ford boeing airbus nokia samsung intel dell oracle cisco ebay yahoo netflix uber tesla walmart
  ofcom fed interpol greenpeace oxfam amnesty tass xinhua hitachi panasonic siemens volkswagen bmw renault peugeot fiat gazprom rosneft yukos ryanair lufthansa qantas vodafone merck pfizer novartis astrazeneca
  unilever nestle heineken carlsberg bundesbank parmalat kodak xerox motorola spotify snapchat instagram youtube wikileaks wikipedia buzzfeed vox msnbc pbs npr itv abc nbc cbs mtv hbo espn fifa uefa ioc wto iaea oecd
  congress nato opec unesco unicef isis hamas hezbollah taliban microsoft google apple amazon facebook twitter ibm bbc cnn fbi cia nsa nasa un eu who imf fda epa cdc
  washington beijing moscow london paris berlin tokyo brussels kremlin pentagon britain france germany china russia iran israel japan india
  america canada mexico italy spain ukraine syria iraq turkey australia brazil poland gop dnc rnc
`);

/** Common nouns for a body; with "the" they mean one that the text has named. */
export const BODY_NOUNS = words(`
  service authority parliament
  company firm group bank agency ministry department union party government organization organisation court committee commission council campaign network
  university school college newspaper paper magazine journal outlet airline retailer insurer manufacturer carmaker automaker lender broker regulator watchdog charity club team federation association institute foundation panel board
  bureau office administration army police church hospital publisher studio station broadcaster developer operator supplier startup start-up conglomerate think-tank coalition alliance bloc state country institution maker giant
`);

/** Nouns for something written or made that "says". */
export const DOCUMENT_NOUNS = words(`
  results findings section chapter passage footnote page pages transcript exhibit caption
  statement report study letter poll survey document article story book memo email e-mail message tweet post blog lawsuit suit complaint filing affidavit indictment
  ruling law bill act treaty accord agreement resolution constitution ad advert advertisement commercial video film documentary speech press-release release transcript website page
  headline editorial column op-ed paper footage photo photos photograph photographs recording tape screenshot minutes analysis research data figures statistics estimate review audit census index poster sign banner leaflet manifesto platform petition brief
  testimony submission reply note notice notes rules guidelines policy plan proposal announcement communique communiqué declaration slide clip spot polls surveys studies reports estimates emails documents
`);
