import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { TxtDocumentNode } from "@textlint/ast-node-types";
import { type Analysis, analyse } from "../assess/index.js";
import { loadLanguage, loadReference } from "../catalogue/data.js";
import { kindOf } from "../document/index.js";
import { noticeSubjects, type Sources, type Subject, subjectOf } from "../findings/index.js";
import {
  fileLayer,
  findConfigFile,
  type Layer,
  type ResolvedSettings,
  readConfigFile,
  readFrontMatter,
  resolveSettings,
  showProblem,
} from "../settings/index.js";
import { parseMarkdown } from "./parse.js";

/** What all rules need of a file: how it reads, or why it could not be read. */
export type Prepared = { subject: Subject } | { failure: string };

const prepared = new WeakMap<object, Promise<Prepared>>();

const sources: Sources = {
  models: (language) => loadLanguage(language).models,
  deadLaw: () => loadReference().deadLaw,
};

/** Hands a file's reading to the rules before they ask for it. */
export function provide(document: object, subject: Subject): void {
  prepared.set(document, Promise.resolve({ subject }));
}

/** One analysis, whatever its settings came from. */
export async function analyseWith(
  source: string,
  filePath: string | undefined,
  settings: ResolvedSettings,
  ast?: TxtDocumentNode,
): Promise<Analysis> {
  const needsTree = ast === undefined && kindOf(filePath ?? "", source) === "markdown";
  const tree = needsTree ? await parseMarkdown(source) : ast;
  return analyse(source, {
    ...(filePath === undefined ? {} : { filePath }),
    ...(tree === undefined ? {} : { ast: tree }),
    settings: {
      facts: settings.facts,
      ...(settings.language === null ? {} : { language: settings.language }),
      ...(settings.asOf === null ? {} : { asOf: settings.asOf }),
    },
  });
}

/** A file as it is read on its own or with the other files of its notice. */
export async function subjectWith(
  analysis: Analysis,
  filePath: string | undefined,
  settings: ResolvedSettings,
): Promise<Subject> {
  const own = filePath === undefined ? -1 : settings.notice.indexOf(resolve(filePath));
  if (own === -1) return subjectOf(analysis, sources);
  const analyses = await Promise.all(
    settings.notice.map((path, index) =>
      index === own ? analysis : analyseWith(readFileSync(path, "utf8"), path, settings),
    ),
  );
  return noticeSubjects(analyses, sources)[own]!;
}

async function prepare(
  ast: TxtDocumentNode,
  source: string,
  filePath: string | undefined,
  configBaseDir: string | undefined,
): Promise<Prepared> {
  const layers: (Layer & { base?: string })[] = [];
  const folder = configBaseDir ?? process.cwd();
  const path = findConfigFile(folder, false);
  if (path !== null) {
    const shown = relative(process.cwd(), path);
    const { values, problems } = await readConfigFile(path, shown);
    if (problems[0]) return { failure: showProblem(problems[0]) };
    layers.push({ ...fileLayer(path, shown, values) });
  }
  const frontMatter = await readFrontMatter(source, "front matter");
  if (frontMatter.problems[0]) return { failure: showProblem(frontMatter.problems[0]) };
  if (frontMatter.layer)
    layers.push({ ...frontMatter.layer, base: filePath === undefined ? folder : dirname(filePath) });
  const settings = resolveSettings(layers, { preset: "" });
  const analysis = await analyseWith(source, filePath, settings, ast);
  return { subject: await subjectWith(analysis, filePath, settings) };
}

/**
 * The reading of a file, worked out once for all rules. A rule must never
 * throw, since that ends the run for all files: what fails is told instead.
 */
export function prepareOnce(
  ast: TxtDocumentNode,
  source: string,
  filePath: string | undefined,
  configBaseDir: string | undefined,
): Promise<Prepared> {
  let known = prepared.get(ast);
  if (!known) {
    known = prepare(ast, source, filePath, configBaseDir).catch((error: unknown) => ({
      failure: `gdprlint could not read this text: ${error instanceof Error ? error.message : String(error)}`,
    }));
    prepared.set(ast, known);
  }
  return known;
}
