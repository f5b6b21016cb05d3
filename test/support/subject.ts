import type { Analysis } from "../../src/assess/index.js";
import type { Evidence, RequirementAssessment, WordingAssessment } from "../../src/assess/types.js";
import type { Catalogue, RequirementDefinition, WordingDefinition } from "../../src/catalogue/types.js";
import { locate } from "../../src/document/index.js";

const docs = { checks: "", "false-positives": "", "when-not": "", references: [] };

export function requirement(id: string, rest: Partial<RequirementDefinition> = {}): RequirementDefinition {
  return {
    id,
    title: `Title of ${id}`,
    description: `Requires ${id}.`,
    law: ["13(2)(a)", "14(2)(a)"],
    due: "always",
    severity: { none: "error", vague: "warning" },
    made: [],
    vague: [],
    anchor: [],
    messages: {
      en: {
        none: { what: `No mention of ${id}`, why: "Readers want it.", write: "Write it." },
        vague: { what: `Only vague: ${id}`, why: "Readers want it clear.", write: "Write it clearly." },
      },
    },
    docs,
    ...rest,
  };
}

export function wording(id: string, rest: Partial<WordingDefinition> = {}): WordingDefinition {
  return {
    id,
    title: `Title of ${id}`,
    description: `Disallows ${id}.`,
    law: ["12(1)"],
    severity: "warning",
    expects: "absence",
    finds: [],
    unless: [],
    anchor: [],
    messages: { en: { finding: { what: `Wording ${id}`, why: "It misleads.", write: "Delete it." } } },
    docs,
    ...rest,
  };
}

/** A catalogue of a few rules with made-up names, so that a test shows all that it rests on. */
export function smallCatalogue(rest: Partial<Catalogue> = {}): Catalogue {
  return {
    requirements: [
      requirement("opening-hours"),
      requirement("bread-right", { group: "bread-rights", title: "Right to bread" }),
      requirement("cake-right", { group: "bread-rights", title: "Right to cake" }),
      requirement("delivery", { due: "unknown", fact: "courier", law: ["13(1)(f)"] }),
      requirement("flour-source", { due: { when: [] as never }, law: ["14(2)(f)"] }),
    ],
    groups: [
      {
        id: "bread-rights",
        title: "Bread rights",
        description: "Requires each right to bread.",
        law: ["13(2)(b)", "14(2)(c)"],
        anchor: [],
        messages: {
          en: {
            none: { what: "No mention of: {names}", why: "Readers eat.", write: "Name each." },
            vague: { what: "Only hinted at: {names}", why: "Readers guess.", write: "Name each." },
          },
        },
        docs,
      },
    ],
    wording: [wording("stale-joke"), wording("baking-date", { expects: "presence" })],
    presets: [],
    document: { policy: [] as never, facts: [] },
    deaths: {},
    languages: ["en", "de"],
    ...rest,
  };
}

/** Evidence at the first place where the text stands. */
export function evidenceAt(source: string, text: string): Evidence {
  const start = source.indexOf(text);
  if (start === -1) throw new Error(`"${text}" does not stand in the source`);
  const end = start + text.length;
  const from = locate(source, start);
  const to = locate(source, end);
  return {
    clause: 0,
    section: "",
    range: [start, end],
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
    text: text.replace(/\s+/g, " "),
  };
}

interface Reading {
  status?: Analysis["assessment"]["status"];
  requirements?: Record<string, Partial<RequirementAssessment>>;
  /** Wording id -> the passage. */
  wording?: Record<string, string>;
}

/** An analysis written by hand: what is not said is made and due. */
export function analysisOf(source: string, catalogue: Catalogue, reading: Reading = {}): Analysis {
  const wordingFound: WordingAssessment[] = Object.entries(reading.wording ?? {}).map(([id, text]) => ({
    id,
    ...evidenceAt(source, text),
  }));
  return {
    document: {
      source,
      language: "en",
      languageFrom: "text",
      title: null,
      sections: [],
      blocks: [],
      sentences: [],
      frontMatter: {},
    },
    assessment: {
      status: reading.status ?? "assessed",
      language: "en",
      requirements: catalogue.requirements.map(({ id, law }) => ({
        id,
        law,
        disclosure: "made",
        stance: "does",
        due: "yes",
        dueBecause: null,
        evidence: [],
        ...reading.requirements?.[id],
      })),
      facts: [],
      wording: wordingFound,
    },
  };
}
