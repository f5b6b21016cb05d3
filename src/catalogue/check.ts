/** What no schema can say: the references from one data file to another. */
import { isProvided } from "./names.js";
import { didYouMean, type Problem } from "./problem.js";
import { config } from "./schema.js";
import { ruleIds, type Sources, stem } from "./source.js";
import type { Clause } from "./types.js";

type Path = readonly (string | number)[];

/** What can name the place of its parts. */
interface Place {
  problem(path: Path, what: string): Problem;
}

/** Every broken reference between data files, in the order of the files. */
export function checkReferences(sources: Sources): Problem[] {
  return [
    ...checkIds(sources),
    ...checkRequirements(sources),
    ...checkLanguages(sources),
    ...checkReferencePhrases(sources),
    ...checkExamples(sources),
    ...checkRuleNames(sources),
  ];
}

/** An id is the name of its file, and stands for one rule only. */
function checkIds(sources: Sources): Problem[] {
  const problems: Problem[] = [];
  for (const kind of ["requirements", "groups", "wording", "presets"] as const) {
    for (const { file, value, problem } of sources[kind]) {
      if (value.id !== stem(file)) {
        problems.push(problem(["id"], `expected "${stem(file)}", the name of the file, found "${value.id}"`));
      }
    }
  }
  const owner = new Map<string, string>();
  for (const { file, value, problem } of [...sources.requirements, ...sources.groups, ...sources.wording]) {
    const other = owner.get(value.id);
    if (other !== undefined) problems.push(problem(["id"], `"${value.id}" is already the id of ${other}`));
    owner.set(value.id, file);
  }
  const groups = sources.groups.map(({ value }) => value.id);
  for (const { value, problem } of sources.requirements) {
    if (value.group === undefined || groups.includes(value.group)) continue;
    problems.push(
      problem(["group"], `there is no rules/groups/${value.group}.yml${didYouMean(value.group, groups)}`),
    );
  }
  problems.push(...unique(sources.authorities?.value.authorities ?? [], sources.authorities, "authorities"));
  problems.push(...unique(sources.vendors?.value.vendors ?? [], sources.vendors, "vendors"));
  problems.push(...unique(sources.deadLaw?.value.entries ?? [], sources.deadLaw, "entries"));
  return problems;
}

function unique(entries: readonly { id: string }[], source: Place | null, key: string): Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return source === null ? [] : [source.problem([key, i, "id"], `the id "${id}" is given twice`)];
  });
}

/* ------------------------------------------------------------- concepts --- */

/** Every concept that a clause names, with the path below the clause. */
export function clauseConcepts(clause: Clause): { name: string; path: Path }[] {
  const listed = (["entity", "role-not", "heading", "not-heading", "except"] as const).flatMap((key) =>
    (clause[key] ?? []).map((name, i) => ({ name, path: [key, i] as Path })),
  );
  return [
    ...(clause.all ?? []).flatMap((choice, i) =>
      choice.split("|").map((name) => ({ name: name.trim(), path: ["all", i] as Path })),
    ),
    ...listed,
    ...(clause.near?.not ?? []).map((name, i) => ({ name, path: ["near", "not", i] as Path })),
    ...Object.entries(clause["at-least"] ?? {}).map(([count, name]) => ({ name, path: ["at-least", count] })),
  ];
}

function checkRequirements(sources: Sources): Problem[] {
  const known = Object.keys(sources.concepts?.value ?? {});
  const problems: Problem[] = [];

  const checkName = (source: Place, name: string, path: Path): void => {
    if (known.includes(name) || isProvided(name)) return;
    const what = `the concept "${name}" is not in rules/concepts.yml${didYouMean(name, known)}`;
    problems.push(source.problem(path, what));
  };
  const checkClauses = (source: Place, clauses: Clause[], path: Path): void => {
    for (const [i, clause] of clauses.entries()) {
      for (const used of clauseConcepts(clause)) checkName(source, used.name, [...path, i, ...used.path]);
    }
  };

  const facts = Object.keys(config.shape.facts.unwrap().shape);
  for (const source of sources.requirements) {
    const { due, fact, made, vague } = source.value;
    if (typeof due === "object") checkClauses(source, due.when, ["due", "when"]);
    checkClauses(source, made, ["made"]);
    checkClauses(source, vague, ["vague"]);
    if (fact !== undefined && !facts.includes(fact)) {
      problems.push(source.problem(["fact"], `expected one of ${facts.join(", ")}, found "${fact}"`));
    }
  }
  for (const source of sources.wording) {
    checkClauses(source, source.value.finds, ["finds"]);
    checkClauses(source, source.value.unless, ["unless"]);
  }
  for (const source of [...sources.requirements, ...sources.groups, ...sources.wording]) {
    for (const [i, name] of source.value.anchor.entries()) checkName(source, name, ["anchor", i]);
  }
  if (sources.document !== null) {
    const evidence = [...sources.requirements, ...sources.wording].map(({ value }) => value.id);
    checkClauses(sources.document, sources.document.value.policy, ["policy"]);
    for (const [i, fact] of sources.document.value.facts.entries()) {
      for (const [j, name] of fact.concepts.entries()) {
        checkName(sources.document, name, ["facts", i, "concepts", j]);
      }
      if (fact.evidence === undefined || evidence.includes(fact.evidence)) continue;
      const what = `there is no requirement or wording rule "${fact.evidence}"`;
      problems.push(
        sources.document.problem(["facts", i, "evidence"], what + didYouMean(fact.evidence, evidence)),
      );
    }
  }
  return problems;
}

/* ------------------------------------------------------------ languages --- */

function checkLanguages(sources: Sources): Problem[] {
  const known = sources.concepts?.value ?? {};
  const problems: Problem[] = [];
  for (const { file, value, problem } of sources.languages) {
    if (value.language !== stem(file)) {
      problems.push(
        problem(["language"], `expected "${stem(file)}", the name of the file, found "${value.language}"`),
      );
    }
    for (const name of Object.keys(value.concepts)) {
      if (name.startsWith("_") || Object.hasOwn(known, name)) continue;
      const hint = isProvided(name)
        ? "; the program finds it itself"
        : didYouMean(name, Object.keys(known)) || '; a building block of this file begins with "_"';
      problems.push(
        problem(["concepts", name], `the concept "${name}" is not in rules/concepts.yml${hint}`, "key"),
      );
    }
    for (const { text, path } of phrasesOf(value, [])) {
      for (const name of references(text)) {
        if (Object.hasOwn(value.concepts, name) || isProvided(name)) continue;
        problems.push(
          problem(
            path,
            `{${name}} is neither a concept of this file nor an entity${didYouMean(name, Object.keys(value.concepts))}`,
          ),
        );
      }
    }
  }
  return problems;
}

/** Every text in a value, with its path; in a language file all texts are phrases or words. */
function phrasesOf(value: unknown, path: Path): { text: string; path: Path }[] {
  if (typeof value === "string") return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((entry, i) => phrasesOf(entry, [...path, i]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => phrasesOf(entry, [...path, key]));
}

/** The names in braces of a phrase; an escaped brace is none. */
export function references(phrase: string): string[] {
  return [...phrase.matchAll(/\\.|\{([^{}]*)\}/g)].flatMap((match) =>
    match[1] === undefined ? [] : [match[1]],
  );
}

/** Reference data is the same in every language: its phrases may speak of nothing that a language defines. */
function checkReferencePhrases(sources: Sources): Problem[] {
  return [sources.authorities, sources.countries, sources.vendors, sources.deadLaw].flatMap((source) =>
    source === null
      ? []
      : phrasesOf(source.value, []).flatMap(({ text, path }) =>
          references(text)
            .filter((name) => !isProvided(name))
            .map((name) =>
              source.problem(path, `{${name}} is not an entity; reference data knows no concepts`),
            ),
        ),
  );
}

/* ---------------------------------------------------------------- rules --- */

function checkExamples(sources: Sources): Problem[] {
  const problems: Problem[] = [];
  const languages = sources.languages.map(({ value }) => value.language);
  for (const { file, value, problem } of sources.examples) {
    if (value.language !== stem(file)) {
      problems.push(
        problem(["language"], `expected "${stem(file)}", the name of the file, found "${value.language}"`),
      );
    } else if (!languages.includes(value.language)) {
      problems.push(problem(["language"], `there is no usable rules/languages/${value.language}.yml`));
    }
    for (const kind of ["requirements", "wording"] as const) {
      const known = sources[kind].map((rule) => rule.value.id);
      for (const id of Object.keys(value[kind])) {
        if (known.includes(id)) continue;
        problems.push(
          problem([kind, id], `there is no rules/${kind}/${id}.yml${didYouMean(id, known)}`, "key"),
        );
      }
    }
  }
  return problems;
}

function checkRuleNames(sources: Sources): Problem[] {
  const known = ruleIds(sources);
  const fault = (id: string) => `there is no rule "${id}"${didYouMean(id, known)}`;
  const problems: Problem[] = [];
  for (const { value, problem } of sources.presets) {
    for (const id of Object.keys(value.rules)) {
      if (!known.includes(id)) problems.push(problem(["rules", id], fault(id), "key"));
    }
  }
  for (const [article, { rules }] of Object.entries(sources.coverage?.value.articles ?? {})) {
    for (const [i, id] of (rules ?? []).entries()) {
      if (!known.includes(id))
        problems.push(sources.coverage!.problem(["articles", article, "rules", i], fault(id)));
    }
  }
  return problems;
}
