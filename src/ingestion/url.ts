// The address of an article as its identity: two links to one article must come out as one string.

/** What sharing buttons, newsletters and advertisements add to a link; none of it chooses the article. */
const TRACKING =
  /^(?:utm_[^=]*|at_(?:medium|campaign|custom\d*|format|link[^=]*|ptr_name|bbc_team)|ns_(?:campaign|mchannel|source|linkname|fee)|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|vero_id|oly_anon_id|oly_enc_id|ref_src|ref_url|cmpid|ocid|smid|xtor|__twitter_impression)$/i;

const MAX_LENGTH = 2048;

export type UrlReading = { readonly url: string } | { readonly problem: string };

/** Lowercases scheme and host, drops the fragment and tracking parameters, and keeps everything else as written. */
export function canonicalUrl(written: string, base: string | null = null): UrlReading {
  const parsed = parse(written.trim(), base);
  if (parsed === null) {
    return {
      problem:
        'This is not a whole URL: write it with its scheme, as in https://paper.example/story.',
    };
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    return {
      problem: `Articles have http or https addresses, not ${parsed.protocol} ones: leave it out or send the web address.`,
    };
  }
  if (parsed.username !== '' || parsed.password !== '') {
    return {
      problem:
        'This URL carries a user name or password: remove it, since the URL is stored and shown.',
    };
  }
  parsed.hash = '';
  const kept = parsed.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=', 1)[0] ?? ''));
  parsed.search = kept.join('&');
  const url = parsed.href;
  return url.length > MAX_LENGTH
    ? { problem: `This URL is ${url.length} characters long; at most ${MAX_LENGTH} can be kept.` }
    : { url };
}

function parse(written: string, base: string | null): URL | null {
  const usableBase = base !== null && URL.canParse(base) ? base : undefined;
  return URL.canParse(written, usableBase) ? new URL(written, usableBase) : null;
}
