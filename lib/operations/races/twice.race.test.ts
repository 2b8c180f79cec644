import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { events } from "@/db/schema/events";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerPlans } from "@/db/schema/provider-plans";
import { providers } from "@/db/schema/providers";
import { createClient } from "@/lib/operations/client/create-client";
import { execute } from "@/lib/operations/command";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { openTestPostgres } from "@/test/database";
import { aPerson, publicKey, sealedKey, sealedText } from "@/test/people";
import { aProviderWith } from "@/test/provider";
import { race, roundsOf } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const rounds = Array.from({ length: roundsOf(20) }, (_, round) => round);

test("an invitation accepted twenty times at once is accepted once", async () => {
  for (const _ of rounds) {
    const { team, token } = await db.transaction(async (tx) => {
      const team = await aProviderWith(tx, {
        brett: "provider_admin, confirmed",
        billy: "service_user, invited",
      });
      const { memberId, email } = team.billy;
      const subject = { purpose: "provider_member", email, providerMemberId: memberId } as const;
      return { team, token: await issueToken(tx, subject, new Date()) };
    });
    const accept = () => execute(db, acceptProviderInvitation, team.billy.actor, { token });
    const outcomes = await race(Array.from({ length: 20 }, () => accept));
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.startsWith("broken"))).toEqual([]);
    const accepted = and(eq(events.providerId, team.providerId), eq(events.type, "provider_member.accepted"));
    expect(await db.$count(events, accepted)).toBe(1);
  }
});

test("two admins who confirm one member at once store the winner's key", async () => {
  for (const _ of rounds) {
    const team = await db.transaction((tx) =>
      aProviderWith(tx, {
        brett: "provider_admin, confirmed",
        betty: "provider_admin, confirmed",
        billy: "service_user, accepted",
      }),
    );
    const keys = { brett: sealedKey(), betty: sealedKey() };
    const confirmed: string[] = [];
    const confirm = (who: "brett" | "betty") => async () => {
      await execute(db, confirmProviderMembers, team[who].actor, {
        providerId: team.providerId,
        people: [
          {
            memberId: team.billy.memberId,
            publicKey: team.billy.publicKey,
            providerKeyForMember: keys[who],
          },
        ],
      });
      confirmed.push(keys[who]);
    };
    expect(await race([confirm("brett"), confirm("betty")])).toEqual(["done", "member_already_confirmed"]);
    const [row] = await db
      .select({ key: providerMembers.providerKeyForMember })
      .from(providerMembers)
      .where(eq(providerMembers.id, team.billy.memberId));
    expect([row?.key]).toEqual(confirmed);
  }
});

test("one client's form sent five times at once makes one client", async () => {
  for (const _ of rounds) {
    const team = await db.transaction((tx) => aProviderWith(tx, { brett: "provider_admin, confirmed" }));
    const client = {
      providerId: team.providerId,
      organizationId: randomUUID(),
      name: "My Client's Organization",
      plan: "teams_monthly" as const,
      seats: 15,
      ownerEmail: `owner.${randomUUID().slice(0, 8)}@client.example`,
      organizationKeyId: randomUUID(),
      organizationKeyForProvider: sealedText(5),
      publicKey: publicKey(),
      privateKeyForOrganization: sealedText(77),
      collectionName: sealedText(),
    };
    const outcomes = await race(
      Array.from({ length: 5 }, () => () => execute(db, createClient, team.brett.actor, client)),
    );
    expect(outcomes).toEqual(Array(5).fill("done"));
    expect(await db.$count(organizations, eq(organizations.providerId, team.providerId))).toBe(1);
    const [plan] = await db
      .select({ allocated: providerPlans.allocatedSeats })
      .from(providerPlans)
      .where(and(eq(providerPlans.providerId, team.providerId), eq(providerPlans.plan, "teams_monthly")));
    expect(plan?.allocated).toBe(15);
    const created = and(eq(events.providerId, team.providerId), eq(events.type, "client.created"));
    expect(await db.$count(events, created)).toBe(1);
  }
});

test("one set-up form sent five times at once sets the provider up once", async () => {
  for (const _ of rounds) {
    const email = `brett.${randomUUID().slice(0, 8)}@provider.example`;
    const { actor, providerId, token } = await db.transaction(async (tx) => {
      const { actor } = await aPerson(tx, "Brett Warden", { email });
      const [pending] = await tx
        .insert(providers)
        .values({ ownerEmail: email })
        .returning({ providerId: providers.id });
      if (!pending) throw new Error("no row came back");
      const subject = { purpose: "provider_set_up", email, ...pending } as const;
      return { actor, ...pending, token: await issueToken(tx, subject, new Date()) };
    });
    const form = { token, name: "My Provider", billingEmail: email, providerKeyForMember: sealedKey() };
    const outcomes = await race(
      Array.from({ length: 5 }, () => () => execute(db, setUpProvider, actor, form)),
    );
    expect(outcomes).toEqual(Array(5).fill("done"));
    expect(await db.$count(providerMembers, eq(providerMembers.providerId, providerId))).toBe(1);
    expect(await db.$count(events, eq(events.providerId, providerId))).toBe(1);
  }
});
