// Passages of many kinds of news, statements marked by hand: [source] {cue} <content>. Each is a kind of writing that no corpus
// of ours has: whoever mends one for a rule sees here what else the rule touches.

import { namesIn } from '../support/marked';

test.each<[title: string, passage: string, names: string[]]>([
  [
    'a football report: manager, nickname, nationality',
    'Harwick Town 2, Calder Rovers 1\n\nHarwick manager Luis Ferreira praised his side after Emeka Obi scored twice. [Ferreira] {said} <the boys had earned it>. [Obi] {said} <he was tired>. [The Portuguese] {added} <that the pitch was heavy>. [Rovers captain Danny Pike] {called} <the second goal a joke>. [He] {said} <the flag was up>.',
    ['Luis Ferreira', 'Emeka Obi', 'unnamed', 'Danny Pike', 'Danny Pike'],
  ],
  [
    'company results: chief executive, analyst, the company',
    'Norvane Systems plc cut its forecast on Monday. [The company] {said} <sales had slowed>. [Chief executive Ingrid Solberg] {said} <the market was weak>. [Solberg, who joined in 2019,] {said} <costs would fall>. [Raj Mehta, an analyst at Calder Securities,] {said} <it was no surprise>. [Mehta] {told} clients <to sell>.',
    ['Norvane Systems plc', 'Ingrid Solberg', 'Ingrid Solberg', 'Raj Mehta', 'Raj Mehta'],
  ],
  [
    'a court report: counsel, judge, defendant with an age',
    'Darren Mills, 41, of Calder Lane, denies theft. [Prosecutor Fiona Kaye] {said} <Mills took the keys>. [Mills] {told} the court <he had found them>. [Judge Anthony Rowe] {warned} <that it was serious>. [The judge] {said} <he would rule on Friday>. [Ms Kaye] {asked for} <two years>.',
    ['Fiona Kaye', 'Darren Mills', 'Anthony Rowe', 'Anthony Rowe', 'Fiona Kaye'],
  ],
  [
    'a science report: authors, the study, a colleague not involved',
    'Bees count to five, a study in the Calder Journal of Biology suggests. [Lead author Dr Mei-Ling Chow, of the University of Harwick,] {said} <it was a surprise>. [The results] {show} <that size matters>. [Professor Ola Nordmann, who was not involved,] {called} <the sample small>. [Dr Chow] {said} <more would follow>. [The paper] {says} <the hives were warm>.',
    ['Mei-Ling Chow', 'document', 'Ola Nordmann', 'Mei-Ling Chow', 'document'],
  ],
  [
    'Indian politics: honorifics, initials, a single name',
    'Chief Minister M. K. Selvan met farmers in Madurai. [Mr Selvan] {said} <the dam was full>. [Opposition leader K. Palani] {said} <it was empty>. [Palani] {demanded} <an inquiry>. [Farmer Murugan, 52,] {said} <nobody had asked him>. [Murugan] {said} <his well was dry>.',
    ['M. K. Selvan', 'K. Palani', 'K. Palani', 'Murugan', 'Murugan'],
  ],
  [
    'Chinese names: the family name comes first',
    'Foreign Ministry spokesperson Lin Meihua met reporters. [Lin] {said} <talks would go on>. [Commerce Minister Zhou Guoqiang] {said} <trade was up>. [Zhou] {added} <that tariffs hurt>. [She] {said} <Beijing was open>.',
    ['Lin Meihua', 'Zhou Guoqiang', 'Zhou Guoqiang', 'Zhou Guoqiang'],
  ],
  [
    'Arabic names: bin, al-',
    'Energy Minister Khalid bin Nasser al-Harbi opened the plant. [Al-Harbi] {said} <it was clean>. [Dr Layla al-Masri, who runs it,] {said} <it was ready>. [Al-Masri] {said} <tests were done>.',
    ['Khalid bin Nasser al-Harbi', 'Layla al-Masri', 'Layla al-Masri'],
  ],
  [
    'Hispanic names: two family names',
    'President Andrés Molina Obregón spoke in Lima. [Molina Obregón] {said} <taxes would fall>. [Molina] {said} <it was time>. [Senator María José Quiroga] {disagreed that} <it was>. [Quiroga] {said} <the poor would pay>.',
    ['Andrés Molina Obregón', 'Andrés Molina Obregón', 'María José Quiroga', 'María José Quiroga'],
  ],
  [
    'Dutch and German particles',
    'Mayor Piet van der Velde met engineers. [Van der Velde] {said} <the dyke would hold>. [Engineer Ulrike von Stetten] {said} <it leaked>. [Von Stetten] {said} <she had told the mayor>. [Mr van der Velde] {denied} <that>.',
    ['Piet van der Velde', 'Ulrike von Stetten', 'Ulrike von Stetten', 'Piet van der Velde'],
  ],
  [
    'a person with an office of a body',
    '[NATO Secretary-General Piet van Houten] {said} <it was late>. [Van Houten] {said} <allies agreed>. [UN human rights chief Amara Diallo] {said} <it was wrong>. [Diallo] {urged} <calm>.',
    ['Piet van Houten', 'Piet van Houten', 'Amara Diallo', 'Amara Diallo'],
  ],
  [
    'a couple with one last name',
    'Tom and Helen Brandt bought the mill in 2001. [Mr Brandt] {said} <the roof was gone>. [Mrs Brandt] {said} <they slept in a tent>. [The couple] {said} <they would stay>.',
    ['Tom Brandt', 'Helen Brandt', 'Tom Brandt & Helen Brandt'],
  ],
  [
    'two brothers',
    'Brothers Ivo and Marko Petrak row together. [Ivo Petrak] {said} <the water was cold>. [Marko] {said} <it was not>. [The pair] {said} <they would win>. [Ivo] {said} <he was hungry>.',
    ['Ivo Petrak', 'Marko Petrak', 'Ivo Petrak & Marko Petrak', 'Ivo Petrak'],
  ],
  [
    'a singer with one name',
    'The singer Zafira played in Calderport. [Zafira] {said} <she was nervous>. [The singer] {said} <the songs were old>. [Her manager, Ben Cole,] {said} <it was sold out>. [She] {said} <she would be back>.',
    ['Zafira', 'Zafira', 'Ben Cole', 'Zafira'],
  ],
  [
    'an obituary: friends and family of the dead',
    'Sir Arnold Penrose, who has died aged 91, built bridges. [His daughter, Ruth Penrose,] {said} <he never stopped>. [Penrose] {once said} <that rust was a friend>. [His colleague Joan Adair] {recalled} <that he sang>. [Sir Arnold] {liked to say} <that paint was cheap>. [Adair] {said} <he was kind>.',
    ['Ruth Penrose', 'Sir Arnold Penrose', 'Joan Adair', 'Sir Arnold Penrose', 'Joan Adair'],
  ],
  [
    'a wire report: agencies, officials without a name',
    'CALDERPORT (Reuters) - A blast hit the port. [A police official] {said} <two were hurt>. [State news agency Karda] {reported} <three>. [The interior ministry] {said} <it was gas>. [Witness Omar Daru] {told} Reuters <he heard it twice>. [Daru] {said} <glass fell>. [Residents] {said} <it shook>.',
    ['unnamed', 'Karda', 'interior ministry', 'Omar Daru', 'Omar Daru', 'unnamed'],
  ],
  [
    'a forum: who posts has no name',
    '[One poster on the site] {wrote} <that it was fake>. [A section of the site] {says} <the shop is closed>. [Another user] {claimed} <to have been there>. [The website] {states} <that it sells nothing>.',
    ['unnamed', 'document', 'unnamed', 'document'],
  ],
  [
    'a lead with a role, the name with the first quotation',
    'A headteacher has banned hoods after a fight.\n\n“I have had enough,” [Carla Dunmore] {said}. <“It ends today.”> [The headteacher] {said} <parents agreed>.',
    ['Carla Dunmore', 'Carla Dunmore'],
  ],
  [
    'a politician and the body that bears the same name',
    'The Lindqvist Foundation gave money to schools. [Founder Maja Lindqvist] {said} <it was a start>. [The foundation] {said} <more would come>. [Lindqvist] {said} <she was glad>.',
    ['Maja Lindqvist', 'Lindqvist Foundation', 'Maja Lindqvist'],
  ],
  [
    'women with the last name of a husband who is also in the news',
    'Senator Robert Hale voted no. His wife, Dr Susan Hale, runs a clinic. [Dr Hale] {said} <beds were short>. [The senator] {said} <money was>. [Mr Hale] {said} <he was sorry>.',
    ['Susan Hale', 'Robert Hale', 'Robert Hale'],
  ],
  [
    'relative clauses: who and which',
    'The fire began at noon. The harbour police, [which] {said} <nobody was hurt>, closed the road. Bea Lund, [who] {called} <it arson>, lives there. [Lund] {said} <she smelt oil>.',
    ['harbour police', 'Bea Lund', 'Bea Lund'],
  ],
  [
    'a company and its rival, told apart by "its rival"',
    'Ferris Air will buy twenty jets. [The airline] {said} <fuel was dear>. [Rival carrier Polar Wings] {said} <it would wait>. [Polar Wings chief executive Dag Moen] {said} <prices would fall>. [Mr Moen] {said} <he was patient>.',
    ['Ferris Air', 'Polar Wings', 'Dag Moen', 'Dag Moen'],
  ],
  [
    'an obituary: brothers under one last name, a widower',
    'Carmen Villalobos, who has died, was a potter. Her brothers, Tomás and Ignacio Villalobos, ran the kiln. [Tomás] {said} <she paid for it>. [The brothers] {disagreed on} <the rest>.',
    ['Tomás Villalobos', 'Tomás Villalobos & Ignacio Villalobos'],
  ],
  [
    'parliament: the leader of the opposition',
    '[Leader of the Opposition Shobha Menon] {said} <it was late>. [She] {said} <nobody came>. [Speaker of the House Dan Orr] {called for} <order>.',
    ['Shobha Menon', 'Shobha Menon', 'Dan Orr'],
  ],
  [
    'a union named behind what it is, its speaker without a name',
    "[A spokesperson for the nurses' union, Carewell,] {said} <it was late>. [The nurses' union, Carewell,] {said} <more>. [Sundland's foreign ministry] {rejected} <that>.",
    ['unnamed', 'Carewell', "Sundland's foreign ministry"],
  ],
])('%s', (_title, passage, names) => {
  expect(namesIn(passage)).toEqual(names);
});
