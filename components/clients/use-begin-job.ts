"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import type { Failure } from "@/lib/http/result";

type Input = Parameters<ClientActions["begin"]>[0];
type Work = Pick<Input, "work" | "confirmed">;

/**
 * Does one thing to the selected clients, and goes on to the page that says what became of each. The job has one id as
 * long as the dialog is open: sent again after a lost answer, it is done once.
 */
export function useBeginJob(
  providerId: string,
  clients: readonly ClientRow[],
  begin: ClientActions["begin"],
) {
  const router = useRouter();
  const { failure } = useMessages();
  const [jobId] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  async function run(work: Work): Promise<Failure | null> {
    setBusy(true);
    setProblem(null);
    const organizationIds = clients.map(({ id }) => id);
    const answer = await reach(begin({ providerId, jobId, organizationIds, ...work }));
    if (answer.ok) {
      const address = `/providers/${providerId}/jobs/${jobId}`;
      router.push(address as Parameters<typeof router.push>[0]);
      return null;
    }
    setBusy(false);
    setProblem(answer.failure);
    return answer.failure;
  }
  /** What stood against it is about what was chosen: another choice takes it away. */
  const chooseAnew = () => setProblem(null);
  return { run, busy, problem: problem && failure(problem), chooseAnew };
}
