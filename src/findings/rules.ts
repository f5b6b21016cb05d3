import type { Catalogue } from "../catalogue/types.js";
import { documentText } from "./texts.js";
import type { RuleInfo } from "./types.js";

/** The rule that speaks of the document as a whole: no policy, no language. */
export const documentRule = "policy";

const listed = new WeakMap<Catalogue, RuleInfo[]>();

/** Every rule of the catalogue in its order; a group stands where its first member does. */
export function listRules(catalogue: Catalogue): readonly RuleInfo[] {
  const known = listed.get(catalogue) ?? rulesOf(catalogue);
  listed.set(catalogue, known);
  return known;
}

function rulesOf(catalogue: Catalogue): RuleInfo[] {
  const rules = new Map<string, RuleInfo>();
  for (const requirement of catalogue.requirements) {
    const { id, title, description, law, group, fact } = requirement;
    if (group === undefined) {
      rules.set(id, { id, kind: "requirement", title, description, law, members: [id], fact: fact ?? null });
      continue;
    }
    const known = rules.get(group);
    if (known) {
      known.members.push(id);
      continue;
    }
    const definition = catalogue.groups.find((candidate) => candidate.id === group);
    if (!definition) throw new Error(`Group ${group} of requirement ${id} has no file.`);
    rules.set(group, {
      id: group,
      kind: "group",
      title: definition.title,
      description: definition.description,
      law: definition.law,
      members: [id],
      fact: null,
    });
  }
  for (const { id, title, description, law } of catalogue.wording) {
    rules.set(id, { id, kind: "wording", title, description, law, members: [], fact: null });
  }
  const { title, description } = documentText("en");
  rules.set(documentRule, {
    id: documentRule,
    kind: "document",
    title,
    description,
    law: [],
    members: [],
    fact: null,
  });
  return [...rules.values()];
}
