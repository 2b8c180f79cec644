import { eq } from "drizzle-orm";
import { accountRecoveries } from "@/db/schema/account-recoveries";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { policies } from "@/db/schema/policies";
import type { UserId } from "@/lib/domain/ids";
import { execute } from "@/lib/operations/command";
import { approveRecovery } from "@/lib/operations/recovery/approve";
import { askRecovery } from "@/lib/operations/recovery/ask";
import { enrolInRecovery } from "@/lib/operations/recovery/enrol-in";
import { listEnrolled } from "@/lib/operations/recovery/list-enrolled";
import { listMyRecoveries } from "@/lib/operations/recovery/list-my-recoveries";
import { openRecovery } from "@/lib/operations/recovery/open-recovery";
import { recoverMember } from "@/lib/operations/recovery/recover-member";
import { setRecoveryWait } from "@/lib/operations/recovery/set-wait";
import { takeBackRecovery } from "@/lib/operations/recovery/take-back";
import { withdrawFromRecovery } from "@/lib/operations/recovery/withdraw-from";
import { shownRecovery } from "@/test/answer-recovery";
import { inConsole, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { keyOf } from "@/test/organization";
import { sealedKey, sealedText } from "@/test/people";

/** Recovery is offered, and the member is enrolled. */
async function offered({ tx, organizationId, others: { member } }: Given) {
  const data = { autoEnrollEnabled: false };
  await tx.insert(policies).values({ organizationId, type: "account_recovery", enabled: true, data });
  await tx
    .update(organizationMembers)
    .set({ userKeyForOrganization: sealedKey() })
    .where(eq(organizationMembers.id, member.memberId));
  return { organizationId, memberId: member.memberId };
}

/** The same in an organization that lets a recovery wait: there everybody asks first. */
async function waiting(given: Given) {
  const { tx, organizationId } = given;
  await tx.update(organizations).set({ recoveryWaitHours: 24 }).where(eq(organizations.id, organizationId));
  return offered(given);
}

/** Somebody of the provider has asked for it, and an owner may have approved it. */
async function asked(given: Given, askedBy: UserId, approvedAt: Date | null) {
  const { tx, places } = given;
  const target = await offered(given);
  const [now, approvedBy] = [new Date(), approvedAt && places.owner.userId];
  const wait = { askedBy, askedAt: now, forProvider: true, memberRole: "user" as const, readyAt: now };
  await tx.insert(accountRecoveries).values({ ...target, ...wait, approvedBy, approvedAt });
  return target;
}
const askedByBoss = async (given: Given) =>
  shownRecovery(given.tx, await asked(given, given.team.boss.userId, null));
/** An approval is for whoever asked: for each who can. */
const approved = (given: Given) => {
  const { inside, boss } = given.team;
  const { userId } = given.you.person?.userId === inside.userId ? inside : boss;
  return asked(given, userId, new Date());
};

const recoverers = inConsole(["owner", "admin", "visitors", "custom: manage_account_recovery"]);
const members = inConsole(["owner", "admin", "customs", "given"]);

export const rows = [
  row(listMyRecoveries, ofOneself()).with(() => ({})),
  row(enrolInRecovery, members).with(async (given) => ({
    organizationId: (await offered(given)).organizationId,
    organizationKeyId: keyOf(given.organizationId),
    userKeyForOrganization: sealedKey(),
  })),
  row(withdrawFromRecovery, members).with(async (given) => {
    const { organizationId } = await offered(given);
    return { organizationId };
  }),
  row(listEnrolled, recoverers).with(async (given) => {
    const { organizationId } = await offered(given);
    return { organizationId };
  }),
  row(askRecovery, recoverers).with(waiting),
  row(openRecovery, recoverers).with(approved),
  row(recoverMember, recoverers).with(async (given) => {
    const target = await approved(given);
    const { mark } = await execute(given.tx, openRecovery, given.places.owner.actor, target);
    return { ...target, mark, nextHash: given.password, userKeyForAccount: sealedText(5) };
  }),
  row(approveRecovery, inConsole(["owner"])).with(askedByBoss),
  row(setRecoveryWait, inConsole(["owner"])).with(({ organizationId }) => ({ organizationId, hours: 24 })),
  // Whoever asked takes it back, the member, and an owner.
  row(takeBackRecovery, inConsole(["owner", "provider admin"])).with(askedByBoss),
];
