/** Says in words what a schema expects, for the messages of load.ts. */
import type { z } from "zod";

/** The part of zod's introspection that is read here. */
interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  entries?: Record<string, string>;
  values?: unknown[];
}

const definition = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

const WRAPPERS = new Set(["optional", "default", "nullable", "prefault", "readonly"]);

/** Optional and default are no part of what has to be written. */
function unwrap(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (WRAPPERS.has(definition(current).type)) {
    const inner = definition(current).innerType;
    if (inner === undefined) break;
    current = inner;
  }
  return current;
}

/** The schemas that a value has to fulfil one of, unions opened. */
function alternatives(schema: z.ZodType): z.ZodType[] {
  const plain = unwrap(schema);
  const { type, options } = definition(plain);
  return type === "union" && options !== undefined ? options.flatMap(alternatives) : [plain];
}

/** The schemas that may hold for the value at `path`, in a value of `schema`. */
export function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  let current = alternatives(schema);
  for (const key of path) {
    current = current.flatMap((candidate) => {
      const { type, element, shape, valueType } = definition(candidate);
      if (type === "array" && typeof key === "number" && element !== undefined) return alternatives(element);
      if (type === "record" && valueType !== undefined) return alternatives(valueType);
      if (type === "object" && shape !== undefined && Object.hasOwn(shape, key)) {
        return alternatives(shape[String(key)]!);
      }
      return [];
    });
  }
  return current;
}

/** The keys that an object at `path` may have. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return schemasAt(schema, path).flatMap((candidate) => Object.keys(definition(candidate).shape ?? {}));
}

/** "a list of phrases or a map"; null where nothing is known about the path. */
export function expectedAt(schema: z.ZodType, path: readonly PropertyKey[]): string | null {
  const nouns = [...new Set(schemasAt(schema, path).map(noun))];
  if (nouns.length === 0) return null;
  return nouns.length === 1 ? nouns[0]! : `${nouns.slice(0, -1).join(", ")} or ${nouns.at(-1)}`;
}

/** One word for an entry of a list, from the schema's title: "phrase". */
function title(schema: z.ZodType): string | null {
  const found = schema.meta()?.title;
  return found === undefined ? null : found;
}

function noun(schema: z.ZodType): string {
  const { type, element, entries, values } = definition(schema);
  const own = title(schema);
  if (own !== null) return `a ${own}`;
  switch (type) {
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "array": {
      const entry = element === undefined ? null : title(unwrap(element));
      return entry === null ? "a list" : `a list of ${entry}s`;
    }
    case "object":
    case "record":
      return "a map";
    case "enum":
      return `one of ${Object.values(entries ?? {}).join(", ")}`;
    case "literal":
      return (values ?? []).map((value) => `"${String(value)}"`).join(" or ");
    default:
      return "another value";
  }
}
