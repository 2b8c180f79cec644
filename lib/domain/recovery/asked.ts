import { all, allow, type Decision, hide, refuse } from "@/lib/domain/decision";
import type { OrganizationStanding } from "@/lib/domain/organization/member";
import { mayAnswerProvider, mayRefuseProvider } from "@/lib/domain/organization/provider-place";
import { isOnProvidersSide } from "@/lib/domain/organization/providers-side";

/** What a recovery has gone through, as the actor sees it: null where nobody has asked for it. */
export type Asked = { isApproved: boolean; forProvider: boolean; readyAt: Date; isYours: boolean } | null;

/** Who recovers whom: for the provider, or themselves, in an organization that lets a recovery wait so many hours. */
export type Recoverer = { forProvider: boolean; isYou: boolean; waitHours: number };

/**
 * Whether somebody recovers for the provider, and needs an owner's approval. Whoever is of its team does, as an owner of
 * the client too: what one of them asks for is not decided among colleagues. So does whoever the provider has let in.
 */
export const recoversForProvider = isOnProvidersSide;

/** Whether it has to be asked for first: by the provider's people always, and where the organization lets it wait. */
const mustAsk = ({ forProvider, waitHours }: Recoverer): boolean => forProvider || waitHours > 0;

const ofAnother = ({ isYou }: Recoverer): Decision => (isYou ? refuse("cannot_recover_yourself") : allow);

/** Whether a recovery may be asked for. Once it was, it is taken back first: an approval is not lost by asking again. */
export const mayAskRecovery = (asked: Asked, recoverer: Recoverer): Decision =>
  all(
    ofAnother(recoverer),
    mustAsk(recoverer) ? allow : refuse("recovery_needs_no_asking"),
    asked ? refuse("recovery_asked_already") : allow,
  );

/**
 * Whether somebody may approve what the provider's people have asked for. Owners may who count, and did
 * not ask themselves, with this place or another.
 */
export function mayApproveRecovery(standing: OrganizationStanding, asked: Asked): Decision {
  if (!asked || !standing) return hide;
  return all(
    mayRefuseProvider(standing),
    asked.forProvider ? allow : refuse("recovery_needs_no_approval"),
    asked.isYours ? refuse("recovery_asked_by_you") : allow,
    mayAnswerProvider(standing),
    asked.isApproved ? refuse("recovery_approved_already") : allow,
  );
}

/** Whether somebody may take a recovery back that waits: the member, whoever asked for it, or an owner. */
export function mayTakeBackRecovery(standing: OrganizationStanding, asked: Asked, isYou: boolean): Decision {
  if (!asked) return hide;
  return isYou || asked.isYours || mayRefuseProvider(standing).allowed ? allow : hide;
}

/** Whether a recovery may be done now. */
export function mayRecoverNow(asked: Asked, { now, ...recoverer }: Recoverer & { now: Date }): Decision {
  const other = ofAnother(recoverer);
  if (!other.allowed || !mustAsk(recoverer)) return other;
  if (!asked) return refuse("recovery_not_asked");
  return all(
    // An owner approves what one person has asked for, and nobody else uses it.
    recoverer.forProvider && !asked.isYours ? refuse("recovery_asked_by_another") : allow,
    recoverer.forProvider && !asked.isApproved ? refuse("recovery_not_approved") : allow,
    asked.readyAt > now ? refuse("recovery_waits") : allow,
  );
}
