/** Text in, assessment out: the one analysis that serves rules, reports and the command. */
import type { TxtDocumentNode } from "@textlint/ast-node-types";
import { loadCatalogue, loadLanguage, loadLexiconData } from "../catalogue/data.js";
import type { Catalogue } from "../catalogue/types.js";
import { readDocument } from "../document/index.js";
import type { PolicyDocument, Range, Section } from "../document/types.js";
import { type CompiledLexicon, type Lexicon, lexiconFrom } from "../lexicon/index.js";
import { assess } from "./assess.js";
import { completeSettings, type Settings } from "./settings.js";
import type { Assessment, RequirementAssessment } from "./types.js";

export { assess } from "./assess.js";
export { completeSettings, type Settings } from "./settings.js";
export type * from "./types.js";

export interface Analysis {
  document: PolicyDocument;
  assessment: Assessment;
}

const lexicons = new Map<string, Lexicon>();

function lexiconOf(language: string): Lexicon {
  let lexicon = lexicons.get(language);
  if (!lexicon) {
    lexicon = lexiconFrom(loadLexiconData<CompiledLexicon>(language));
    lexicons.set(language, lexicon);
  }
  return lexicon;
}

/**
 * Reads and assesses one policy.
 * @param source the text as it stands in the file; ranges count in it
 * @param options.ast needed for Markdown only
 * @throws where the compiled rule data is missing, or Markdown comes without its AST
 */
export function analyse(
  source: string,
  options: { filePath?: string; ast?: TxtDocumentNode; settings?: Partial<Settings> } = {},
): Analysis {
  const catalogue = loadCatalogue();
  const settings = completeSettings(options.settings);
  const document = readDocument(source, {
    ...(options.filePath === undefined ? {} : { filePath: options.filePath }),
    ...(options.ast === undefined ? {} : { ast: options.ast }),
    ...(settings.language === undefined ? {} : { language: settings.language }),
    supported: catalogue.languages,
    abbreviations: (language) =>
      catalogue.languages.includes(language) ? loadLanguage(language).abbreviations : [],
  });
  const { language } = document;
  const assessment =
    language !== null && catalogue.languages.includes(language)
      ? assess(document, catalogue, lexiconOf(language), settings)
      : unsupported(catalogue, language);
  return { document, assessment };
}

function unsupported(catalogue: Catalogue, language: string | null): Assessment {
  return {
    status: "unsupported-language",
    language,
    requirements: unassessed(catalogue),
    facts: [],
    wording: [],
  };
}

/** Every requirement of a text that nobody could read. */
export function unassessed({ requirements }: Catalogue): RequirementAssessment[] {
  return requirements.map(({ id, law }) => ({
    id,
    law: [...law],
    disclosure: "unassessed",
    stance: "does",
    due: "unknown",
    dueBecause: null,
    evidence: [],
  }));
}

/**
 * Where something that is missing belongs: the first heading that speaks of one
 * of the concepts (best concept first), else the title, else the first text.
 * Returns [0, 0] for an empty document.
 */
export function findAnchor({ document }: Analysis, concepts: readonly string[]): Range {
  const headings = document.sections.flatMap(({ heading }) => (heading && !heading.chrome ? [heading] : []));
  const lexicon = document.language === null ? null : lexicons.get(document.language);
  if (lexicon) {
    const spoken = headings.map((heading) => ({
      heading,
      concepts: new Set(heading.sentences.flatMap((sentence) => [...lexicon.find(sentence.tokens).keys()])),
    }));
    for (const concept of concepts) {
      const found = spoken.find(
        (entry) => entry.concepts.has(concept) && !entry.concepts.has("limited-audience"),
      );
      if (found) return textRange(found.heading.section);
    }
  }
  const first =
    document.title ?? headings[0] ?? document.blocks.find((block) => !block.chrome) ?? document.blocks[0];
  return first ? rangeOf(first.sentences, first.range) : [0, 0];
}

const textRange = (section: Section): Range => rangeOf(section.heading!.sentences, section.heading!.range);

const rangeOf = (sentences: readonly { range: Range }[], fallback: Range): Range =>
  sentences.length === 0 ? fallback : [sentences[0]!.range[0], sentences.at(-1)!.range[1]];
