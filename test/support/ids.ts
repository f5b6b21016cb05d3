import { readdirSync, readFileSync } from "node:fs";

const rules = new URL("../../rules/", import.meta.url);

/** Ids of all requirement, group and wording rules, from the names of their files. */
export function listIds(): string[] {
  return ["requirements", "groups", "wording"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, rules))
      .filter((file) => file.endsWith(".yml"))
      .map((file) => file.replace(/\.yml$/, "")),
  );
}

/** The keys of the facts file, some of which are called like the requirement. */
export function factKeys(): string[] {
  return readdirSync(new URL("requirements/", rules)).flatMap((file) => {
    const key = /^fact: *(\S+)/m.exec(readFileSync(new URL(`requirements/${file}`, rules), "utf8"))?.[1];
    return key === undefined ? [] : [key];
  });
}
