import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Tx } from "@/db/client";
import { rateLimits } from "@/db/schema/rate-limits";
import { type Actor, anonymousActor } from "@/lib/domain/actor";
import { execute } from "@/lib/operations/command";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { test } from "@/test/database";
import { aConfirmed, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aProviderWith } from "@/test/provider";
import { outcomeOf } from "@/test/racing";

const nobody = anonymousActor({ type: "firefox_browser", ip: "203.0.113.66" });
const victim = "betty.warden@client.example";

/** How many rows there are that count what reaches an address. */
const countedForAddresses = (tx: Tx) => tx.$count(rateLimits, sql`${rateLimits.key} like 'mail_to:%'`);

async function often(times: number, attempt: () => Promise<unknown>) {
  const outcomes = new Set<string>();
  for (let number = 0; number < times; number++) outcomes.add(await outcomeOf(attempt()));
  return [...outcomes];
}

describe("a stranger's address is not blocked", () => {
  test("by who posts invitations to it into a provider that is not theirs", async ({ tx }) => {
    const { providerId, brett } = await aProviderWith(tx, { brett: "provider_admin, confirmed" });
    const invite = (actor: Actor) =>
      execute(tx, inviteProviderMembers, actor, { providerId, emails: [victim], role: "service_user" });
    expect(await often(21, () => invite(nobody))).toEqual(["not_signed_in"]);
    const other = await aPerson(tx, "Other Person");
    expect(await often(21, () => invite(other.actor))).toEqual(["not_found"]);
    expect(await countedForAddresses(tx)).toBe(0);
    await invite(brett.actor);
    expect(await countedForAddresses(tx)).toBe(1);
  });

  test("by who posts invitations to it into an organization that is not theirs", async ({ tx }) => {
    const { organizationId } = await anOrganizationWith(tx);
    const owner = await aConfirmed(tx, organizationId, "owner", "Brett Warden");
    const plain = await aConfirmed(tx, organizationId, "user", "Billy Warden");
    const invite = (actor: Actor) =>
      execute(tx, inviteOrganizationMembers, actor, {
        organizationId,
        emails: [victim],
        role: "user",
        collections: [],
      });
    expect(await often(21, () => invite(nobody))).toEqual(["not_signed_in"]);
    expect(await often(21, () => invite(plain.actor))).toEqual(["not_found"]);
    expect(await countedForAddresses(tx)).toBe(0);
    await invite(owner.actor);
    expect(await countedForAddresses(tx)).toBe(1);
  });
});
