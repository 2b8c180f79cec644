import "server-only";
import { accountLabel } from "@/lib/domain/account/label";
import { owesEnrolment } from "@/lib/domain/policy/depending";
import {
  mayApproveRecovery,
  mayAskRecovery,
  mayRecoverNow,
  mayTakeBackRecovery,
  recoversForProvider,
} from "@/lib/domain/recovery/asked";
import { ListEnrolled } from "@/lib/domain/recovery/inputs";
import { reachesRankHere } from "@/lib/domain/recovery/rank";
import { usableUntil } from "@/lib/domain/recovery/term";
import { personOf } from "@/lib/operations/account/access";
import { inOrganization, placeOf } from "@/lib/operations/organization/access";
import { defineQuery } from "@/lib/operations/query";
import { askedOf } from "@/lib/operations/recovery/internal/asked-of";
import { enrolled, readPage } from "@/lib/operations/recovery/internal/enrolled-page";
import { recoveryPolicy } from "@/lib/operations/recovery/internal/recovery-policy";

/**
 * Confirmed members by name: whether the organization can recover their accounts, and what waits. Whether somebody's
 * rank is too high elsewhere than here is judged when it is tried.
 */
export const listEnrolled = defineQuery({
  name: "recovery.list_enrolled",
  input: ListEnrolled,
  access: inOrganization.recover_accounts,
  async read({ tx, actor, input, standing, now }) {
    const place = placeOf(standing);
    const { waitHours, autoEnrollEnabled } = await recoveryPolicy(tx, input.organizationId);
    const page = enrolled.page(input);
    const rows = await readPage(tx, input, page);
    const { rows: members, next } = page.cut(rows);
    return {
      waitHours,
      next,
      members: members.map(({ asked, askerName, askerEmail, providerName, isStaff, ...member }) => {
        const waits = askedOf(asked, personOf(actor), now);
        const isYou = member.userId === personOf(actor);
        const forProvider = recoversForProvider(place);
        const recoverer = { forProvider, isYou, waitHours };
        const { capacity } = place;
        const own = capacity.as === "provider" ? "provider" : capacity.role;
        const reaches = reachesRankHere({ target: member.role, actor: own });
        const askedAt = asked.askedAt ?? now;
        return {
          ...member,
          /** Whether a policy enrols them, and their browser has not done it yet. */
          isOwed: owesEnrolment({ isEnrolled: member.isEnrolled, isRequired: autoEnrollEnabled, isStaff }),
          /** Whether an owner would have to approve what is asked for. */
          forProvider,
          waits:
            waits && asked.askedBy !== null
              ? {
                  ...waits,
                  askedBy: asked.askedBy,
                  askedAt,
                  isReady: waits.readyAt <= now,
                  usableUntil: usableUntil(
                    { askedAt, readyAt: waits.readyAt, approvedAt: asked.approvedAt },
                    asked.waitHours ?? 0,
                  ),
                  /** Who asked, and for which provider; null where the account is gone, and where it is a member's own act. */
                  asker: askerEmail && accountLabel({ name: askerName, email: askerEmail }),
                  providerName: waits.forProvider ? providerName : null,
                }
              : null,
          may: {
            recover: member.isEnrolled && reaches && mayRecoverNow(waits, { ...recoverer, now }).allowed,
            ask: member.isEnrolled && reaches && mayAskRecovery(waits, recoverer).allowed,
            approve: mayApproveRecovery(place, waits).allowed,
            takeBack: mayTakeBackRecovery(place, waits, isYou).allowed,
          },
        };
      }),
    };
  },
});

export type Enrolled = Awaited<ReturnType<typeof listEnrolled.read>>;
