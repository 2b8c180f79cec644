import { z } from "zod";
import type { PasswordRequirements } from "@/lib/domain/policy/combining";
import { lackedBy } from "@/lib/domain/policy/password";
import { judgeMasterPassword, lengthOf, masterPasswordLength } from "@/lib/vault/master-password";
import type { Strength } from "@/lib/vault/strength";

const unknown = { common: false, score: null };

type Estimate = (password: string) => Promise<Pick<Strength, "common" | "score">>;

/** How many characters a new master password needs. */
export const lengthAsked = (asked: PasswordRequirements | null): number =>
  Math.max(masterPasswordLength, asked?.minLength ?? 0);

/**
 * A new master password, typed twice: long enough, not a common one, and the same both times. Where nothing
 * can say whether it is common, its length alone decides. `asked` is what organizations want beyond that.
 */
export const newPassword = (estimate: Estimate, asked: PasswordRequirements | null) =>
  z
    .object({ password: z.string(), again: z.string() })
    .superRefine(async ({ password, again }, { addIssue }) => {
      const length = lengthOf(password);
      const { common, score } =
        length < masterPasswordLength ? unknown : await estimate(password).catch(() => unknown);
      const judged = judgeMasterPassword({ length, common });
      const minimum = lengthAsked(asked);
      if (length < minimum)
        addIssue({
          code: "too_small",
          origin: "string",
          minimum,
          input: password,
          path: ["password"],
        });
      if (judged === "too_common")
        addIssue({ code: "custom", message: "too_common", input: password, path: ["password"] });
      if (judged === "ok" && length >= minimum && asked && lackedBy(password, score, asked).length > 0)
        addIssue({ code: "custom", message: "against_policy", input: password, path: ["password"] });
      if (again !== password)
        addIssue({ code: "custom", message: "not_equal", input: again, path: ["again"] });
    });
