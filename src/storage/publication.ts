// How names of publications are compared.

/** The key under which a publication is stored and looked up: case and outer white space do not matter. */
export function publicationKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
