"use client";

import { useTranslations } from "next-intl";
import type { Problem } from "@/components/items/transfer";
import { useProblemText } from "@/components/items/use-problem-text";
import { Callout } from "@/components/ui/callout";

/** Says which file did not go or come, and why. */
export function TransferProblem({ problem }: { problem: (Problem & { name: string }) | null }) {
  const t = useTranslations("vault.files.problem");
  const textOf = useProblemText();
  if (!problem) return null;
  return (
    <div role="alert">
      <Callout tone="bad" title={t("title", { name: problem.name })}>
        {textOf(problem)}
      </Callout>
    </div>
  );
}
