import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../", import.meta.url));
const pages = ["README.md", "CONTRIBUTING.md"].filter((page) => existsSync(`${root}${page}`));

/** Lines of the sh blocks, each with the exit code that a comment "# exits N" states. */
function commandsOf(page: string): { command: string; status: number }[] {
  const text = readFileSync(`${root}${page}`, "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block]) => block!.trim().split("\n"))
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => ({
      command: line.replace(/\s+#.*$/, ""),
      status: Number(/#\s*exits (\d)/.exec(line)?.[1] ?? 0),
    }));
}

describe.each(pages)("%s", (page) => {
  for (const { command, status } of commandsOf(page)) {
    test(`"${command}" ends with ${status}`, () => {
      const run = spawnSync("bash", ["-c", command], { cwd: root, encoding: "utf8" });
      expect(run.status, run.stdout + run.stderr).toBe(status);
    });
  }

  test("links to files that are there", () => {
    const links = [...readFileSync(`${root}${page}`, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(
      ([, link]) => link!,
    );
    expect(links.filter((link) => !existsSync(`${root}${link}`))).toEqual([]);
  });
});
