import type { z } from "zod";
import type { OwedCollectionActions } from "@/components/policies/make-owed-collections";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { PreviewPolicy, SetPolicy } from "@/lib/domain/policy/inputs";
import type { Act } from "@/lib/http/result";
import type { PolicyPreview } from "@/lib/operations/organization/preview-policy";

export type PolicyActions = OwedCollectionActions & {
  getKey: AskOrganizationKey;
  preview: Act<z.input<typeof PreviewPolicy>, PolicyPreview>;
  set: Act<z.input<typeof SetPolicy>, { revoked: number }>;
};
