// A tsquery as Postgres writes it, read back as a tree, and where its parts stand in a text.

export type QueryNode =
  | { readonly kind: 'word'; readonly lexeme: string; readonly prefix: boolean }
  | { readonly kind: 'not' }
  | { readonly kind: 'any'; readonly parts: readonly QueryNode[] }
  | {
      readonly kind: 'phrase';
      readonly first: QueryNode;
      readonly then: QueryNode;
      readonly distance: number;
    };

/** A word of a text: its stem, its place among the words, and where it stands. */
export interface Token {
  readonly lexeme: string;
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Reads what `tsquery::text` gives; null for a query without words. */
export function parseTsquery(text: string): QueryNode | null {
  const tokens = text.match(/'(?:[^'\\]|''|\\.)*'(?::[*A-D]*)?|<->|<\d+>|[!&|()]/gs) ?? [];
  let at = 0;

  const operand = (): QueryNode => {
    const token = tokens[at++] ?? '';
    if (token === '!') {
      operand();
      return { kind: 'not' };
    }
    if (token === '(') {
      const inner = alternatives();
      at++;
      return inner;
    }
    const [, quoted = '', flags = ''] = /^'(.*)'(?::([*A-D]*))?$/s.exec(token) ?? [];
    const lexeme = quoted.replaceAll("''", "'").replace(/\\(.)/gs, '$1');
    return { kind: 'word', lexeme, prefix: flags.includes('*') };
  };
  const phrase = (): QueryNode => {
    let node = operand();
    for (let token = tokens[at]; token?.startsWith('<') === true; token = tokens[at]) {
      at++;
      const distance = token === '<->' ? 1 : Number(token.slice(1, -1));
      node = { kind: 'phrase', first: node, then: operand(), distance };
    }
    return node;
  };
  // AND and OR alike: whatever of them stands in the text is worth showing.
  const joined = (operator: string, part: () => QueryNode): QueryNode => {
    const parts = [part()];
    while (tokens[at] === operator) {
      at++;
      parts.push(part());
    }
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'any', parts };
  };
  const alternatives = (): QueryNode => joined('|', () => joined('&', phrase));

  return tokens.length === 0 ? null : alternatives();
}

/** Where the words of a query stand, phrases as a whole; in order and not overlapping. */
export function rangesOf(query: QueryNode, tokens: readonly Token[]): Range[] {
  const found = matches(query, tokens).sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Range[] = [];
  for (const { start, end } of found) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else merged.push({ start, end });
  }
  return merged;
}

/** A match with the place of its last word, from which a phrase goes on. */
interface Match extends Range {
  readonly position: number;
}

function matches(node: QueryNode, tokens: readonly Token[]): Match[] {
  switch (node.kind) {
    case 'not':
      return [];
    case 'word':
      return tokens.filter(({ lexeme }) =>
        node.prefix ? lexeme.startsWith(node.lexeme) : lexeme === node.lexeme,
      );
    case 'any':
      return node.parts.flatMap((part) => matches(part, tokens));
    case 'phrase': {
      const after = new Map<number, Match>();
      for (const match of matches(node.then, tokens)) after.set(match.position, match);
      return matches(node.first, tokens).flatMap(({ start, position }) => {
        const next = after.get(position + node.distance);
        return next === undefined ? [] : [{ start, end: next.end, position: next.position }];
      });
    }
  }
}
