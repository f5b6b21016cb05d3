/** What a policy names: recipients, periods, countries … each at its place. */
import type { Catalogue } from "../catalogue/types.js";
import type { PolicyDocument, Sentence } from "../document/types.js";
import { headingText } from "./evidence.js";
import type { HitIndex } from "./hits.js";
import type { Fact, RequirementAssessment, WordingAssessment } from "./types.js";

/**
 * Facts are read where the evidence of their requirement stands, so that a
 * duration in a reply term is no storage period.
 */
export function factsOf(
  catalogue: Catalogue,
  document: PolicyDocument,
  index: HitIndex,
  requirements: readonly RequirementAssessment[],
  wording: readonly WordingAssessment[],
): Fact[] {
  const facts: Fact[] = [];
  const seen = new Set<string>();
  for (const { type, concepts, evidence: id } of catalogue.document.facts) {
    const passages = [
      ...requirements.filter((requirement) => requirement.id === id).flatMap(({ evidence }) => evidence),
      ...wording.filter((entry) => entry.id === id),
    ].map(({ range }) => range);
    const sentences = new Set(concepts.flatMap((concept) => index.sentencesWith(concept)));
    for (const sentence of sentences) {
      if (
        id !== undefined &&
        !passages.some(([start, end]) => sentence.range[0] < end && sentence.range[1] > start)
      )
        continue;
      for (const concept of concepts) {
        for (const hit of index.hits(sentence, concept)) {
          const range = [
            sentence.tokens[hit.start]!.range[0],
            sentence.tokens[hit.end - 1]!.range[1],
          ] as const;
          const key = `${type}:${range[0]}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const text = document.source.slice(range[0], range[1]).replace(/\s+/g, " ");
          facts.push({
            type,
            value: hit.value ?? text,
            range,
            section: headingText(sentence.block.section, document),
            row: rowOf(sentence),
          });
        }
      }
    }
  }
  return facts.sort((a, b) => a.range[0] - b.range[0]);
}

/** Number of the table row in its section, from 1; null outside tables. */
function rowOf({ block }: Sentence): number | null {
  if (block.kind !== "row") return null;
  return block.section.blocks.filter(({ kind }) => kind === "row").indexOf(block) + 1;
}
