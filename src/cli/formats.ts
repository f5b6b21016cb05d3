import { appendFileSync } from "node:fs";
import type { Catalogue } from "../catalogue/types.js";
import {
  type FileReport,
  githubCommands,
  gitlabReport,
  markdownSummary,
  sarifFindings,
  sarifLog,
  sarifRules,
} from "../report/index.js";
import { pathFromRoot, repositoryRoot } from "../repository.js";
import { packageVersion } from "../settings/index.js";
import type { Linted } from "./lint.js";

export interface FormatContext {
  catalogue: Catalogue;
  /** Folder from which the files are named. */
  folder: string;
  quiet: boolean;
}

type Format = (files: readonly FileReport[], context: FormatContext) => string;

/** What GitHub Actions shows on the page of the job; the runner names the file. */
function writeJobSummary(files: readonly FileReport[], { catalogue }: FormatContext): void {
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) appendFileSync(summary, `${markdownSummary(files, catalogue)}\n`);
}

/** Formats for other programs that need more than textlint's results hold; the rest are textlint's. */
const ownFormats: Record<string, Format> = {
  github: (files, context) => {
    writeJobSummary(files, context);
    return githubCommands(files);
  },
  gitlab: (files) => `${JSON.stringify(gitlabReport(files), null, 2)}\n`,
  sarif: (files, { catalogue }) => {
    const version = packageVersion();
    const unread = files.flatMap((read) => ("error" in read ? [read] : []));
    const log = sarifLog(version, sarifRules(catalogue, version), sarifFindings(files), unread);
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

export const ownFormatNames: readonly string[] = Object.keys(ownFormats);

/** The output of one of `ownFormatNames`; files are named from the root of the repository. */
export function ownFormat(name: string, files: readonly Linted[], context: FormatContext): string {
  const root = repositoryRoot(context.folder);
  const shown = files.map((read): FileReport => {
    const file = pathFromRoot(root, context.folder, read.file);
    if ("error" in read) return { file, error: read.error };
    const findings = read.findings.filter(({ severity }) => !context.quiet || severity === "error");
    return { file, subject: read.subject, findings };
  });
  return ownFormats[name]!(shown, context);
}
