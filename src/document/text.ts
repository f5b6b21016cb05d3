import { HtmlReader } from "./html.js";
import type { Writer } from "./writer.js";

const MARKUP = /<\/?(?:p|br|div|ul|ol|li|h[1-6]|b|strong|table|a|span|font)\b[^<>]*>/gi;
const MARKED_HEADING = /(#{1,6}) +([^\r\n]+)/y;
const LINE = /([^\r\n]*)(\r\n|\n|\r|$)/g;

/** Reads plain text that stands at `base`; where it turns out to be full of HTML, its tags are markup. */
export function readText(source: string, base: number, writer: Writer): void {
  writer.state = { ...writer.state, lines: true };
  if ((source.match(MARKUP)?.length ?? 0) > 4) {
    const reader = new HtmlReader(writer);
    for (const [from, to] of paragraphs(source)) {
      reader.read(source.slice(from, to), base + from);
      // A blank line ends a paragraph only where no element is open.
      if (writer.state.lines) writer.endBlock();
    }
    reader.end();
    return;
  }
  for (const [from, to] of paragraphs(source)) readParagraph(source, from, to, base, writer);
}

/** Markdown saved as plain text still marks its headings with "#". */
function readParagraph(source: string, from: number, to: number, base: number, writer: Writer): void {
  let start = from;
  for (;;) {
    MARKED_HEADING.lastIndex = start;
    const heading = MARKED_HEADING.exec(source);
    if (!heading || heading.index + heading[0].length > to) break;
    const outer = writer.state;
    writer.state = { ...outer, heading: heading[1]!.length };
    writer.text(heading[2]!, base + start + heading[0].length - heading[2]!.length);
    writer.endBlock();
    writer.state = outer;
    start += heading[0].length + 1;
  }
  if (start >= to) return;
  writer.text(source.slice(start, to), base + start);
  writer.endBlock();
}

/** Stretches between blank lines. */
function* paragraphs(source: string): Generator<[from: number, to: number]> {
  let from = 0;
  LINE.lastIndex = 0;
  for (let line = LINE.exec(source); line && LINE.lastIndex <= source.length; line = LINE.exec(source)) {
    const end = line.index + line[0].length;
    if (/^[\s\u00ad\u200b\ufeff]*$/.test(line[1]!)) {
      if (line.index > from) yield [from, line.index];
      from = end;
    }
    if (line[2] === "") break;
  }
  if (from < source.length) yield [from, source.length];
}
