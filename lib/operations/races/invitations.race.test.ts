import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import type { Tx } from "@/db/client";
import { events } from "@/db/schema/events";
import { organizationMembers } from "@/db/schema/organization-members";
import { execute } from "@/lib/operations/command";
import { count } from "@/lib/operations/limits";
import { mailQuota } from "@/lib/operations/mail/internal/mail-limits";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { removeOrganizationMembers } from "@/lib/operations/organization/remove-members";
import { resendOrganizationInvitations } from "@/lib/operations/organization/resend-invitations";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import { openTestPostgres } from "@/test/database";
import { address, aNewcomer } from "@/test/newcomers";
import { aMemberOf, anOrganizationWith } from "@/test/organization";
import { aPerson } from "@/test/people";
import { aProviderWith } from "@/test/provider";
import { outcomeOf, race, report, roundsOf, violationsIn, withoutLocks } from "@/test/racing";

const { db, drop } = await openTestPostgres();
afterAll(drop);

const { quota: _inOneOrder, ...invitingWithoutQuota } = inviteProviderMembers;

/** The same invitation, with its addresses counted in the order in which they were written. */
const inWrittenOrder: typeof inviteProviderMembers = {
  ...invitingWithoutQuota,
  async quota({ tx, input: { emails }, now }) {
    for (const one of mailQuota(emails)) await count(tx, [one], now);
    return [];
  },
};

/**
 * Two providers invite the same twenty people in opposite order. The kernel repeats an act that the database broke
 * off, so a deadlock shows as a run too many, and not in the outcome.
 */
async function oppositeOrders(invite: typeof inviteProviderMembers): Promise<string | null> {
  const emails = Array.from({ length: 20 }, address);
  let runs = 0;
  const counted: typeof inviteProviderMembers = {
    ...invite,
    quota: (step) => {
      runs += 1;
      return invite.quota?.(step) ?? [];
    },
  };
  const teams = await db.transaction(async (tx) => [
    await aProviderWith(tx, { brett: "provider_admin, confirmed" }),
    await aProviderWith(tx, { brett: "provider_admin, confirmed" }),
  ]);
  const outcomes = await race(
    teams.map(
      ({ providerId, brett }, i) =>
        () =>
          execute(db, counted, brett.actor, {
            providerId,
            emails: i === 0 ? emails : emails.toReversed(),
            role: "service_user",
          }),
    ),
  );
  return outcomes.join() === "done,done" && runs === 2 ? null : `${outcomes.join()} in ${runs} runs`;
}

test("two invitations to the same addresses in opposite order never wait in a circle", async () => {
  const violations = await violationsIn(roundsOf(25), () => oppositeOrders(inviteProviderMembers));
  expect(violations).toEqual([]);

  const unordered = await violationsIn(5, () => oppositeOrders(inWrittenOrder));
  expect(unordered.length).toBeGreaterThan(0);
  report(roundsOf(25), violations.length, unordered.length);
});

async function invited(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const owner = await aNewcomer(tx, organizationId, "owner");
  const person = await aPerson(tx, "Person", { email: address() });
  const memberId = await aMemberOf(tx, organizationId, person, { status: "invited" });
  const subject = {
    purpose: "organization_member",
    email: person.email,
    organizationMemberId: memberId,
  } as const;
  return { organizationId, owner, person, memberId, token: await issueToken(tx, subject, new Date()) };
}

test("an organization's invitation accepted, sent again and withdrawn at once ends withdrawn", async () => {
  const play = async () => {
    const { organizationId, owner, person, memberId, token } = await db.transaction(invited);
    let runs = 0;
    const accept: typeof acceptOrganizationInvitation = {
      ...acceptOrganizationInvitation,
      run: (context) => {
        runs += 1;
        return acceptOrganizationInvitation.run(context);
      },
    };
    const [accepted, sentAgain, withdrawn] = await Promise.all([
      outcomeOf(execute(db, accept, person.actor, { token })),
      outcomeOf(
        execute(db, resendOrganizationInvitations, owner.actor, { organizationId, memberIds: [memberId] }),
      ),
      outcomeOf(
        execute(db, removeOrganizationMembers, owner.actor, { organizationId, memberIds: [memberId] }),
      ),
    ]);
    const left = await db.$count(organizationMembers, eq(organizationMembers.id, memberId));
    const isFair =
      ["done", "link_unknown", "link_replaced"].includes(accepted) &&
      ["done", "not_found", "member_not_invited"].includes(sentAgain) &&
      withdrawn === "done" &&
      left === 0 &&
      runs === 1;
    return isFair ? null : `${accepted} in ${runs} runs, ${sentAgain}, ${withdrawn}: ${left} left`;
  };
  const violations = await violationsIn(roundsOf(40), play);
  expect(violations).toEqual([]);
  report(roundsOf(40), violations.length, 0);
});

/** One person in two tabs, and another who was sent the link on. */
async function twoPeople(): Promise<string | null> {
  const { organizationId, person, token } = await db.transaction(invited);
  const other = await db.transaction((tx) => aPerson(tx, "Person", { email: address() }));
  const accept = (who: typeof person) => () =>
    execute(db, acceptOrganizationInvitation, who.actor, { token });
  const outcomes = await race([accept(person), accept(other), accept(person)]);
  const told = and(
    eq(events.organizationId, organizationId),
    eq(events.type, "organization_member.accepted"),
  );
  const times = await db.$count(events, told);
  const others = ["email_does_not_match", "link_used"];
  const isFair =
    outcomes.filter((outcome) => outcome === "done").length === 1 &&
    outcomes.filter((outcome) => others.includes(outcome)).length === 2 &&
    times === 1;
  return isFair ? null : `${outcomes.join()}: accepted ${times} times`;
}

test("two people who follow one link to an organization take it up once", async () => {
  const violations = await violationsIn(roundsOf(30), twoPeople);
  expect(violations).toEqual([]);

  const unlocked = await withoutLocks(() => violationsIn(30, twoPeople));
  expect(unlocked.length).toBeGreaterThan(0);
  report(roundsOf(30), violations.length, unlocked.length);
});

test("two people who follow one link to a provider take it up once", async () => {
  const play = async () => {
    const { billy, other, token } = await db.transaction(async (tx) => {
      const { billy } = await aProviderWith(tx, { billy: "service_user, invited" });
      const { memberId, email } = billy;
      const subject = { purpose: "provider_member", email, providerMemberId: memberId } as const;
      const other = await aPerson(tx, "Person", { email: `${randomUUID()}@provider.example` });
      return { billy, other, token: await issueToken(tx, subject, new Date()) };
    });
    const accept = (who: typeof other) => () => execute(db, acceptProviderInvitation, who.actor, { token });
    const outcomes = await race([accept(billy), accept(other)]);
    const done = outcomes.filter((outcome) => outcome === "done").length;
    const isFair =
      done === 1 && outcomes.every((one) => ["done", "email_does_not_match", "link_used"].includes(one));
    return isFair ? null : outcomes.join();
  };
  const violations = await violationsIn(roundsOf(30), play);
  expect(violations).toEqual([]);
  report(roundsOf(30), violations.length, 0);
});
