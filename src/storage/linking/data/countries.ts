// Data: countries and their adjectives as roles print them ("Kenyan foreign minister"). All folded.

const LIST = `
  afghanistan afghan | albania albanian | algeria algerian | angola angolan | argentina argentine argentinian | armenia armenian | australia australian | austria austrian | azerbaijan azerbaijani
  bahrain bahraini | bangladesh bangladeshi | belarus belarusian | belgium belgian | bolivia bolivian | bosnia bosnian | botswana | brazil brazilian | bulgaria bulgarian | burma burmese myanmar
  cambodia cambodian | cameroon cameroonian | canada canadian | chad chadian | chile chilean | china chinese | colombia colombian | congo congolese | croatia croatian | cuba cuban | cyprus cypriot
  denmark danish | ecuador ecuadorian | egypt egyptian | eritrea eritrean | estonia estonian | ethiopia ethiopian | fiji fijian | finland finnish | france french | gabon | gambia | germany german
  ghana ghanaian | greece greek | guatemala guatemalan | guinea | guyana | haiti haitian | honduras honduran | hungary hungarian | iceland icelandic | india indian | indonesia indonesian | iran iranian
  iraq iraqi | ireland irish | israel israeli | italy italian | jamaica jamaican | japan japanese | kazakhstan kazakh | kenya kenyan | kosovo | kuwait kuwaiti | kyrgyzstan kyrgyz
  laos laotian | latvia latvian | lebanon lebanese | liberia liberian | libya libyan | lithuania lithuanian | malawi | malaysia malaysian | mali malian | malta maltese | mexico mexican
  moldova moldovan | mongolia mongolian | morocco moroccan | mozambique | namibia namibian | nepal nepalese nepali | netherlands dutch | nicaragua nicaraguan | niger | nigeria nigerian | norway norwegian
  oman omani | pakistan pakistani | palestine palestinian | panama panamanian | paraguay paraguayan | peru peruvian | philippines philippine filipino | poland polish | portugal portuguese | qatar qatari
  romania romanian | russia russian | rwanda rwandan | senegal senegalese | serbia serbian | singapore singaporean | slovakia slovak | slovenia slovenian | somalia somali | spain spanish | sudan sudanese
  sweden swedish | switzerland swiss | syria syrian | taiwan taiwanese | tajikistan tajik | tanzania tanzanian | thailand thai | tunisia tunisian | turkey turkish | turkmenistan turkmen
  uganda ugandan | ukraine ukrainian | uruguay uruguayan | uzbekistan uzbek | venezuela venezuelan | vietnam vietnamese | yemen yemeni | zambia zambian | zimbabwe zimbabwean
  britain british uk | us american
`;

/** The country that a word stands for; one-word names only. */
export const COUNTRIES: ReadonlyMap<string, string> = new Map(
  LIST.trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [country = '', ...adjectives] = line.trim().split(/\s+/);
      return [country, ...adjectives].map((word) => [word, country] as const);
    }),
);
