import { z } from "zod";
import { judgeMasterPassword, lengthOf, masterPasswordLength } from "@/lib/vault/master-password";
import type { Strength } from "@/lib/vault/strength";

const unknown = { common: false };

type Estimate = (password: string) => Promise<Pick<Strength, "common">>;

/**
 * A new master password, typed twice: long enough, not a common one, and the same both times. Where nothing
 * can say whether it is common, its length alone decides.
 */
export const newPassword = (estimate: Estimate) =>
  z
    .object({ password: z.string(), again: z.string() })
    .superRefine(async ({ password, again }, { addIssue }) => {
      const length = lengthOf(password);
      const { common } =
        length < masterPasswordLength ? unknown : await estimate(password).catch(() => unknown);
      const judged = judgeMasterPassword({ length, common });
      if (judged === "too_short")
        addIssue({
          code: "too_small",
          origin: "string",
          minimum: masterPasswordLength,
          input: password,
          path: ["password"],
        });
      if (judged === "too_common")
        addIssue({ code: "custom", message: "too_common", input: password, path: ["password"] });
      if (again !== password)
        addIssue({ code: "custom", message: "not_equal", input: again, path: ["again"] });
    });
