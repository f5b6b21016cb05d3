import { existsSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";

/** The nearest folder upwards that git keeps, else `folder` itself. */
export function repositoryRoot(folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return resolve(folder);
  }
}

/**
 * A file's path from the root, with forward slashes; absolute where the file
 * lies elsewhere. A name in angle brackets ("<stdin>") is no file and stays.
 * @param folder the folder from which `file` is named
 */
export function pathFromRoot(root: string, folder: string, file: string): string {
  if (file.startsWith("<")) return file;
  const absolute = resolve(folder, file);
  const below = relative(root, absolute);
  const outside = below === "" || /^\.\.(?:[\\/]|$)/.test(below) || isAbsolute(below);
  return (outside ? absolute : below).replaceAll("\\", "/");
}
