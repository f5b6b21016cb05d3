/**
 * The form of every data file of the project, written once: the TypeScript
 * types (types.ts), the JSON Schemas for editors (schemas/) and the checks at
 * load (load.ts) all come from here. Only build scripts, tests and the reading
 * of a user's own YAML load this module; a run reads compiled data.
 */
import { z } from "zod";

const id = z.string().regex(/^_?[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "a lower-case name with hyphens");

const phrase = z
  .string()
  .min(1)
  .meta({ title: "phrase", description: "A phrase in the phrase language of docs/phrases.md" });

const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

/* ------------------------------------------------------------- clauses --- */

export const scope = z.enum(["sentence", "item", "row", "passage", "block", "list", "section", "document"]);

export const clause = z
  .strictObject({
    in: oneOrMore(scope)
      .default("sentence")
      .describe(
        "How much text is read together: sentence; item (a list item with its lead-in); row (a table row with its column heads); passage (the sentence and the next); block (a paragraph); list (a lead-in with all its items); section (the blocks under one heading, heading included); document",
      ),
    all: z
      .array(z.string().regex(/^[a-z0-9-]+( *\| *[a-z0-9-]+)*$/, 'a concept, or several with "|"'))
      .optional()
      .describe('Concepts that must all occur; "a | b" is one of them'),
    entity: z.array(id).optional().describe("One of these entities or concepts must occur in its own role"),
    "role-not": z
      .array(id)
      .optional()
      .describe(
        "The entity does not count where one of these concepts stands in its sentence or in a heading above",
      ),
    within: z.number().int().positive().optional().describe("Words from the first to the last"),
    order: z.boolean().default(false).describe("They must come in the order in which they are listed"),
    by: z
      .enum(["reader", "us", "other", "any"])
      .default("any")
      .describe("Who acts: the nearest actor before the first concept; no actor at all also passes"),
    heading: z.array(id).optional().describe("Some heading above speaks of one of these concepts"),
    "not-heading": z.array(id).optional().describe("No heading above speaks of one of these"),
    except: z.array(id).optional().describe("None of these in the same scope"),
    near: z
      .strictObject({ not: z.array(id).min(1), within: z.number().int().positive() })
      .optional()
      .describe("None of these within so many words of what was found"),
    denied: z
      .enum(["fails", "counts", "only"])
      .default("fails")
      .describe(
        "Under negation the clause fails, counts all the same (stance does-not), or only counts then",
      ),
    "given-to": z
      .enum(["everyone", "any"])
      .default("everyone")
      .describe("everyone: not said to one state's residents, parents or a vendor's own users only"),
    "at-least": z
      .record(z.string().regex(/^[1-9][0-9]*$/), id)
      .optional()
      .describe("So many different expressions of a concept: {3: data-kind}"),
  })
  .refine((c) => c.all || c.entity || c["at-least"], {
    message: "a clause needs all, entity or at-least",
  });

/* -------------------------------------------------------- requirements --- */

export const severity = z.enum(["error", "warning", "info"]);
const severityOrOff = z.enum(["error", "warning", "info", "off"]);

const law = z
  .array(z.string().regex(/^\d+(\(\d+[a-z]?\))*(\([a-z]\))?$/, "an article of the GDPR, as 13(2)(a)"))
  .min(1);

const message = z.strictObject({
  what: z.string().describe("What is missing or found, one clause without a full stop"),
  why: z.string().describe("Why it matters to the reader of the policy; one sentence"),
  write: z.string().describe("What to write; one sentence"),
});

const docs = z.strictObject({
  checks: z.string().describe("What it checks and what is enough"),
  "false-positives": z.string(),
  "when-not": z.string().describe("When not to use it"),
  references: z.array(z.string()).default([]),
});

export const requirement = z.strictObject({
  id,
  title: z.string(),
  description: z.string().regex(/^Requires .*\.$/, 'one sentence that begins with "Requires"'),
  law,
  group: id
    .optional()
    .describe("Requirements of one group are reported together, as one finding of that rule"),
  due: z
    .union([z.literal("always"), z.literal("unknown"), z.strictObject({ when: z.array(clause).min(1) })])
    .describe(
      "always; unknown (until the facts file says); or when the text itself says so. An unknown duty may still carry when clauses",
    ),
  fact: id.optional().describe("The key of gdprlint.yml that says whether the duty is due"),
  severity: z.strictObject({ none: severity, vague: severityOrOff }),
  made: z.array(clause).min(1),
  vague: z.array(clause).default([]),
  anchor: z.array(id).default([]).describe("Headings at which a missing disclosure is reported, best first"),
  messages: z.record(z.string(), z.strictObject({ none: message, vague: message.optional() })),
  docs,
});

export const group = z
  .strictObject({
    id,
    title: z.string(),
    description: z.string().regex(/^Requires .*\.$/),
    law,
    anchor: z.array(id).default([]),
    messages: z
      .record(z.string(), z.strictObject({ none: message, vague: message }))
      .describe("{names} in what stands for the titles of the members concerned"),
    docs,
  })
  .describe("Requirements that are reported together, as one finding of one rule");

export const wording = z.strictObject({
  id,
  title: z.string(),
  description: z.string().regex(/^(Disallows|Requires) .*\.$/),
  law,
  severity,
  expects: z
    .enum(["absence", "presence"])
    .default("absence")
    .describe("absence: what is found is the finding; presence: its absence is"),
  finds: z.array(clause).min(1),
  unless: z
    .array(clause)
    .default([])
    .describe("Where one of these holds anywhere in the document, nothing is found"),
  anchor: z.array(id).default([]),
  messages: z.record(z.string(), z.strictObject({ finding: message })),
  docs,
});

/* ------------------------------------------------------------ concepts --- */

export const concepts = z
  .record(id, z.string().min(1))
  .describe("Every concept that a language file may speak of -> what a reader learns from it");

/* ------------------------------------------------------------ language --- */

export const conceptPhrases = z.union([
  z.array(phrase).min(1),
  z.strictObject({
    phrases: z.array(phrase).min(1),
    not: z.array(phrase).default([]).describe("A match that overlaps one of these is none"),
  }),
]);

export const language = z.strictObject({
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .describe("ISO 639-1"),
  name: z.string(),
  "fold-diacritics": z.boolean().default(false),
  abbreviations: z
    .array(z.string())
    .describe(
      'With their full stops inside, without the last: e.g, z.B, art; "*str" is any word that ends so',
    ),
  numbers: z.record(z.string(), z.number()).describe("Number words -> their value"),
  units: z.strictObject({
    hour: z.array(phrase),
    day: z.array(phrase),
    week: z.array(phrase),
    month: z.array(phrase),
    year: z.array(phrase),
  }),
  months: z.array(z.array(z.string()).min(1)).length(12),
  streets: z.array(phrase).describe("Words that mark a street in a postal address: street, *straße, rue"),
  actors: z.strictObject({
    us: z.array(phrase).describe("Who runs the service: we, our company, the controller"),
    reader: z.array(phrase).describe("Who reads: you, users, data subjects"),
    other: z.array(phrase).describe("Third parties that act: advertisers, partners, Google"),
  }),
  negation: z.strictObject({
    phrases: z.array(phrase),
    before: z.number().int().nonnegative().describe("Words that a negation reaches forward"),
    after: z.number().int().nonnegative().describe("Words that a negation reaches backward"),
  }),
  "clause-boundaries": z.array(phrase).describe("Words that end the reach of a negation and of an actor"),
  audiences: z.array(phrase).describe("Audiences that are not everyone: California residents, parents"),
  concepts: z.record(id, conceptPhrases),
});

/* ------------------------------------------------------------ examples --- */

const example = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    evidence: z.string().optional().describe("Text that the first evidence must hold"),
    facts: z.record(z.string(), z.string()).optional(),
  }),
]);

export const examples = z.strictObject({
  language: z.string(),
  requirements: z.record(
    id,
    z.strictObject({
      good: z.array(example).min(2).describe("The first one is the model sentence of the rule's message"),
      vague: z.array(example).default([]),
      bad: z.array(example).min(2),
    }),
  ),
  wording: z.record(id, z.strictObject({ good: z.array(example).min(2), bad: z.array(example).min(2) })),
});

/* ----------------------------------------------------------- reference --- */

const domain = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a date as 2020-07-16");

export const authorities = z.strictObject({
  authorities: z.array(
    z.strictObject({
      id,
      country: z.string().regex(/^[A-Z]{2}$/),
      region: z.string().optional(),
      names: z
        .array(z.string())
        .min(1)
        .describe("Names as written, own languages first, English too; inflected forms as phrases"),
      acronyms: z.array(z.string()).default([]).describe("Case counts"),
      domains: z.array(domain).default([]),
      note: z.string().optional(),
    }),
  ),
});

export const countries = z.strictObject({
  eea: z.array(z.string().length(2)),
  adequate: z.array(z.strictObject({ code: z.string().length(2), since: date, note: z.string().optional() })),
  aliases: z
    .record(z.string().length(2), z.array(phrase))
    .describe(
      "Country code -> further names, in the phrase language: =US, =USA, u.s. Names in each language come from the CLDR",
    ),
  ambiguous: z
    .array(z.string().length(2))
    .default([])
    .describe("Codes whose name is too often something else (Jersey, Georgia) to count on its own"),
});

export const legalForms = z.strictObject({
  forms: z.array(
    z.strictObject({
      form: z.string().describe("As written behind (or before) the name: GmbH & Co. KG"),
      countries: z.array(z.string()),
      position: z.enum(["after", "before", "either"]).default("after"),
      kind: z.enum(["company", "association", "foundation", "public-body"]).default("company"),
    }),
  ),
});

export const vendors = z.strictObject({
  vendors: z.array(
    z.strictObject({
      id,
      names: z.array(phrase).min(1).describe("In the phrase language; =Stripe where case matters"),
      country: z.string().length(2).describe("Where its parent sits"),
      eea: z.string().optional().describe("The EEA company that contracts with European customers"),
      service: z.string().describe("What it does: analytics, hosting, payment, e-mail, ..."),
      category: z.enum([
        "advertising",
        "analytics",
        "authentication",
        "cloud",
        "content",
        "crm",
        "email",
        "fonts-and-assets",
        "hosting",
        "logistics",
        "maps",
        "monitoring",
        "payment",
        "security",
        "social",
        "support",
        "survey",
        "video",
      ]),
    }),
  ),
});

export const deadLaw = z.strictObject({
  entries: z.array(
    z.strictObject({
      id,
      names: z.array(phrase).min(1).describe("In the phrase language, every language in which it is written"),
      died: date,
      replaced: z.string().describe("What holds now"),
      note: z.string().optional(),
      languages: z.array(z.string()).optional().describe("Only in texts of these languages"),
    }),
  ),
});

/* ------------------------------------------------- the text as a whole --- */

export const documentRules = z.strictObject({
  policy: z.array(clause).min(1).describe("A text is a privacy policy where one of these holds"),
  facts: z.array(
    z.strictObject({
      type: z.enum(["recipient", "period", "country", "purpose", "basis", "data", "authority", "date"]),
      concepts: z.array(id).min(1),
      evidence: id.optional().describe("Only where the evidence of this requirement or wording rule stands"),
    }),
  ),
});

/* ------------------------------------------------- presets and coverage --- */

export const preset = z.strictObject({
  id,
  description: z.string(),
  article: z.enum(["13", "14", "both"]).default("both").describe("Which article's duties are due"),
  unknown: z
    .enum(["silent", "info"])
    .default("silent")
    .describe("A duty of which nobody says whether it is due"),
  rules: z.record(id, severityOrOff.or(z.literal("default"))),
});

export const coverage = z.strictObject({
  articles: z.record(
    z.string(),
    z.strictObject({
      says: z.string(),
      rules: z.array(id).optional(),
      "not-checked": z.string().optional().describe("Why no rule can check it"),
    }),
  ),
});

/* ---------------------------------------------------------- gdprlint.yml --- */

export const config = z.strictObject({
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "a language code of two letters, as de")
    .optional(),
  preset: z.string().optional(),
  "as-of": date.optional().describe("The day on which the policy is read; dead law is counted as of then"),
  notice: z.array(z.string()).optional().describe("Files that are read as one notice"),
  facts: z
    .strictObject({
      dpo: z.enum(["none", "exists"]).optional(),
      transfers: z.enum(["none", "exists"]).optional(),
      representative: z.enum(["none", "exists"]).optional(),
      "automated-decisions": z.enum(["none", "exists"]).optional(),
      "other-sources": z.enum(["none", "exists"]).optional(),
    })
    .optional()
    .describe("What the text cannot say about the controller"),
});
