import { stat } from "node:fs/promises";
import { join } from "node:path";

/** What is read where a folder or a pattern is given. */
const extensions = [
  "md",
  "markdown",
  "mdown",
  "mkd",
  "mdx",
  "txt",
  "text",
  "html",
  "htm",
  "xhtml",
  "astro",
  "cshtml",
  "ejs",
  "erb",
  "ftl",
  "hbs",
  "j2",
  "jinja",
  "jsp",
  "liquid",
  "mustache",
  "njk",
  "php",
  "svelte",
  "twig",
  "vue",
];

export interface Target {
  /** As it is shown: the name that was given. */
  file: string;
}

export interface Targets {
  files: string[];
  /** One line for each name that led to no file. */
  problems: { file: string; message: string }[];
}

const isPattern = (name: string): boolean => /[*?{}[\]!()]/.test(name);

async function kindOf(name: string): Promise<"file" | "folder" | null> {
  try {
    const about = await stat(name);
    return about.isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}

async function search(patterns: string[], options: { cwd?: string; dot: boolean }): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const found = await glob(patterns, {
    ...options,
    ignore: ["**/node_modules/**"],
    onlyFiles: true,
    expandDirectories: false,
  });
  return found.sort();
}

/**
 * The files that the user's names lead to, each once, in order. A name that is
 * a file is that file even where it reads like a pattern: app/[lang]/privacy.md.
 */
export async function findTargets(names: readonly string[]): Promise<Targets> {
  const files = new Set<string>();
  const problems: Targets["problems"] = [];
  for (const name of names) {
    const kind = name === "-" ? "file" : await kindOf(name);
    if (kind === "file") {
      files.add(name);
      continue;
    }
    if (kind === "folder") {
      const found = await search([`**/*.{${extensions.join(",")}}`], { cwd: name, dot: false });
      for (const file of found) files.add(join(name, file));
      if (found.length === 0)
        problems.push({ file: name, message: "no Markdown, HTML or text file in this folder; name a file" });
      continue;
    }
    if (!isPattern(name)) {
      // The reader of the file words why it is not there.
      files.add(name);
      continue;
    }
    const found = await search([name.replaceAll("\\", "/")], { dot: true });
    for (const file of found) files.add(file);
    if (found.length === 0) problems.push({ file: name, message: "no file matches this pattern" });
  }
  return { files: [...files], problems };
}
