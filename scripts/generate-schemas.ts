/** The JSON Schemas of the data files, for editors; made from the checks of src/catalogue/schema.ts. */
import { z } from "zod";
import { config } from "../src/catalogue/schema.js";
import { DATA_FILES } from "../src/catalogue/source.js";

/** Path from the package's root -> content. */
export function schemaFiles(): Map<string, string> {
  const schemas: [string, z.ZodType][] = [
    ...Object.entries(DATA_FILES).map(([name, { schema }]): [string, z.ZodType] => [name, schema]),
    ["gdprlint", config],
  ];
  return new Map(
    schemas.map(([name, schema]) => {
      // "input": what a person may write, so that keys with a default may be left out.
      const json = z.toJSONSchema(schema, { io: "input" });
      return [`schemas/${name}.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}
