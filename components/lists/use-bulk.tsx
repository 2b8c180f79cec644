"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { reach } from "@/components/forms/reach";
import { isStale } from "@/components/forms/stale";
import { useMessages } from "@/components/forms/use-messages";
import { inBulks, type Rows } from "@/components/lists/bulk-answer";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/result";

type Act = {
  ids: readonly string[];
  act: (ids: string[]) => Promise<ActionResult<Rows>>;
  nameOf: (id: string) => string;
  /** Said of how many it was done to. */
  done: (count: number) => string;
  onClose: () => void;
};

/** Acts on several of a list; whichever it could not be done to is told by name, and then the dialog stays. */
export function useBulk({ ids, act, nameOf, done, onClose }: Act) {
  const t = useTranslations("ui");
  const { failure } = useMessages();
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<string[]>([]);

  async function run() {
    setBusy(true);
    const answer = await reach(inBulks(ids, act));
    setBusy(false);
    if (!answer.ok) {
      setProblems([failure(answer.failure)]);
      if (isStale(answer.failure)) router.refresh();
      return;
    }
    const refused = answer.result.rows.flatMap(({ id, refusal }) =>
      refusal ? t("failedFor", { name: nameOf(id), reason: failure({ code: refusal }) }) : [],
    );
    setProblems(refused);
    // What was refused had been offered: the list is older than what is there.
    if (refused.length > 0) router.refresh();
    const count = answer.result.rows.length - refused.length;
    if (count > 0) toast.success(done(count));
    if (refused.length === 0) onClose();
  }

  const failures =
    problems.length > 0 ? (
      <ul role="alert" className="flex flex-col gap-1 text-bad">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    ) : null;
  return { run, busy, failures };
}
