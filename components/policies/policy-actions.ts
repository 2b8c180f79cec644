import type { z } from "zod";
import type { PreviewPolicy, SetPolicy } from "@/lib/domain/policy/inputs";
import type { Act } from "@/lib/http/result";
import type { PolicyPreview } from "@/lib/operations/organization/preview-policy";

export type PolicyActions = {
  preview: Act<z.input<typeof PreviewPolicy>, PolicyPreview>;
  set: Act<z.input<typeof SetPolicy>, { revoked: number }>;
};
