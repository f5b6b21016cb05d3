import { locate } from "../document/index.js";
import type { Range } from "../document/types.js";

const isControl = (code: number): boolean => code < 32 || (code >= 127 && code < 160);

/** What would move the cursor is shown as a space, so that marks stand below their text. */
const visible = (text: string): string =>
  Array.from(text, (sign) => (isControl(sign.codePointAt(0)!) ? " " : sign)).join("");

/**
 * The line on which a range begins, and a row of "~" below what belongs to it.
 * A long line is cut to a window around the range.
 */
export function drawRange(source: string, range: Range, width: number): { code: string; marks: string } {
  const { column } = locate(source, range[0]);
  const lineStart = range[0] - (column - 1);
  const rest = source.slice(lineStart);
  const lineEnd = lineStart + (/\r|\n/.exec(rest)?.index ?? rest.length);
  const line = visible(source.slice(lineStart, lineEnd));
  const from = range[0] - lineStart;
  const to = Math.max(from + 1, Math.min(range[1], lineEnd) - lineStart);
  const room = Math.max(20, width - 2);
  let start = 0;
  if (to > room) {
    const wish = Math.max(0, to - from > room ? from - 10 : from - Math.floor((room - (to - from)) / 2));
    start = Math.min(wish, Math.max(0, line.length - room));
    const space = line.indexOf(" ", start);
    if (start > 0 && space !== -1 && space < from) start = space + 1;
  }
  const end = Math.min(line.length, start + room);
  const before = start > 0 ? "…" : "";
  const after = end < line.length ? "…" : "";
  return {
    code: `${before}${line.slice(start, end)}${after}`,
    marks: `${" ".repeat(before.length + from - start)}${"~".repeat(Math.max(1, Math.min(to, end) - from))}`,
  };
}
