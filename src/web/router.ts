// The address bar as the page's state: every view can be sent to a colleague, and Back goes back.

import { useEffect, useState } from 'preact/hooks';

const CHANGED = 'verbatim:address';

/** The address, read anew whenever it changes. */
export function useAddress(): { pathname: string; search: string } {
  const read = () => ({ pathname: location.pathname, search: location.search });
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const update = () => setAddress(read());
    window.addEventListener('popstate', update);
    window.addEventListener(CHANGED, update);
    return () => {
      window.removeEventListener('popstate', update);
      window.removeEventListener(CHANGED, update);
    };
  }, []);
  return address;
}

/** Goes to an address of this page; `replace` leaves no step to go back to, as for every letter typed. */
export function go(href: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  window.dispatchEvent(new Event(CHANGED));
}

/** Lets ordinary links move within the page, without loading it again. */
export function interceptLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plain =
      event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (link === null || !plain || event.defaultPrevented || link.target !== '') return;
    if (link.origin !== location.origin || 'leave' in link.dataset) return;
    if (link.getAttribute('href')?.startsWith('#') === true) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  });
}

/** Names the view in the window's title. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'Verbatim' : `${title} · Verbatim`;
  }, [title]);
}
