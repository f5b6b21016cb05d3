/** Matches → passages of the source, ranked. */
import { locate } from "../document/index.js";
import type { PolicyDocument, Range, Section } from "../document/types.js";
import type { Match } from "./match.js";
import type { Evidence } from "./types.js";

/**
 * The passage of a match: from its first word to its last, within the text
 * itself where a lead-in or a column head was only read along.
 */
export function passageOf({ view, hits }: Match): Range {
  const own = new Set(view.sentences.slice(view.own));
  const inside = hits.filter(({ sentence }) => own.has(sentence));
  const shown = inside.length > 0 ? inside : hits;
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { sentence, hit } of shown) {
    start = Math.min(start, sentence.tokens[hit.start]!.range[0]);
    end = Math.max(end, sentence.tokens[hit.end - 1]!.range[1]);
  }
  return [start, end];
}

export function evidenceOf(match: Match, clause: number, document: PolicyDocument): Evidence {
  return evidenceAt(passageOf(match), clause, match.view.section, document);
}

export function evidenceAt(
  range: Range,
  clause: number,
  section: Section,
  document: PolicyDocument,
): Evidence {
  const start = locate(document.source, range[0]);
  const end = locate(document.source, range[1]);
  return {
    clause,
    section: headingText(section, document),
    range,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    text: collapse(document.source.slice(range[0], range[1])),
  };
}

export function headingText(section: Section, document: PolicyDocument): string {
  const { heading } = section;
  return heading ? collapse(document.source.slice(heading.range[0], heading.range[1])) : "";
}

const collapse = (text: string): string => text.replace(/\s+/g, " ").trim();
