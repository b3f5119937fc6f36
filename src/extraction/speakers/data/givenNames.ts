// Data: common given names with the gender that they nearly always have; names used for both are left out.

import { words } from './words';

export const MASCULINE_NAMES = words(`
  aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto aleksandr alejandro alex alexander alexandre alfonso alfred ali allan allen
  alvaro amir anatoly anders andre andreas andrei andrew andy angel angus anthony antonin antonio ari arnold arthur ashton austin
  barack barry bashar ben benjamin benny bernard bernie bill billy bob bobby boris brad bradley brendan brent bret brett brian bruce bruno bryan byron
  carl carlos carson cecil cesar chad charles charlie chester chris christian christoph christopher chuck clarence claude clay clint clive colin connor craig curtis cyril
  dale damian dan daniel danny darren dave david dean dennis denis derek dick diego dieter dimitri dmitry dominic don donald doug douglas duncan dustin dwight dylan
  earl eddie edgar eduardo edward edwin eli elijah elliot emanuel emmanuel emilio enrique eric erick erik ernest ernesto ethan eugene evan
  felipe felix ferdinand fernando fidel floyd francis francisco francois frank franklin fred freddie frederick fyodor
  gabriel gareth garry gary gavin gene geoff geoffrey george gerald gerard gerhard gilbert giovanni giuseppe glen glenn gordon graham grant greg gregory guillermo gustavo guy
  hamid hamza hank hans harold harry harvey hassan hector henrik henry herbert herman hiroshi homer horst howard hugh hugo hussein
  ian ibrahim igor imran irving isaac ismail ivan
  jack jacob jacques jake jaime jamal james jan jared jason javier jay jean-claude jeb jeff jeffrey jeh jens jeremy jerome jerry jesse jesus jim jimmy joachim joaquin joe joel johan johann john johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua juan julian julio julius justin
  karl kasim keith ken kenneth kevin khalid kim kirk klaus kofi konstantin kurt kyle
  lance larry lars laurence lawrence leo leon leonard leonardo leonid leroy leslie lester lewis liam lindsey lionel lloyd lorenzo louis luca lucas luigi luis luke luther
  magnus mahmoud malcolm manuel marc marcel marco marcus mario marius mark marshall martin marty marvin mateo matt matteo matthew maurice max mehmet melvin michael michel miguel mike mikhail miles milton mitch mitt mohamed mohammad mohammed moses muhammad mustafa
  narendra nathan nathaniel neal ned neil nelson nicholas nicolas nick niels nigel nikolai noah noel norman
  oleg oliver olivier omar orlando oscar osama otis otto owen
  pablo paolo pat patrick paul pavel pedro percy perry pete peter phil philip philippe phillip pierre
  quentin rafael rahul ralph ramon rand randall randy raul ray raymond reince reggie reginald rene rex ricardo richard rick ricky rob robbie robert roberto rod rodney rodrigo roger roland roman ron ronald ronnie ross roy rudolph rudy rupert russell ryan
  salman salvador sam samuel santiago saul scott sean sebastian seth sergei sergio shane shaun shawn sidney silvio simon spencer stanley stefan stephen sterling steve steven stuart sven
  ted terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trevor tyler
  ulrich umar vernon victor viktor vince vincent vitaly vladimir
  wade wallace walter warren wayne werner wilbur will william willie wolfgang woodrow xavier yasser yitzhak yuri yusuf zac zachary zlatan
`);

export const FEMININE_NAMES = words(`
  abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison alyssa amanda amber amelia amy ana anastasia andrea angela angelina anita ann anna anne annette annie april ariana arianna ashley astrid audrey ava
  barbara beatrice becky bella bernadette bernice beth bethany betsy betty beverly blanca bonnie brenda bridget brigitte britney brooke
  camilla candace carla carly carmen carol carole caroline carolyn carrie cassandra catherine cathy cecilia celia charlene charlotte chelsea cheryl chloe christiana christina christine cindy claire clara claudia colleen condoleezza connie constance cora courtney crystal cynthia
  daisy daphne daria dawn deborah debbie debra delia delores denise diana diane dilma dina dolores dominique donna dora doris dorothy
  edith edna eileen elaine eleanor elena elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika erin esther ethel eva eve evelyn
  faith fatima felicia fiona flora florence frances francesca frida
  gabrielle gail georgia geraldine gertrude gillian gina gladys glenda gloria grace greta gretchen gwen gwendolyn
  hannah harriet heather heidi helen helena helga henrietta hilary hilda hillary holly hope huma
  ida ilse imelda imogen ines ingrid irene iris irina isabel isabella isabelle ivana ivanka ivy
  jacqueline jade jane janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana julie juliet june justine
  kamala kara karen karin karla kate katharine katherine kathleen kathryn kathy katie katrina kay kayla keiko kellyanne kendra kirsten kirstjen kristen kristin kristina kristine
  lana latoya laura lauren laurie leah leanne leila lena leticia lillian lily linda lisa lois loretta lorraine louise lucia lucille lucy luisa lydia lynn
  mabel madeleine madeline madison maggie marcia margaret margot maria mariam marian marianne marie marilyn marina marissa marjorie marlene marsha martha mary matilda maureen mavis maxine megan meghan melania melanie melinda melissa mercedes meredith mia michelle mildred mimi miranda miriam molly mona monica muriel
  nadia nancy naomi natalia natalie natasha neera nicole nicola nikki nina noor nora norma
  olga olivia oprah pamela patricia patty paula pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla priya
  rachel ramona rebecca regina renata rhonda rita roberta robin rosa rosalind rose rosemary rosie roxana ruby ruth
  sabrina sally samantha sandra sara sarah selena serena sharon sheila shelly sherry sheryl shirley silvia simone sofia sondra sonia sophia sophie stacey stacy stella stephanie sue susan susanne suzanne svetlana sylvia
  tamara tammy tania tanya tara tashfeen tatiana teresa tess thelma theresa tiffany tina tracey tulsi ursula
  valentina valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whoopi wilma winifred yolanda yulia yvette yvonne zainab zoe
`);
