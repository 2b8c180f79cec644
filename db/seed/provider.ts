import type { Database } from "@/db/client";
import type { QuickstartMember } from "@/db/seed/demo-data";
import { tokenMailedTo } from "@/db/seed/mailed";
import { type Newcomer, type Persona, registerFromMail } from "@/db/seed/persona";
import type { ProviderId } from "@/lib/domain/ids";
import type { ProviderRole } from "@/lib/domain/provider/member";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { execute } from "@/lib/operations/command";
import { getProviderKey } from "@/lib/operations/key/get-provider-key";
import { acceptProviderInvitation } from "@/lib/operations/provider/accept-invitation";
import { confirmProviderMembers } from "@/lib/operations/provider/confirm-members";
import { getMembersToConfirm } from "@/lib/operations/provider/get-members-to-confirm";
import { inviteProviderMembers } from "@/lib/operations/provider/invite-members";
import { setUpProvider } from "@/lib/operations/provider/set-up-provider";
import { ask } from "@/lib/operations/query";
import { openProviderKey } from "@/lib/vault/open-provider";
import { sealNewProvider, sealProviderKeyFor } from "@/lib/vault/seal-provider";

export type Provider = { providerId: ProviderId; owner: Persona };

type Wanted = {
  name: string;
  seats: { teamsSeats: number; enterpriseSeats: number };
  discountPercent?: number;
  /** What its owner types at set-up beside the name. Their own address gets the invoices where nothing is said. */
  details?: { businessName: string; billingEmail: string; country: string };
};

/** Invites a provider, has its owner register and set it up. */
export async function seedProvider(
  db: Database,
  administrator: Persona,
  invited: Newcomer,
  { name, seats, discountPercent, details }: Wanted,
): Promise<Provider> {
  const { providerId } = await execute(db, inviteProvider, administrator.actor, {
    email: invited.email,
    name,
    discountPercent,
    ...seats,
  });
  const token = await tokenMailedTo(db, invited.email);
  const owner = await registerFromMail(db, invited);
  const { providerKeyForMember, known } = await sealNewProvider(owner.vault, providerId);
  const typed = { name, billingEmail: owner.email, ...details };
  await execute(db, setUpProvider, owner.actor, { ...typed, token, providerKeyForMember });
  await owner.vault.remember(known);
  await openProviderKey(owner.vault, providerId, await ask(db, getProviderKey, owner.actor, { providerId }));
  return { providerId, owner };
}

const roleOf: Record<QuickstartMember["role"], ProviderRole> = {
  "Provider admin": "provider_admin",
  "Service user": "service_user",
};

/** Invites somebody into the team, and brings them as far as the data says they are. */
export async function seedProviderMember(
  db: Database,
  provider: Provider,
  invited: Newcomer,
  { role, status }: Pick<QuickstartMember, "role" | "status">,
): Promise<Persona | null> {
  await inviteStaff(db, provider, invited.email, role);
  if (status === "Invited") return null;
  const member = await joinStaff(db, invited);
  if (status === "Confirmed") await confirmStaff(db, provider, member);
  return member;
}

/** Mails somebody the invitation into the team. */
export async function inviteStaff(
  db: Database,
  { providerId, owner }: Provider,
  email: string,
  role: QuickstartMember["role"],
): Promise<void> {
  await execute(db, inviteProviderMembers, owner.actor, { providerId, emails: [email], role: roleOf[role] });
}

/** Has somebody register and accept the invitation into the team. */
export async function joinStaff(db: Database, invited: Newcomer): Promise<Persona> {
  const token = await tokenMailedTo(db, invited.email);
  const member = await registerFromMail(db, invited);
  await execute(db, acceptProviderInvitation, member.actor, { token });
  return member;
}

/** Has the provider's owner confirm somebody who has accepted. */
export async function confirmStaff(
  db: Database,
  { providerId, owner }: Provider,
  { email }: Pick<Persona, "email">,
): Promise<void> {
  const waiting = await ask(db, getMembersToConfirm, owner.actor, { providerId });
  const found = waiting.find((member) => member.email === email);
  if (!found) throw new Error(`${email} does not wait for confirmation.`);
  const { memberId, publicKey } = found;
  const providerKeyForMember = await sealProviderKeyFor(owner.vault, providerId, found);
  await execute(db, confirmProviderMembers, owner.actor, {
    providerId,
    people: [{ memberId, publicKey, providerKeyForMember }],
  });
}
