import "server-only";
import { z } from "zod";
import { bindsRole, rolesBoundBy } from "@/lib/domain/policy/binding";
import type { PolicyData } from "@/lib/domain/policy/settings";
import { judgeToken } from "@/lib/domain/token";
import { everyone } from "@/lib/operations/access";
import { addressLimit } from "@/lib/operations/address-limit";
import { defineQuery } from "@/lib/operations/query";
import { linkWithItsPlaces } from "@/lib/operations/token/internal/link-with-its-places";

/**
 * What a link is for, as far as its holder may know. Of a link that no longer works, only the reason is told.
 * Reading a link does not use it up.
 */
export const readInvitation = defineQuery({
  name: "token.read_invitation",
  input: z.object({ token: z.string().max(200) }),
  access: everyone("whoever holds the link may know what it is"),
  throttle: ({ actor }) => [addressLimit("links", actor, 600, 600)],
  async read({ tx, input: { token }, now }) {
    const [row] = await linkWithItsPlaces(tx, token);
    const state = judgeToken(row ?? null, now);
    const status = row?.providerStatus ?? row?.organizationStatus ?? null;
    // Somebody who was revoked before they accepted is not invited any more.
    if (!row || (state === "good" && status === "revoked"))
      return { state: "unknown", purpose: null } as const;
    if (state !== "good") return { state, purpose: row.purpose } as const;
    return {
      state,
      purpose: row.purpose,
      email: row.email,
      hasAccount: row.hasAccount,
      providerName: row.providerName,
      organizationName: row.organizationName,
      role: row.providerRole ?? row.organizationRole,
      /** What the organization asks of a new master password; null where it asks nothing. */
      // The settings were checked by the schema of this type when they were written.
      passwordPolicy: row.passwordPolicy as PolicyData<"master_password"> | null,
      /** Whether somebody invited in this role needs a second step to join. */
      asksTwoStep:
        row.organizationRole !== null &&
        row.asksTwoStep &&
        rolesBoundBy("two_step_login").includes(row.organizationRole),
      /** The language that the organization writes in, or its provider; null where none was chosen. */
      language: row.language,
      /** Whether the browser of whoever joins lets the organization recover their account. */
      enrolsInRecovery: row.enrolsInRecovery,
      /** Whether what somebody in this role saves belongs to the organization once they have joined. */
      ownsData:
        row.organizationRole !== null &&
        row.ownsData &&
        rolesBoundBy("data_ownership").includes(row.organizationRole),
      /** Whether somebody in this role can have no other organization beside this one. */
      allowsNoOther:
        row.organizationRole !== null &&
        row.allowsNoOther &&
        bindsRole("single_organization", { role: row.organizationRole, isProviders: row.isOfTeam }),
      accepted: status === "accepted" || status === "confirmed",
    } as const;
  },
});
