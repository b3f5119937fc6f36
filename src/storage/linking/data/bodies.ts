// Data: names of bodies and documents that many bear at once. All folded, without a leading "the".

/** Every country has one, or every town: "the Supreme Court", "the foreign ministry", "the city council". */
export const COMMON_BODIES: ReadonlySet<string> = new Set(
  `supreme court|high court|court of appeal|appeals court|district court|crown court|constitutional court|federal court|court|parliament|senate|congress|house|house of representatives
  |lower house|upper house|national assembly|assembly|cabinet|government|central bank|reserve bank|national bank|city council|county council|town council|district council|borough council|council
  |police|police department|state police|national police|federal police|fire department|fire service|coastguard|coast guard|army|navy|air force|military|armed forces
  |foreign ministry|foreign office|defence ministry|defense ministry|finance ministry|health ministry|interior ministry|justice ministry|education ministry
  |ministry|ministry of foreign affairs|ministry of defence|ministry of defense|ministry of finance|ministry of health|ministry of justice|ministry of education|ministry of the interior
  |state department|department|health department|education department|justice department|labour party|labor party|conservative party|democratic party|liberal party|green party|national party|socialist party|communist party
  |electoral commission|election commission|human rights commission|commission|committee|board|school board|board of directors|university|college|school|hospital|church|embassy
  |times|herald|post|tribune|gazette|guardian|observer|chronicle|bank|union|federation|association|society|foundation|institute|agency|company|campaign|party|club|team|administration`
    .split('|')
    .map((name) => name.trim()),
);

/** A document of which there is one in every article: "the report", "Poll", "a new study". */
export const COMMON_DOCUMENTS: ReadonlySet<string> = new Set(
  `ad ads advert advertisement article articles bill book books brief briefing complaint constitution contract court document documents dossier email emails editorial estimate estimates figures filing film findings guidelines
  headline indictment interview law lawsuit leaflet letter letters list magazine manifesto memo memoir message messages note notice papers paper petition plan poll polls post posts poster press programme program
  proposal record records release report reports resolution result results review rules ruling sign speech statement statements statistics story stories study studies suit survey surveys
  text transcript treaty tweet tweets video website white page manual analysis data research evidence obituary`
    .trim()
    .split(/\s+/),
);

/** What a company adds to its name: "Wells Fargo & Co.", "Pan Am Inc". */
export const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc incorporated corp corporation ltd limited llc llp plc co company gmbh ag sa nv bv pty'.split(
    ' ',
  ),
);
