import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { blueprints } from "@/db/schema/blueprints";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { ApplyBlueprint } from "@/lib/domain/blueprint/inputs";
import type { AuditEvent } from "@/lib/domain/events";
import { inClient, placeInClient } from "@/lib/operations/blueprint/access";
import { clientState, markAfter } from "@/lib/operations/blueprint/internal/client-state";
import { makePart } from "@/lib/operations/blueprint/internal/make-part";
import { isBlueprint } from "@/lib/operations/blueprint/internal/the-blueprint";
import { defineCommand } from "@/lib/operations/command";
import { NotFound, Refused } from "@/lib/operations/errors";
import { organization } from "@/lib/operations/locks";
import { doneEach } from "@/lib/operations/outcome";

/**
 * Makes a part of what a blueprint has in a client. Each answer has the mark that the next part begins from. With the
 * last one, both logs say that a blueprint was applied.
 *
 * @throws {Refused} `outdated_client` when the client is not as it was when the differences were worked out.
 */
export const applyBlueprint = defineCommand({
  name: "blueprint.apply",
  input: ApplyBlueprint,
  access: inClient,
  // It may set switches, and acts that rest on what a switch allows come first, or not at all.
  locks: ({ input: { organizationId } }) => [{ ...organization(organizationId), takes: "authority" }],
  async run({ tx, input, standing, now }) {
    const place = placeInClient(standing);
    const { organizationId } = input;
    const [blueprint] = await tx
      .select({ id: blueprints.id })
      .from(blueprints)
      .where(isBlueprint(input))
      .for("key share");
    if (!blueprint) throw new NotFound();
    const before = await clientState(tx, place, organizationId);
    if (before.mark !== input.mark) throw new Refused("outdated_client");

    const made = await makePart(tx, place, input, now);
    const mark = markAfter(before, input, made);
    const told = input.isLast ? await appliedTo(tx, input, before.name) : [];
    return doneEach({ mark }, made, (event) => event, ...told);
  },
});

async function appliedTo(
  tx: Tx,
  { providerId, organizationId }: z.output<typeof ApplyBlueprint>,
  client: string,
): Promise<AuditEvent[]> {
  const [tie] = await tx
    .select({ providerOrganizationId: providerOrganizations.id })
    .from(providerOrganizations)
    .where(
      and(
        eq(providerOrganizations.providerId, providerId),
        eq(providerOrganizations.organizationId, organizationId),
      ),
    );
  if (!tie) throw new NotFound();
  return [
    { type: "client.blueprint_applied", providerId, ...tie, details: { client } },
    { type: "organization.blueprint_applied", organizationId, providerId },
  ];
}
