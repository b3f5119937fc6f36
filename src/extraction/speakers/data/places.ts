// Data: names of places and of peoples. A place is nobody that "he" stands for; a nationality alone is no name.

import { words } from './words';

/** One-word places: countries, American states, regions, well-known cities. */
export const PLACE_WORDS = words(`
  afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia botswana brazil britain bulgaria burma
  cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus denmark ecuador egypt england eritrea estonia ethiopia europe fiji finland france gabon gambia
  germany ghana greece greenland guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya kosovo kuwait kyrgyzstan
  laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar malawi malaysia mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar
  namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda scotland senegal serbia singapore
  slovakia slovenia somalia spain sudan suriname swaziland sweden switzerland syria taiwan tajikistan tanzania thailand tibet togo tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan
  venezuela vietnam wales yemen zambia zimbabwe africa asia america antarctica scandinavia balkans caribbean crimea catalonia bavaria siberia
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
  missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont wisconsin wyoming ontario quebec alberta manitoba queensland tasmania
  london paris berlin madrid rome vienna brussels amsterdam lisbon dublin edinburgh glasgow cardiff belfast manchester liverpool birmingham leeds sheffield bristol newcastle oxford cambridge
  moscow kiev kyiv minsk warsaw prague budapest bucharest sofia athens ankara istanbul stockholm oslo copenhagen helsinki geneva zurich munich frankfurt hamburg milan naples barcelona
  beijing shanghai tokyo osaka seoul pyongyang taipei delhi mumbai bombay calcutta karachi islamabad kabul tehran baghdad damascus aleppo mosul beirut jerusalem gaza riyadh mecca dubai doha cairo tripoli benghazi
  tunis algiers nairobi lagos abuja accra johannesburg pretoria canberra sydney melbourne perth brisbane auckland wellington jakarta manila bangkok hanoi saigon kuala rangoon yangon ottawa toronto montreal vancouver
  washington boston chicago philadelphia detroit cleveland cincinnati columbus pittsburgh baltimore atlanta miami orlando tampa dallas houston austin denver phoenix tucson seattle portland sacramento oakland
  honolulu milwaukee minneapolis omaha memphis nashville charlotte raleigh richmond brooklyn manhattan queens harlem hollywood hempstead albuquerque indianapolis louisville toledo havana bogota caracas lima santiago brasilia
`);

/** Places of two or three words. */
export const PLACE_NAMES: ReadonlySet<string> = new Set(
  `united states|united kingdom|great britain|northern ireland|new zealand|new york|new york city|new jersey|new mexico|new hampshire|new orleans|new delhi|north carolina|south carolina|north dakota
  south dakota|west virginia|rhode island|saudi arabia|south africa|south korea|north korea|south sudan|sri lanka|el salvador|costa rica|puerto rico|ivory coast|sierra leone|hong kong|los angeles
  san francisco|san diego|las vegas|salt lake city|st louis|fort worth|long island|palm beach|staten island|buenos aires|rio de janeiro|sao paulo|mexico city|kuala lumpur|tel aviv|cape town|abu dhabi
  middle east|far east|latin america|central america|north america|south america|west bank|gaza strip|silicon valley|wall street|capitol hill|downing street|south china sea|eastern europe|western europe
  papua new guinea|czech republic|dominican republic|british columbia|nova scotia|new south wales|north africa|west africa|southeast asia|gulf coast|bay area`
    .split(/\||\n/)
    .map((name) => name.trim()),
);

/** "American", "Kazakh": adjectives of peoples and faiths, which alone name nobody. */
export const PEOPLES = words(`
  afghan african albanian algerian american arab argentine armenian asian australian austrian azerbaijani bangladeshi belgian bolivian bosnian brazilian british briton bulgarian burmese cambodian canadian
  chilean chinese colombian croatian cuban cypriot czech danish dane dutch egyptian english estonian ethiopian european finnish finn french georgian german ghanaian greek haitian hungarian icelandic indian
  indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean kurdish kurd kuwaiti latvian lebanese libyan lithuanian malaysian mexican mongolian moroccan nepalese nigerian norwegian
  pakistani palestinian peruvian filipino polish pole portuguese romanian russian rwandan saudi scottish scot serbian serb singaporean slovak somali spanish spaniard sudanese swedish swede swiss syrian taiwanese thai tibetan
  tunisian turkish turk turkmen ugandan ukrainian uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean latino latina hispanic rohingya muslim christian jewish jew catholic protestant sunni shiite shia hindu buddhist mormon evangelical
  republican democrat democratic conservative liberal libertarian socialist tory texan californian floridian ohioan vermonter hoosier londoner parisian scandinavian soviet zealander
  internet web brexit medicare medicaid obamacare facebooker god congressional gubernatorial
`);
