// The only door: the ways of citing, and the typesetter that some of them need.

export { FORMATS } from './formats';
export type { Citable, Format, FormatName, ListAddress, StyleName, Typesetter } from './types';
export { createTypesetter } from './typesetting';
