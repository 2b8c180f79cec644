"use client";

import { useTranslations } from "next-intl";
import { useMessages } from "@/components/forms/use-messages";
import type { Problem } from "@/components/items/transfer";
import { Callout } from "@/components/ui/callout";
import { largestFile } from "@/lib/domain/attachment/limits";

/** Says which file did not go or come, and why. */
export function TransferProblem({ problem }: { problem: (Problem & { name: string }) | null }) {
  const t = useTranslations("vault.files.problem");
  const { failure } = useMessages();
  if (!problem) return null;
  const text =
    problem.is === "refused"
      ? failure(problem.failure)
      : t(problem.is, {
          limit: largestFile / 1024 / 1024,
          over: problem.is === "nameTooLong" ? problem.over : 0,
        });
  return (
    <div role="alert">
      <Callout tone="bad" title={t("title", { name: problem.name })}>
        {text}
      </Callout>
    </div>
  );
}
