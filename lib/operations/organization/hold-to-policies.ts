import "server-only";
import { z } from "zod";
import { instanceAdministrators } from "@/lib/operations/account/access";
import { defineCommand } from "@/lib/operations/command";
import { account, organization } from "@/lib/operations/locks";
import { notFreeAnyMore } from "@/lib/operations/organization/internal/not-free-any-more";
import { revokeLacking } from "@/lib/operations/organization/internal/revoke-lacking";
import { doneEach } from "@/lib/operations/outcome";

/**
 * Revokes, in one organization, members who were free from its policies as people of its provider, are not free any more,
 * and lack what a policy wants: they have left the team, their access to it has ended, or the organization has left the
 * provider. See decision 114.
 */
export const holdToPolicies = defineCommand({
  name: "organization.hold_to_policies",
  input: z.object({}),
  access: instanceAdministrators,
  locks: async ({ tx }) =>
    (await notFreeAnyMore(tx)).flatMap(({ organizationId, userId }) => [
      organization(organizationId),
      ...(userId ? [account(userId)] : []),
    ]),
  async run({ tx, now }) {
    const found = await notFreeAnyMore(tx);
    const [first] = found;
    if (!first) return doneEach({ count: 0, isMoreLikely: false }, [], (event) => event);
    const { organizationId } = first;
    const events = await revokeLacking(tx, organizationId, found, now);
    return doneEach({ count: events.length, isMoreLikely: true }, events, (event) => event);
  },
});
