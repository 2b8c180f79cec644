import "server-only";
import { RecordOwnExport } from "@/lib/domain/item/inputs";
import { mayExportOwn } from "@/lib/domain/policy/items";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { assertAllowed, defineCommand } from "@/lib/operations/command";
import { done } from "@/lib/operations/outcome";
import { bindingPolicies } from "@/lib/operations/policy/internal/binding-policies";
import { recentlyProven } from "@/lib/operations/recently-proven";

/**
 * Records that somebody takes what is their own along as a file, before their browser makes it: no data passes through
 * here. Whoever an organization forbids it to is refused, and so is whoever has not just proven their master password.
 */
export const recordOwnExport = defineCommand({
  name: "item.record_own_export",
  input: RecordOwnExport,
  access: recentlyProven(signedIn),
  async run({ tx, actor, input: { format } }) {
    const userId = personOf(actor);
    assertAllowed(mayExportOwn(await bindingPolicies(tx, userId)));
    return done(null, { type: "user.exported_vault", userId, details: { format } });
  },
});
