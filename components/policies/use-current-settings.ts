"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { CheckedPolicy, TypedPolicy } from "@/components/policies/policy-values";
import type { AnyPolicyData } from "@/lib/domain/policy/settings";
import type { PolicyPreview } from "@/lib/operations/organization/preview-policy";

/**
 * Has the page loaded anew when the preview knows of other settings than the form began from. Then what was typed
 * stays, and everything else is as somebody else has left it.
 *
 * @returns whether the form began from what is saved now.
 */
export function useCurrentSettings(
  form: ActionForm<TypedPolicy, CheckedPolicy>,
  { saved, data }: { saved: TypedPolicy; data: AnyPolicyData },
  preview: Pick<PolicyPreview, "settings"> | null,
): boolean {
  const router = useRouter();
  const version = JSON.stringify([saved.enabled, data]);
  const isCurrent = !preview || JSON.stringify(preview.settings) === JSON.stringify(data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each preview
  useEffect(() => {
    if (!isCurrent) router.refresh();
  }, [preview]);

  const shownVersion = useRef(version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that was loaded
  useEffect(() => {
    if (version === shownVersion.current) return;
    shownVersion.current = version;
    // Why a save was refused stays in view.
    if (!form.busy) form.fields.reset(saved, { keepDirtyValues: true });
  }, [version]);
  return isCurrent;
}
