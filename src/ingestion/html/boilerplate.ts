// What stands on a page without belonging to the article: taken out before the readable part is looked for.

import type { DomDocument, DomElement } from './dom';

/** Never prose, wherever it stands. */
const NEVER_PROSE = [
  'script, style, noscript, template, head, title, meta, link, base',
  'iframe, object, embed, applet, canvas, svg, math, video, audio, picture, img, map',
  'button, input, select, textarea, datalist, dialog, menu',
  'nav, figcaption, [role=navigation], [role=dialog], [role=alertdialog], [role=search], [role=menu]',
  '[hidden], [aria-hidden=true], [itemprop=caption]',
].join(', ');

/** "We value your privacy …", in one word: class="cookieBanner". */
const BANNER = /cookie(?:banner|bar|notice|consent|policy|law|popup|message|wall)|consentbanner/i;

/** What the parts of a page around its article are called; whole parts of names: "most-read", "ad ad-mpu". */
const AROUND =
  /(?:^|[-_\s])(?:cookies?|consent|gdpr|ccpa|onetrust|didomi|usercentrics|ads?|advert|advertisement|sponsored|promo|newsletter|subscribe|sign-?up|paywall|most-?(?:read|popular|viewed)|trending|related|recommended|read-?more|share|sharing|social|comments?|breadcrumbs?|kicker|tags|skip-link|pull-?quote)(?:$|[-_\s])/i;

/** "Photograph: A. N. Other": captions outside <figcaption>. */
const CAPTION = /(?:^|[-_\s])(?:caption|(?:image|photo|picture)-?credit)(?:$|[-_\s])/i;

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** "2 July 2026, 6.15am" under a headline is no sentence; "on <time>Monday</time>" inside one stays. */
const IN_PROSE = new Set('p li span a em strong b i td blockquote h2 h3 h4'.split(' '));

/** Names such as class="cookie-consent-given" also stand on whole pages; those are kept. */
const NEVER_REMOVED = new Set(['html', 'body', 'main', 'article']);

/** Removes scripts, navigation, consent banners, captions and whatever the page itself hides. */
export function removeBoilerplate(document: DomDocument): void {
  for (const element of [...document.querySelectorAll(NEVER_PROSE)]) element.remove();
  for (const time of [...document.querySelectorAll('time')]) {
    if (!IN_PROSE.has((time.parentNode as DomElement | null)?.localName ?? '')) time.remove();
  }
  for (const element of [...document.querySelectorAll('[class], [id], [style]')]) {
    if (!NEVER_REMOVED.has(element.localName) && isBoilerplate(element)) element.remove();
  }
}

function isBoilerplate(element: DomElement): boolean {
  if (HIDDEN_STYLE.test(element.getAttribute('style') ?? '')) return true;
  const names = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`;
  if (names.length > 500) return false;
  if (CAPTION.test(names)) return true;
  return (AROUND.test(names) || BANNER.test(names)) && !holdsArticle(element);
}

/** class="has-comments related-left" on the frame of the whole page. */
function holdsArticle(element: DomElement): boolean {
  return element.querySelector('article, main, h1, [itemprop=articleBody]') !== null;
}
