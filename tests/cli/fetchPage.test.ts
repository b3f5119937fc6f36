// Fetching the pages of a URL list, from a small site on this machine.

import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createPageFetcher } from '../../src/cli/fetchPage';

let server: Server;
let site: string;
let agents: string[];
let asked: string[];

const pages: Record<string, RequestListener> = {
  '/robots.txt': (_request, response) => {
    response.setHeader('content-type', 'text/plain').end('User-agent: *\nDisallow: /private/\n');
  },
  '/article': (_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end('<p>“Café”</p>');
  },
  '/latin': (_request, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end(Buffer.from('<meta charset="windows-1252"><p>\x93Caf\xe9\x94</p>', 'latin1'));
  },
  '/moved': (_request, response) => {
    response.writeHead(302, { location: '/article' }).end();
  },
  '/to-private': (_request, response) => {
    response.writeHead(302, { location: '/private/page' }).end();
  },
  '/to-file': (_request, response) => {
    response.writeHead(302, { location: 'file:///etc/hostname' }).end();
  },
  '/circle': (_request, response) => {
    response.writeHead(302, { location: '/circle' }).end();
  },
  '/picture': (_request, response) => {
    response.setHeader('content-type', 'image/png').end('png');
  },
  '/endless': (_request, response) => {
    response.setHeader('content-type', 'text/html');
    const write = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x')));
    };
    response.on('drain', write);
    write();
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    agents.push(request.headers['user-agent'] ?? '');
    asked.push(request.url ?? '');
    const page = pages[request.url ?? ''];
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  agents = [];
  asked = [];
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('gives the page and says honestly who asks', async () => {
  const page = await createPageFetcher('1.2.3')(`${site}/article`);
  expect(page).toEqual({ url: `${site}/article`, html: '<p>“Café”</p>' });
  expect(new Set(agents)).toEqual(new Set(['Verbatim/1.2.3']));
});

test('reads the character set that the page declares', async () => {
  const { html } = await createPageFetcher('1')(`${site}/latin`);
  expect(html).toContain('<p>“Café”</p>');
});

test('follows a redirect and knows where it ended', async () => {
  expect((await createPageFetcher('1')(`${site}/moved`)).url).toBe(`${site}/article`);
});

test('reads robots.txt once and heeds it, after redirects too', async () => {
  const fetchPage = createPageFetcher('1');
  await expect(fetchPage(`${site}/private/page`)).rejects.toThrow('robots.txt');
  await expect(fetchPage(`${site}/to-private`)).rejects.toThrow('robots.txt');
  expect(asked).toEqual(['/robots.txt', '/to-private']);
});

test.each([
  ['/nowhere', 'the site answered 404'],
  ['/picture', 'not a web page but image/png'],
  ['/circle', 'redirects in circles'],
  ['/to-file', 'only http and https'],
  ['/endless', 'larger than 10 MB'],
])('%s fails: %s', async (path, message) => {
  await expect(createPageFetcher('1')(site + path)).rejects.toThrow(message);
});

test('a site that cannot be reached is not taken for one that allows everything', async () => {
  const closed = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  await expect(createPageFetcher('1')(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});
