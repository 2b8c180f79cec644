import type { Northbeam } from "@/db/seed/northbeam/scenario";
import type { World } from "@/db/seed/northbeam/world";
import { registerAdministrator } from "@/db/seed/persona";
import { type Provider, seedProvider } from "@/db/seed/provider";

export const administratorsEmail = "administrator@trousseau.example";

const minimumOf = ({ plans }: Northbeam, plan: "Teams" | "Enterprise") =>
  plans.find((each) => each.plan === plan)?.seatMinimum ?? 0;

/** Makes the instance's administrator and the provider, with its first member as owner. */
export async function found(given: Pick<World, "db" | "people" | "scenario" | "when">): Promise<World> {
  const { providerId, owner } = await makeProvider(given);
  const provider = async () => ({ providerId, owner: await given.people.signedIn(owner.email) });
  return { ...given, provider, organizations: new Map(), tags: new Map(), privileged: [] };
}

async function makeProvider({
  db,
  people,
  scenario,
}: Pick<World, "db" | "people" | "scenario">): Promise<Provider> {
  const administrator = await registerAdministrator(
    db,
    people.newcomer("Administrator", administratorsEmail),
  );
  people.joined(administrator);
  const [first] = scenario.members;
  if (!first?.name) throw new Error("The scenario begins with the provider's owner.");
  const { name, ...details } = scenario.provider;
  const provider = await seedProvider(db, administrator, people.newcomer(first.name, first.email), {
    name,
    seats: {
      teamsSeats: minimumOf(scenario, "Teams"),
      enterpriseSeats: minimumOf(scenario, "Enterprise"),
    },
    discountPercent: scenario.discountPercent,
    details,
  });
  people.joined(provider.owner);
  return provider;
}
