// How the word lists beside this file are written down.

/** The words of a list, parted by white space. */
export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
