/** Catalogue + document → what the text discloses. */
import type { Catalogue, Clause, RequirementDefinition, WordingDefinition } from "../catalogue/types.js";
import type { PolicyDocument } from "../document/types.js";
import type { Lexicon } from "../lexicon/index.js";
import { evidenceOf } from "./evidence.js";
import { factsOf } from "./facts.js";
import { HitIndex } from "./hits.js";
import { ClauseMatcher, type Match } from "./match.js";
import type { Settings } from "./settings.js";
import type { Assessment, Due, Evidence, RequirementAssessment, WordingAssessment } from "./types.js";
import { Views } from "./views.js";

/** More passages than this prove nothing more. */
const MOST_EVIDENCE = 8;

interface Ranked {
  match: Match;
  clause: number;
}

export function assess(
  document: PolicyDocument,
  catalogue: Catalogue,
  lexicon: Lexicon,
  settings: Settings,
): Assessment {
  const index = new HitIndex(document, lexicon);
  const matcher = new ClauseMatcher(index, new Views(document));
  const isPolicy = catalogue.document.policy.some((clause) => matcher.find(clause).length > 0);
  const requirements = catalogue.requirements.map((definition) =>
    assessRequirement(definition, document, matcher, settings),
  );
  const wording = catalogue.wording.flatMap((definition) =>
    assessWording(definition, document, matcher, settings, catalogue),
  );
  return {
    status: isPolicy ? "assessed" : "not-a-policy",
    language: document.language,
    requirements,
    facts: factsOf(catalogue, document, index, requirements, wording),
    wording: wording.sort((a, b) => a.range[0] - b.range[0]),
  };
}

function assessRequirement(
  definition: RequirementDefinition,
  document: PolicyDocument,
  matcher: ClauseMatcher,
  settings: Settings,
): RequirementAssessment {
  const { id, law } = definition;
  const made = ranked(definition.made, matcher);
  const vague = made.length > 0 ? [] : ranked(definition.vague, matcher);
  const assessable = definition.made.some((clause) => matcher.usable(clause));
  const best = made.length > 0 ? made : vague;
  const evidence = distinct(best.map(({ match, clause }) => evidenceOf(match, clause, document)));
  const disclosure = !assessable
    ? "unassessed"
    : made.length > 0
      ? "made"
      : vague.length > 0
        ? "vague"
        : "none";
  return {
    id,
    law: [...law],
    disclosure,
    stance: best[0]?.match.denied ? "does-not" : "does",
    ...dueOf(definition, document, matcher, settings, evidence[0]),
    evidence: disclosure === "unassessed" ? [] : evidence,
  };
}

/**
 * Clearest first: by clause, as the requirement lists them, then by how much is
 * said there, by how close the words stand, and as read.
 */
function ranked(clauses: readonly Clause[], matcher: ClauseMatcher): Ranked[] {
  const all = clauses.flatMap((clause, i) =>
    matcher.usable(clause) ? matcher.find(clause).map((match) => ({ match, clause: i })) : [],
  );
  return all.sort(
    (a, b) =>
      a.clause - b.clause ||
      expressionsOf(b.match) - expressionsOf(a.match) ||
      a.match.words - b.match.words ||
      startOf(a.match) - startOf(b.match),
  );
  return distinct(entries) as WordingAssessment[];
}
