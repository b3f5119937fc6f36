// Data: common given names with the gender that they nearly always have; names used for both are left out.

import { words } from './words';

export const MASCULINE_NAMES = words(`
  aaron abbas abdul abdullah abe abraham adam adrian ahmad ahmed akira alain alan alasdair albert alberto alejandro aleksandr aleksei alexander
  alexandre alexei alexey alfie alfonso alfred ali alistair allan allen alvaro amir amit anatoly anders andre andreas andrei andres andrew andrés andy
  angus anil anthony antonin antonio anwar archie ari arjun arkady arnold arthur arun arvind ashok ashraf ashton atal austin bambang barack barry bashar
  ben benigno benjamin benny benoit beppe bernard bernie bertrand bill billy bjorn björn bob bobby boris brad bradley brendan brent bret brett brian
  bruce bruno bryan byron carl carlos carson cecil cesar chad charles charlie chester chris christian christoph christopher chuck ciaran clarence
  clarke claude clay clint clive cody cole colin colm connor corey cory craig cristian cristiano curtis cyril dafydd damian dan daniel danny darrell
  darren darryl dave david dean deandre declan deepak denis dennis derek desmond dev dewayne dick didier diego dieter dimitri dmitri dmitriy dmitry
  dominic don donald donato doug douglas duane duncan dustin dwight dylan earl eddie edgar eduardo edward edwin eli elijah elliot ellis elmer elton
  emanuel emilio emmanuel emmett emomali enda enrico enrique eoin eric erick erik ernest ernesto ernie ethan eugene evan evo ewan ezra fabio faisal
  felipe felix ferdinand fernando fidel floyd fouad francisco francois frank franklin françois fred freddie frederick fyodor gabor gabriel gareth garry
  gary gavin gene gennady geoff geoffrey george geraint gerald gerard gerhard germán geun gianni gilbert giovanni giuseppe glen glenn gonzalo
  goodluck gordon graham grant greg gregory grigory guillaume guillermo gunter gurbanguly gustaf gustav gustavo guy gábor günther haider hamid
  hamish hamza hank hans harold harry haruki harvey hassan hector helmut henrik henry herbert herman hervé hideo hiroshi homer horst howard hugh hugo
  hussein huw iain ian ibrahim ieuan igor ike imad imran irving irwin isaac islam ismail istvan ivan iñaki jack jacob jacques jae-in jaime jair jake
  jalal jamal james janos jared jaroslaw jason javier jay jean-claude jeb jeff jeffrey jeh jens jeremy jerome jerry jesse jesus jesús jiabao jim jimmy
  jinping jintao joachim joao joaquin jochen joe joel johan johann john johnny joko jon jonah jonas jonathan jonathon jong-un jonny jorge jose josef
  josep joseph josh joshua josé joão juan judd julian julio julius jun jurgen justin jános jürgen karim karl kasim kassim kassym-jomart kazuo keith ken
  kenji kenneth keqiang kevin khaled khalid kirk kjell klaus kofi konstantin kumar kurt kurtis kwame kyle lalu lamar lance larry lars laszlo laurence
  laurent lawrence lech leif leland lennart leo leon leonard leonardo leonid leroy lester lewis liam lionel lloyd lonnie lorenzo louis luca lucas luigi
  luis luiz luke lula luther lyle lyndon lászló mack magne magnus mahathir mahmoud malcolm mamoun manmohan manuel marc marcel marco marcus mariano mario
  marius mark marshall martin marty marvin masahiro massimo mateo mathieu matt matteo matthew matthias maurice max mehdi mehmet melvin merrick
  michael micheal michel mick mickey miguel mike mikhail mikheil miles milo milos miloš milton mitch mitt mohamed mohammad mohammed moon-il moses
  muhammad muhammadu murray mustafa mwai najib nana narendra nasser nat nathan nathaniel nawaz neal ned neil nelson nestor nicholas nick nicolas niels
  nigel nikolai noah nolan norman nouri nuno nursultan néstor olaf oleg oliver olivier ollie olof olusegun omar orlando orrin osama oscar otis otto
  owain owen pablo padraig paolo patrice patrick paul paulo pavel pedro percy perry pete peter petr petro phil philip philippe phillip pierre prabowo
  pranab quentin quincy rafael rahul raila raj rajesh rajiv ralph ramon ramón rand randall randy rashad rashid rasmus raul ravi ray raymond raúl reggie
  reginald reid reince rene renzo reuben rex reza rhett rhys ricardo richard rick ricky rob robbie robert roberto rod rodger rodney rodrigo roger rohan
  roland roman romano ron ronald rory roscoe ross roy ruaridh ruben rudolph rudy rupert ruslan russell ryan sadiq sajid salman salvador sam samir
  samuel sanjay santiago satoshi saul scott seamus sean sebastian sebastien sergei sergey sergio seth shane shaun shawn sheldon sherman shinzo sigmar
  silvio simon sonny soren spencer stan stanley stefan stephen sterling steve steven stew strom stuart sunil suresh susilo sven søren takeshi
  tariq ted terrance terrence thabo theodore thierry thomas tiago tim timothy tobias toby todd tom tomas tomasz tommy tomáš tony travis trent
  trevor trey troy tucker tyler tyrone uhuru ulrich umar vaclav valeri valery vance vasily vernon victor vijay viktor vince vincent virgil vitaly
  vladimir volodymyr vyacheslav václav wade wael waldo wallace walter warren wayne wei wendell werner wes wilbur will william willie wolfgang
  woodrow xavier xiaoping yasser yevgeny yitzhak yoshihide yoweri yuri yusuf yves zac zach zachary zack zeke zlatan zoltan
`);

export const FEMININE_NAMES = words(`
  abigail ada adele adriana agatha agnes agnieszka agnès aileen ailsa aisha alana alejandra alessandra alexandra alice alicia alison alla allison alma
  althea alyssa amanda amber amelia amy ana anastacia anastasia andrea angela angelina anita anjali anke ann anna anne anne-marie annegret anneke anneli
  annette annie annika anniken antje antonella antonia aoife april ariana arianna arlene astrid audrey aurora ava ayesha barbara beata beatrice beatriz
  becky begoña bella benazir bernadette bernice beth bethan bethany betsy bettina betty beverly bianca birgit birgitta blanca bonnie brenda brianna
  bridget bridgette brigitte britney brooke caitlin callie camilla candace candice carla carly carmen carol carole carolina caroline carolyn carrie
  carys cassandra catalina catherine cathy catriona cecilia cecily celeste celia cerys charlene charlotte chelsea cherie cheryl chiara chimamanda chloe
  christiana christiane christina christine christy ciara cindy claire clara claudette claudia cleo colleen condoleezza connie constance consuelo cora
  coretta crystal cynthia dahlia daisy dalia danielle daphne daria darlene dawn deanna debbie deborah debra deepika deidre deirdre delia delores denise
  diana diane dilma dina dolores donatella donna dora doris dorothea dorothy edda edith edna eileen eilidh ekaterina elaine eleanor elena elin
  elinor elisa elisabeth elise eliska eliza elizabeth ella ellen eloise elsa emily emma emmeline erica erika erin erna ernestine esperanza estelle
  esther ethel etta eugenia eunice eva evangeline eve evelyn ewa faith fatima federica felicia fernanda ffion fiona fionnuala flora florence
  frances francesca frida frieda gabby gabriela gabrielle gail galina gemma georgia georgina geraldine germaine gertrude gillian gina ginger ginny
  giorgia giulia gladys glenda gloria glynis graca grace greer greta gretchen gro gudrun gwen gwendolyn haifa hana hanan hannah harriet
  hattie hazel heather heidi heike helen helena helene helga helle henrietta hester hilary hilda hillary holly hope huda huma hélène ida ilana ildiko
  ilse imelda imogen indira ines ingeborg ingrid irene irina iris isabel isabella isabelle isla ivana ivanka ivy jacqueline jada jade jana jane janelle
  janet janice jasmine jean jeanette jeanine jeanne jemima jenna jennifer jenny jessica jewel jill joan joanna joanne jocelyn jodi jolene josephine
  josie joy joyce juanita judith judy julia juliana julie juliet juliette june justine kaitlyn kamala kara karen karin karla karolina katarzyna kate
  katharine katherine kathleen kathryn kathy katie katja katrina kavita kay kayla keiko kellyanne kelsey kendra kimberley kimberly kirsten kirstjen
  kirsty krista kristen kristi kristin kristina kristine kyra lakshmi lana lara larisa latifa latisha latoya laura laure lauren lauryn leah leanne leila
  lena leona leonora lesley leticia liana lilian lillian lily linda lisa liza lois lola loretta lorna lorraine louisa louise lucia lucille lucinda lucy
  lucía ludmila luisa lupita lydia lynda lynette lynn lynne lyudmila mabel madeleine madeline madison mae maeve maggie mairead malala malgorzata mamata
  mandy manuela marcia margaret margot margrethe maria mariam marian mariana marianne marie marie-louise marilyn marina marine marissa marjorie marlene
  marsha martha martine mary maryam maría matilda maura maureen mavis maxine mayawati meena megan meghan melania melanie melinda melissa mercedes 
  meredith meryl mette mhairi mia michelle mildred millie mimi minnie miranda miriam molly mona monica morag muriel myra myrna nadia nadine nancy
  nanette naomi nasrin natalia natalie natasha nathalie neera neha nell nellie nettie ngozi nia niamh nichole nicola nicole nigella nikki nina nisha
  nkosazana noor nora norah noreen norma noura octavia odette oksana olga olive olivia opal oprah orla pamela paola patricia patti patty paula
  pauline pearl peggy penelope penny petra petronella phoebe phyllis pilar pippa polly pooja portia pratibha priscilla priya priyanka  
  rachel radha raffaella ramona rania raquel rebecca regina rekha renata rhea rhiannon rhonda rita roberta rocio roisin rosa rosalind rosalyn rosanna
  rosario rose rosemary rosetta rosie rowena roxana roxanne ruby ruth sabine sabrina sade sadie sally samantha samira sandra sanna sara sarah saskia
  savannah segolene selena serena shari sharon sheikha sheila shelley shelly sherry sheryl shirin shirley shona shreya sian sigrid silke silvia simone
  sinead siobhan sofia solveig sondra sonia sonya sophia sophie soraya stacey stacy stefanie stella stephanie sue sunita susan susannah susanne sushma
  suzanne suzi svetlana sybil sylvia ségolène tabitha tamara tammi tammy tania tanya tara tarja tashfeen tatiana tatyana teresa tess tessa thandi
  thandie thea thelma theresa tiffany tina toni tracey trish trudy tulsi tuula ulrike una ursula usha valentina valerie valérie vanessa vera 
  veronica vicki vicky victoria vigdis viola violet virginia vivian vivien vivienne wanda wangari wendy whoopi wilhelmina wilma winifred winnie winona
  ximena yasmin yasmine yelena yoko yolanda yulia yvette yvonne zadie zahra zainab zara zelda zindzi zoe zora zuzana élisabeth
`);
