import type { Analysis } from "../assess/index.js";
import type { Disclosure, Due, RequirementAssessment } from "../assess/types.js";
import type { NoticeRequirement, Subject } from "./types.js";

const clearness: Record<Disclosure, number> = { made: 3, vague: 2, none: 1, unassessed: 0 };

/** yes where one file says so; no (a fact) outdoes unknown. */
function dueOver(members: readonly RequirementAssessment[]): Due {
  const dues = members.map((member) => member.due);
  return dues.includes("yes") ? "yes" : dues.includes("no") ? "no" : "unknown";
}

/** Where the data of a message come from. */
export interface Sources {
  /** The model sentences of a language, by rule. */
  models: (language: string) => Record<string, string>;
  deadLaw: () => readonly { id: string; replaced: string }[];
}

const successorIn =
  ({ deadLaw }: Sources) =>
  (value: string): string | null =>
    deadLaw().find(({ id }) => id === value)?.replaced ?? null;

const modelsOf =
  (analysis: Analysis, { models }: Sources) =>
  (ruleId: string): string | null => {
    const { status, language } = analysis.assessment;
    if (status === "unsupported-language" || language === null) return null;
    return models(language)[ruleId] ?? null;
  };

/** A text without a sentence has no language, and is no policy in any. */
function statusOf({ document, assessment }: Analysis): Subject["status"] {
  const silent = assessment.language === null && document.sentences.length === 0;
  return silent ? "not-a-policy" : assessment.status;
}

/** A file that is read on its own. */
export function subjectOf(analysis: Analysis, sources: Sources): Subject {
  const { assessment } = analysis;
  const requirements = new Map<string, NoticeRequirement>(
    assessment.requirements.map((requirement) => [requirement.id, { ...requirement, reportedHere: true }]),
  );
  return {
    analysis,
    status: statusOf(analysis),
    requirements,
    wordingElsewhere: new Set(),
    leads: true,
    successor: successorIn(sources),
    model: modelsOf(analysis, sources),
  };
}

/**
 * Files that are read as one notice. What one of them discloses counts for all;
 * a vague disclosure is reported where it stands, a missing one in the first
 * file whose language is known.
 */
export function noticeSubjects(analyses: readonly Analysis[], sources: Sources): Subject[] {
  const readable = analyses.filter(({ assessment }) => assessment.status !== "unsupported-language");
  const leading = readable[0];
  return analyses.map((analysis) => {
    const { assessment } = analysis;
    if (assessment.status === "unsupported-language") return subjectOf(analysis, sources);
    const requirements = new Map<string, NoticeRequirement>();
    for (const { id } of assessment.requirements) {
      const members = readable.flatMap((member) => {
        const found = member.assessment.requirements.find((requirement) => requirement.id === id);
        return found ? [{ member, found }] : [];
      });
      const best = members.reduce((a, b) =>
        clearness[b.found.disclosure] > clearness[a.found.disclosure] ? b : a,
      );
      requirements.set(id, {
        disclosure: best.found.disclosure,
        due: dueOver(members.map(({ found }) => found)),
        dueBecause: members.find(({ member }) => member === analysis)?.found.dueBecause ?? null,
        evidence: best.member === analysis ? best.found.evidence : [],
        reportedHere: best.found.disclosure === "vague" ? best.member === analysis : leading === analysis,
      });
    }
    return {
      analysis,
      status: "assessed",
      requirements,
      wordingElsewhere: new Set(
        readable
          .filter((member) => member !== analysis)
          .flatMap((member) => member.assessment.wording.map(({ id }) => id)),
      ),
      leads: leading === analysis,
      successor: successorIn(sources),
      model: modelsOf(analysis, sources),
    };
  });
}
