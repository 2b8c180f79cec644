"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import type { Problem } from "@/components/items/transfer";
import { largestFile } from "@/lib/domain/attachment/limits";

/** Says why a file did not go or come. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations("vault.files.problem");
  const { failure } = useMessages();
  return (problem) =>
    problem.is === "refused"
      ? failure(problem.failure)
      : t(problem.is, {
          limit: largestFile / 1024 / 1024,
          over: problem.is === "nameTooLong" ? problem.over : 0,
        });
}
