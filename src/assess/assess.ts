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
    assessRequirement(definition, document, index, matcher, settings),
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
  index: HitIndex,
  matcher: ClauseMatcher,
  settings: Settings,
): RequirementAssessment {
  const { id, law, anchor } = definition;
  const isAtHome = ({ view }: Match): boolean => {
    const above = index.above(view.section);
    return anchor.some((concept) => above.has(concept));
  };
  const made = ranked(definition.made, matcher, isAtHome);
  const vague = made.length > 0 ? [] : ranked(definition.vague, matcher, isAtHome);
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
 * Clearest first: text before mere headings, then what stands under a heading
 * where the matter belongs, then by clause, as the requirement lists them, by
 * how much is said there, and as read.
 */
function ranked(
  clauses: readonly Clause[],
  matcher: ClauseMatcher,
  isAtHome: (match: Match) => boolean = () => true,
): Ranked[] {
  const all = clauses.flatMap((clause, i) =>
    matcher.usable(clause) ? matcher.find(clause).map((match) => ({ match, clause: i })) : [],
  );
  return all.sort(
    (a, b) =>
      Number(isHeading(a.match)) - Number(isHeading(b.match)) ||
      Number(isAtHome(b.match)) - Number(isAtHome(a.match)) ||
      a.clause - b.clause ||
      expressionsOf(b.match) - expressionsOf(a.match) ||
      startOf(a.match) - startOf(b.match),
  );
}

const isHeading = ({ hits }: Match): boolean =>
  hits.every(({ sentence }) => sentence.block.kind === "heading");

/** Beyond so many, more is not clearer: a long list of everything is none. */
const expressionsOf = ({ expressions }: Match): number => Math.min(expressions, 6);

const startOf = ({ hits }: Match): number => hits[0]!.sentence.tokens[hits[0]!.hit.start]!.range[0];

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const kept: Evidence[] = [];
  for (const entry of evidence) {
    const [start, end] = entry.range;
    if (kept.some(({ range }) => range[0] < end && range[1] > start)) continue;
    kept.push(entry);
    if (kept.length === MOST_EVIDENCE) break;
  }
  return kept;
}

function dueOf(
  definition: RequirementDefinition,
  document: PolicyDocument,
  matcher: ClauseMatcher,
  { facts }: Settings,
  mention: Evidence | undefined,
): { due: Due; dueBecause: RequirementAssessment["dueBecause"] } {
  const { due, fact } = definition;
  if (due === "always") return { due: "yes", dueBecause: null };
  const stated = fact === undefined ? undefined : facts[fact];
  if (fact !== undefined && stated !== undefined) {
    return { due: stated === "exists" ? "yes" : "no", dueBecause: { fact: `${fact}: ${stated}` } };
  }
  if (due === "unknown")
    return mention ? { due: "yes", dueBecause: mention } : { due: "unknown", dueBecause: null };
  const [trigger] = ranked(due.when, matcher);
  return trigger
    ? { due: "yes", dueBecause: evidenceOf(trigger.match, -1, document) }
    : { due: "no", dueBecause: null };
}

function assessWording(
  definition: WordingDefinition,
  document: PolicyDocument,
  matcher: ClauseMatcher,
  { asOf }: Settings,
  { deaths }: Catalogue,
): WordingAssessment[] {
  if (definition.unless.some((clause) => matcher.find(clause).length > 0)) return [];
  const found = ranked(definition.finds, matcher).filter(({ match }) =>
    match.hits.every(({ hit }) => {
      const died = hit.value === undefined ? undefined : deaths[hit.value];
      return died === undefined || died <= asOf;
    }),
  );
  const entries = found.map(({ match, clause }): WordingAssessment => {
    const value = match.hits.find(({ hit }) => hit.value !== undefined)?.hit.value;
    const passage = { id: definition.id, ...evidenceOf(match, clause, document) };
    return value === undefined ? passage : { ...passage, value };
  });
  return distinct(entries) as WordingAssessment[];
}
