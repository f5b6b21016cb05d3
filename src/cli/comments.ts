import type { TxtDocumentNode } from "@textlint/ast-node-types";
import { locate } from "../document/index.js";
import type { Range } from "../document/types.js";

/** A comment of the policy's markup. */
export interface Comment {
  range: Range;
  value: string;
}

const forms: readonly (readonly [open: string, close: string])[] = [
  ["<!--", "-->"],
  ["<%--", "--%>"],
  ["<%#", "%>"],
  ["{/*", "*/}"],
  ["{#", "#}"],
  ["{{!--", "--}}"],
];

/**
 * Comments between `from` and `to`. A search by index, since a pattern over an
 * unclosed comment can take exponential time.
 */
function commentsBetween(source: string, from: number, to: number): Comment[] {
  const comments: Comment[] = [];
  for (const [open, close] of forms) {
    for (let start = source.indexOf(open, from); start !== -1 && start < to; ) {
      const end = source.indexOf(close, start + open.length);
      if (end === -1 || end + close.length > to) break;
      comments.push({
        range: [start, end + close.length],
        value: source.slice(start + open.length, end),
      });
      start = source.indexOf(open, end + close.length);
    }
  }
  return comments.sort((a, b) => a.range[0] - b.range[0]);
}

interface AnyNode {
  type: string;
  range: readonly number[];
  children?: AnyNode[];
}

/** Comments of a text; of Markdown, only those that its syntax takes for HTML, not those in code. */
export function commentsOf(source: string, markdown: TxtDocumentNode | null): Comment[] {
  if (markdown === null) return commentsBetween(source, 0, source.length);
  const comments: Comment[] = [];
  const visit = (node: AnyNode): void => {
    if (node.type === "Html") comments.push(...commentsBetween(source, node.range[0]!, node.range[1]!));
    for (const child of node.children ?? []) visit(child);
  };
  visit(markdown as unknown as AnyNode);
  return comments;
}

/**
 * All that the kernel needs of a text whose reading is done elsewhere: a
 * document with its comments, for the filter that suppresses findings.
 */
export function commentTree(source: string, comments: readonly Comment[]): TxtDocumentNode {
  const node = (type: string, [start, end]: Range, rest: object) => {
    const [first, last] = [locate(source, start), locate(source, end)];
    return {
      type,
      raw: source.slice(start, end),
      range: [start, end],
      loc: {
        start: { line: first.line, column: first.column - 1 },
        end: { line: last.line, column: last.column - 1 },
      },
      ...rest,
    };
  };
  return node("Document", [0, source.length], {
    children: comments.map(({ range, value }) => node("Comment", range, { value })),
  }) as unknown as TxtDocumentNode;
}
