// Fills the instance of the journeys: its administrator, and a provider at work whose last month was billed.
import { openMigrated } from "@/db/open-migrated";
import { seedClient } from "@/db/seed/client";
import { takeClock } from "@/db/seed/clock";
import { administratorsEmail } from "@/db/seed/northbeam/founding";
import { readNorthbeam } from "@/db/seed/northbeam/scenario";
import { logOutPersona, type Newcomer, registerAdministrator } from "@/db/seed/persona";
import { seedProvider, seedProviderMember } from "@/db/seed/provider";
import { operatorActor } from "@/lib/domain/actor";
import { monthOf } from "@/lib/domain/billing/month";
import { environment } from "@/lib/env";
import { closeMonth } from "@/lib/operations/billing/close-month";
import { execute } from "@/lib/operations/command";

const password = "brass key on a paper ring";
const now = new Date();
const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 3));
const seats = { teamsSeats: 75, enterpriseSeats: 150 };

const { provider, discountPercent, members, clients } = readNorthbeam();
const newcomer = (name: string, email: string): Newcomer => ({ name, email, password });
const ofRole = (wanted: (typeof members)[number]["role"]) => {
  const found = members.find(({ role, status }) => role === wanted && status === "Confirmed");
  if (!found?.name) throw new Error(`The scenario has no ${wanted}.`);
  return { ...found, name: found.name };
};

const clock = takeClock(lastMonth);
const { db, close } = await openMigrated(environment());
try {
  const administrator = await registerAdministrator(db, newcomer("Administrator", administratorsEmail));
  const [admin, user] = [ofRole("Provider admin"), ofRole("Service user")];
  const wanted = { name: provider.name, seats, discountPercent };
  const founded = await seedProvider(db, administrator, newcomer(admin.name, admin.email), wanted);
  const serviceUser = await seedProviderMember(
    db,
    founded,
    { ...newcomer(user.name, user.email), locale: "fr" },
    {
      role: user.role,
      status: "Confirmed",
    },
  );
  const [first] = clients.filter(({ plan }) => plan === "Teams");
  if (!first) throw new Error("The scenario has no client.");
  const creator = { providerId: founded.providerId, by: founded.owner };
  await seedClient(db, creator, { ...first, assigned: first.seats }, `owner@${first.domain}`);
  clock.putTo(now);
  await execute(db, closeMonth, operatorActor(), { month: monthOf(lastMonth) });
  for (const persona of [administrator, founded.owner, ...(serviceUser ? [serviceUser] : [])])
    await logOutPersona(db, persona);
} finally {
  clock.release();
  await close();
}
