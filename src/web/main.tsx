// Where the page starts: the frame around every view, and which view an address shows.

// In this order: what stands in two of them is the later one's.
import './style.css';
import './statement/statements.css';
import './article/article.css';
import './check/check.css';
import './search/search.css';
import './speaker/speaker.css';
import './statement/statement.css';
import './review/review.css';
import './ingest/ingest.css';

import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { ArticlePage } from './article/article';
import { CheckPage } from './check/check';
import { IngestPage } from './ingest/ingest';
import { ReviewPage } from './review/review';
import { interceptLinks, useAddress } from './router';
import { SearchPage } from './search/search';
import { SpeakerPage } from './speaker/speaker';
import { StatementPage } from './statement/statement';

const PLACES = [
  { href: '/', name: 'Search' },
  { href: '/check', name: 'Check a draft' },
  { href: '/review', name: 'Review' },
  { href: '/ingest', name: 'Add an article' },
];

function Page() {
  const { pathname } = useAddress();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // After a step within the page, reading starts at the new view, as after a load; not on the first one.
    if (first.current) first.current = false;
    else {
      window.scrollTo(0, 0);
      main.current?.focus();
    }
  }, [pathname]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <a class="brand" href="/">
          Verbatim
        </a>
        <nav aria-label="Pages">
          {PLACES.map(({ href, name }) => (
            <a key={href} href={href} {...(pathname === href ? { 'aria-current': 'page' } : {})}>
              {name}
            </a>
          ))}
          <a href="/docs" data-leave>
            API
          </a>
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <View pathname={pathname} key={pathname} />
      </main>
      <footer class="foot">
        <a href="/notice" data-leave>
          Licences
        </a>
      </footer>
    </>
  );
}

function View({ pathname }: { pathname: string }) {
  const [, kind, id] = pathname.split('/');
  if (pathname === '/') return <SearchPage />;
  if (pathname === '/check') return <CheckPage />;
  if (pathname === '/review') return <ReviewPage />;
  if (pathname === '/ingest') return <IngestPage />;
  if (kind === 'articles' && id) return <ArticlePage id={id} />;
  if (kind === 'statements' && id) return <StatementPage id={id} />;
  if (kind === 'speakers' && id) return <SpeakerPage id={id} />;
  return (
    <>
      <h1>Nothing is at this address</h1>
      <p>
        <a href="/">Search the statements</a> instead.
      </p>
    </>
  );
}

interceptLinks();
const place = document.getElementById('page');
if (place !== null) render(<Page />, place);
