// Data: words of names that tell laws, works and places from bodies.

import { words } from '../speakers/data/words';

/** Acts, treaties and what governments have agreed on and call by name. */
export const LAW_WORDS = words(`
  act bill law treaty accord accords agreement pact deal constitution amendment charter directive protocol regulation regulations code resolution rule statute decree
  initiative plan programme program policy budget framework
`);

/** What is written, composed, painted or played. */
export const WORK_WORDS = words(`
  symphony sonata concerto mass requiem suite overture variations ballad novel memoir trilogy anthem bible koran quran
`);

/** Streets, waters, hills, buildings one can stand in. */
export const PLACE_ENDS = words(`
  island islands river street avenue road lane square beach mountain mountains valley bay lake bridge park building tower plaza county province region district harbour harbor quay wharf
  pier dock docks airport station hill hills forest sea ocean strait gulf peninsula desert coast marsh moor glacier canyon canal weir estuary farm mill village town gardens garden cemetery strand creek falls
  heights springs head northwest northeast southwest southeast city
`);

/** "Mount Cook", "Port Hallam", "Lake Geneva". */
export const PLACE_STARTS = words(
  'mount mt port lake cape fort river isle point gulf strait san santa',
);

/** "South East Asia", "Upper Austria" */
export const REGION_STARTS = words(
  'north south east west northern southern eastern western central southeast northeast southwest northwest upper lower greater mainland',
);

/** "State of Texas", "City of Leeds" */
export const PLACE_HEADS = words('state city county kingdom republic province');

/** Days that have a name, and are nobody and nowhere. */
export const FEASTS = words(
  'christmas easter ramadan eid diwali hanukkah passover thanksgiving halloween lent carnival hajj year day week',
);

/** Events, prizes and machines: none of the five types. */
export const NEITHER = words(`
  championship championships cup trophy prix marathon playoff playoffs finals season globe globes oscar oscars grammy grammys bafta emmy emmys prize medal award awards system database software browser shuttle
  orbiters satellite class classes
`);
