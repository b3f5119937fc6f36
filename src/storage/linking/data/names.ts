// Data: what stands around a person's name, and given names that are short for others. All folded.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Before a name, and no part of it: "Sen. Bernie Sanders", "Rt Hon Sir John Major". */
export const TITLES = words(`
  mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness rev reverend fr father sister brother rabbi imam bishop archbishop cardinal pastor
  president vice chancellor premier prime minister secretary senator sen sens representative rep reps congressman congresswoman governor gov mayor councillor cllr
  ambassador judge justice sheriff general gen lieutenant lt colonel col major maj captain capt sergeant sgt cpl admiral adm commander officer detective inspector
  superintendent constable coach former ex rt hon honourable honorable the
`);

/** Behind a name, and no part of it: "Alan Reid MP", "Jane Roe, QC". */
export const POST_NOMINALS = words('mp mep msp am qc kc sc phd md dds cpa esq obe cbe mbe jp frs');

/** Behind a name, and telling a son from his father: "Donald Trump Jr." */
export const SUFFIXES: Readonly<Record<string, string>> = {
  jr: 'jr',
  junior: 'jr',
  sr: 'sr',
  senior: 'sr',
  ii: 'ii',
  iii: 'iii',
  iv: 'iv',
};

// One formal name a line, then what it is shortened to. A short form of several formal names stands in each of their lines:
// "Ted" may be Edward or Theodore, so two Teds and a Theodore are compared by name and then by what else is known of them.
const SHORT_FORMS = `
  abraham abe | albert al bert | alan al | alexander alex alec al sandy | alexandra alex sandra sandy | alfred alf alfie fred
  alison ali | amanda mandy | andrew andy drew | angela angie | anthony tony ant | antony tony | archibald archie | arthur art
  barbara barb babs | benjamin ben benny | bernard bernie | beverly bev | bradley brad | caroline carrie | catherine cathy kate cat
  charles charlie chuck chas | christian chris | christina chris tina chrissy | christine chris tina chrissy | christopher chris kit | clifford cliff | clinton clint
  cynthia cindy | daniel dan danny | david dave davy | deborah deb debbie debby | debra deb debbie | dennis denny | donald don donny donnie
  dorothy dot dottie | douglas doug | dominic dom | edgar ed | edmund ed ted eddie | edward ed eddie ted ned teddy | eleanor ellie nell
  elizabeth liz beth betty eliza lizzie libby betsy bess | emily em | ernest ernie | eugene gene | frances fran | francis frank | franklin frank
  frederick fred freddie freddy | gabriel gabe | geoffrey geoff | george georgie | gerald gerry jerry | gerard gerry | gilbert gil | gregory greg | harold harry hal
  harriet hattie | helen nell | henry harry hank hal | herbert herb bert | howard howie | isabella bella izzy | jacob jake | jacqueline jackie | james jim jimmy jamie
  janet jan | jeffrey jeff | jennifer jen jenny | jeremy jerry jez | jerome jerry | jessica jess jessie | joan joanie | joanna jo | john jack johnny jon | jonathan jon jonny
  joseph joe joey | joshua josh | joyce joy | judith judy | julian jules | katherine kathy kate katie kathie | kathleen kathy kate katie | kathryn kathy kate katie
  kenneth ken kenny | kimberly kim | lawrence larry lawrie | laurence larry laurie | leonard leo len lenny | leroy roy | leslie les | lewis lew | louis lou | louise lou
  lucille lucy | madeleine maddy | malcolm mal | margaret maggie meg peggy marge margie | maria mia | marjorie marge | martin marty | mary molly polly | matthew matt matty
  maureen mo | maximilian max | melanie mel | melissa mel missy | melvin mel | michael mike mick mickey mikey | michelle shelley | mitchell mitch | mohammed mo
  nancy nan | natalie nat | nathan nat nate | nathaniel nat nate | nicholas nick nicky | nicola nicky nikki | norman norm | oliver ollie | oscar ozzie
  pamela pam | patricia pat patty trish tricia | patrick pat paddy | paul pauly | penelope penny | peter pete | philip phil pip | phillip phil | prudence prue
  rachel rach | randolph randy | randall randy | raymond ray | rebecca becky becca | reginald reg reggie | richard rick dick rich ricky richie | robert bob rob bobby robbie bert
  roderick rod rory | rodney rod | roger rodge | ronald ron ronnie | rosemary rosie rose | roy leroy | rudolph rudy | russell russ | samantha sam | samuel sam sammy
  sarah sally | sebastian seb | sharon shari | sidney sid | simon si | solomon sol | stanley stan | stephanie steph | stephen steve stevie | steven steve stevie | stuart stu
  susan sue susie suzy | susannah sue | suzanne sue suzy | teresa terri tess | terence terry | theodore ted theo teddy | theresa terri tess | thomas tom tommy
  timothy tim timmy | tobias toby | valerie val | vernon vern | veronica ronnie | victor vic | victoria vicky vicki | vincent vince vinny | vivian viv | vladimir vlad
  walter walt wally | wendell wendy | wilfred wilf | william bill will billy willy liam | winston win | zachary zach zack
`;

/** For a given name the formal names that it may be short for. */
export const FORMAL_NAMES: ReadonlyMap<string, readonly string[]> = formalNames();

function formalNames(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of SHORT_FORMS.trim().split(/[|\n]/)) {
    const [formal = '', ...short] = line.trim().split(/\s+/);
    for (const name of short) found.set(name, [...(found.get(name) ?? []), formal]);
  }
  return found;
}
