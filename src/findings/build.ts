import { findAnchor } from "../assess/index.js";
import type { Evidence } from "../assess/types.js";
import type { Catalogue, RequirementDefinition, Severity } from "../catalogue/types.js";
import type { Range } from "../document/types.js";
import { citedArticle, docsUrlOf, fingerprint, inReadingOrder, messageOf } from "./compose.js";
import { defaultOptions } from "./options.js";
import { documentRule, listRules } from "./rules.js";
import { documentText, texts } from "./texts.js";
import type {
  Finding,
  FindingKind,
  FindingText,
  NoticeRequirement,
  Profile,
  RuleInfo,
  RuleOptions,
  Subject,
} from "./types.js";

export interface FindingContext {
  catalogue: Catalogue;
  profile: Profile;
  /** Of the messages, not of the policy. */
  locale: string;
  /** Of this package; the address of a rule's page names it. */
  version: string;
}

interface Draft {
  kind: FindingKind;
  requirements: string[];
  law: string[];
  severity: Severity;
  range: Range;
  text: Omit<FindingText, "article">;
  /** What makes the finding the same one in another version of the text. */
  marks: string[];
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

const gravest = (severities: Severity[]): Severity =>
  severities.reduce((a, b) => (rank[b] < rank[a] ? b : a));

const isSide = (law: string, side: "13" | "14"): boolean => law.startsWith(`${side}(`);

/** Whether the articles of a requirement belong to the side that the preset asks for. */
function belongs(definition: RequirementDefinition, article: Profile["article"]): boolean {
  if (article === "both") return true;
  const sided = definition.law.filter((law) => isSide(law, "13") || isSide(law, "14"));
  return sided.length === 0 || sided.some((law) => isSide(law, article));
}

/** A duty of Art. 14 alone is due whatever the text says, where the notice is one under Art. 14. */
function dueUnder(
  definition: RequirementDefinition,
  requirement: NoticeRequirement,
  options: RuleOptions,
  article: Profile["article"],
): NoticeRequirement["due"] {
  if (!belongs(definition, article)) return "no";
  if (options.fact !== null) return options.fact === "exists" ? "yes" : "no";
  if (requirement.due === "no") return "no";
  if (article === "14" && !definition.law.some((law) => isSide(law, "13"))) return "yes";
  return requirement.due;
}

const anchors = new WeakMap<Subject, Map<string, Range>>();

function anchorOf(subject: Subject, concepts: readonly string[]): Range {
  const known = anchors.get(subject) ?? new Map<string, Range>();
  anchors.set(subject, known);
  const key = concepts.join();
  const range = known.get(key) ?? findRange(subject, concepts);
  known.set(key, range);
  return range;
}

/** The range of a place in the text that is never empty, so that comments can enclose it. */
function findRange(subject: Subject, concepts: readonly string[]): Range {
  const [start, end] = findAnchor(subject.analysis, [...concepts]);
  if (end > start) return [start, end];
  const length = subject.analysis.document.source.length;
  return start < length ? [start, start + 1] : [Math.max(0, length - 1), length];
}

type State =
  | { kind: "none" | "unknown"; severity: Severity }
  | { kind: "vague" | "unknown"; severity: Severity; evidence: Evidence };

/** What there is to say about one requirement, null where nothing. */
function stateOf(
  definition: RequirementDefinition,
  subject: Subject,
  options: RuleOptions,
  profile: Profile,
): State | null {
  const requirement = subject.requirements.get(definition.id);
  if (!requirement?.reportedHere) return null;
  const { disclosure } = requirement;
  if (disclosure !== "none" && disclosure !== "vague") return null;
  const due = dueUnder(definition, requirement, options, profile.article);
  if (due === "no" || (due === "unknown" && profile.unknown === "silent")) return null;
  if (disclosure === "none") {
    return due === "yes"
      ? { kind: "none", severity: definition.severity.none }
      : { kind: "unknown", severity: "info" };
  }
  const level = definition.severity.vague;
  const evidence = requirement.evidence.find(({ text }) => !options.allowed(text));
  if (!options.vague || level === "off" || evidence === undefined) return null;
  return due === "yes"
    ? { kind: "vague", severity: level, evidence }
    : { kind: "unknown", severity: "info", evidence };
}

function becauseOf(subject: Subject, id: string): FindingText["because"] {
  const because = subject.requirements.get(id)?.dueBecause ?? null;
  if (because === null || "fact" in because) return because;
  return { line: because.line, passage: because.text };
}

const messagesIn = <T>(messages: Record<string, T>, locale: string): T => {
  const found = messages[locale] ?? messages.en;
  if (found === undefined) throw new Error("A rule has no English message.");
  return found;
};

function requirementDraft(
  rule: RuleInfo,
  subject: Subject,
  options: RuleOptions,
  context: FindingContext,
): Draft[] {
  const definition = context.catalogue.requirements.find(({ id }) => id === rule.id)!;
  const state = stateOf(definition, subject, options, context.profile);
  if (state === null) return [];
  const messages = messagesIn(definition.messages, context.locale);
  const evidence = "evidence" in state ? state.evidence : null;
  const message = evidence === null ? messages.none : (messages.vague ?? messages.none);
  const hint =
    state.kind === "unknown" && definition.fact !== undefined
      ? ` ${texts(context.locale).fact(definition.fact)}`
      : "";
  return [
    {
      kind: state.kind,
      requirements: [definition.id],
      law: definition.law,
      severity: state.severity,
      range: evidence?.range ?? anchorOf(subject, definition.anchor),
      text: {
        what: message.what,
        passage: evidence?.text ?? null,
        why: message.why,
        write: message.write + hint,
        model: subject.model(definition.id),
        because: becauseOf(subject, definition.id),
      },
      marks: [definition.id],
    },
  ];
}

const lowerFirst = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** One finding for all members that are missing, and one for those that are only vague. */
function groupDrafts(
  rule: RuleInfo,
  subject: Subject,
  options: RuleOptions,
  context: FindingContext,
): Draft[] {
  const { catalogue, locale, profile } = context;
  const group = catalogue.groups.find(({ id }) => id === rule.id)!;
  const members = catalogue.requirements.filter(
    ({ id }) => rule.members.includes(id) && !options.waive.includes(id),
  );
  const states = members.flatMap((definition) => {
    const state = stateOf(definition, subject, options, profile);
    return state ? [{ definition, state }] : [];
  });
  const messages = messagesIn(group.messages, locale);
  const draftOf = (kind: "none" | "vague", concerned: typeof states): Draft[] => {
    const first = concerned[0];
    if (first === undefined) return [];
    const evidence = "evidence" in first.state ? first.state.evidence : null;
    const names = concerned.map(({ definition }) => lowerFirst(definition.title)).join(", ");
    return [
      {
        kind,
        requirements: concerned.map(({ definition }) => definition.id),
        law: group.law,
        severity: gravest(concerned.map(({ state }) => state.severity)),
        range: evidence?.range ?? anchorOf(subject, group.anchor),
        text: {
          what: messages[kind].what.replace("{names}", names),
          passage: evidence?.text ?? null,
          why: messages[kind].why,
          write: messages[kind].write,
          model:
            concerned.length === 1
              ? subject.model(first.definition.id)
              : (subject.model(group.id) ?? subject.model(first.definition.id)),
          because: null,
        },
        marks: concerned.map(({ definition }) => definition.id),
      },
    ];
  };
  return [
    ...draftOf(
      "none",
      states.filter(({ state }) => !("evidence" in state)),
    ),
    ...draftOf(
      "vague",
      states.filter(({ state }) => "evidence" in state),
    ),
  ];
}

function withSuccessor(
  write: string,
  value: string | undefined,
  subject: Subject,
  { locale }: FindingContext,
): string {
  const successor = value === undefined ? null : subject.successor(value);
  return successor === null ? write : `${write} ${texts(locale).successor(successor)}`;
}

function wordingDrafts(
  rule: RuleInfo,
  subject: Subject,
  options: RuleOptions,
  context: FindingContext,
): Draft[] {
  const definition = context.catalogue.wording.find(({ id }) => id === rule.id)!;
  const message = messagesIn(definition.messages, context.locale).finding;
  const found = subject.analysis.assessment.wording.filter(({ id }) => id === rule.id);
  const { law, severity } = definition;
  const { what, why, write } = message;
  if (definition.expects === "presence") {
    if (found.length > 0 || subject.wordingElsewhere.has(rule.id) || !subject.leads) return [];
    const text = { what, passage: null, why, write, model: subject.model(rule.id), because: null };
    const range = anchorOf(subject, definition.anchor);
    return [{ kind: "wording", requirements: [], law, severity, range, text, marks: [rule.id] }];
  }
  return found
    .filter(({ text }) => !options.allowed(text))
    .map((occurrence) => ({
      kind: "wording" as const,
      requirements: [],
      law,
      severity,
      range: occurrence.range,
      text: {
        what,
        passage: occurrence.text,
        why,
        write: withSuccessor(write, occurrence.value, subject, context),
        model: null,
        because: null,
      },
      marks: [rule.id],
    }));
}

function documentDrafts(subject: Subject, { catalogue, locale }: FindingContext): Draft[] {
  const { notAPolicy, unsupported } = documentText(locale);
  const range = anchorOf(subject, []);
  const common = { kind: "document" as const, requirements: [], law: [], range, marks: [documentRule] };
  switch (subject.status) {
    case "assessed":
      return [];
    case "not-a-policy":
      return [
        { ...common, severity: "info", text: { ...notAPolicy, passage: null, model: null, because: null } },
      ];
    case "unsupported-language":
      return [
        {
          ...common,
          severity: "error",
          text: {
            what: unsupported.what(subject.analysis.assessment.language),
            passage: null,
            why: unsupported.why,
            write: unsupported.write(catalogue.languages),
            model: null,
            because: null,
          },
        },
      ];
  }
}

function draftsOf(rule: RuleInfo, subject: Subject, options: RuleOptions, context: FindingContext): Draft[] {
  if (rule.kind === "document") return documentDrafts(subject, context);
  if (subject.status !== "assessed") return [];
  switch (rule.kind) {
    case "requirement":
      return requirementDraft(rule, subject, options, context);
    case "group":
      return groupDrafts(rule, subject, options, context);
    case "wording":
      return wordingDrafts(rule, subject, options, context);
  }
}

/** The user's word first, then the preset's, then the rule's own; what is only a question stays one. */
function severityOf(rule: RuleInfo, draft: Draft, options: RuleOptions, profile: Profile): Severity {
  if (options.severity !== null) return options.severity;
  const preset = profile.rules[rule.id];
  const replaces = preset !== undefined && preset !== "default" && preset !== "off";
  return replaces && draft.kind !== "unknown" ? preset : draft.severity;
}

/** The findings of one rule in one file. */
export function ruleFindings(
  rule: RuleInfo,
  subject: Subject,
  options: RuleOptions,
  context: FindingContext,
): Finding[] {
  const { locale, profile, version } = context;
  const seen = new Map<string, number>();
  return draftsOf(rule, subject, options, context).map((draft) => {
    const { kind, requirements, law, range } = draft;
    const article = law.length === 0 ? null : citedArticle(law, profile.article, locale);
    const text: FindingText = { ...draft.text, article };
    const fingerprints = draft.marks.map((mark) => {
      const parts = [mark, kind, (text.passage ?? "").toLowerCase()];
      const count = seen.get(parts.join("\0")) ?? 0;
      seen.set(parts.join("\0"), count + 1);
      return fingerprint([...parts, String(count)]);
    });
    return {
      ruleId: rule.id,
      kind,
      title: rule.title,
      requirements,
      law,
      severity: severityOf(rule, draft, options, profile),
      message: messageOf(text, locale),
      text,
      range,
      docsUrl: docsUrlOf(rule.id, version),
      fingerprints,
    };
  });
}

/**
 * All findings of a file, in the order of the text.
 * @param options of each rule by its id; null where the rule is off
 */
export function findings(
  subject: Subject,
  context: FindingContext,
  options: (rule: RuleInfo) => RuleOptions | null = () => defaultOptions,
): Finding[] {
  return inReadingOrder(
    listRules(context.catalogue).flatMap((rule) => {
      const chosen = options(rule);
      return chosen === null ? [] : ruleFindings(rule, subject, chosen, context);
    }),
  );
}
