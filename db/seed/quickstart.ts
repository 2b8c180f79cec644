import type { Database } from "@/db/client";
import { seedClient, seedClientOwner, seedCollections, visiting } from "@/db/seed/client";
import { readDepartments, readQuickstart } from "@/db/seed/demo-data";
import { seedGroups, seedSeveralCollections } from "@/db/seed/departments";
import { seedLogin } from "@/db/seed/login";
import { logOutPersona, type Newcomer, type Persona, registerAdministrator } from "@/db/seed/persona";
import { seedProvider, seedProviderMember } from "@/db/seed/provider";

/** Enough for the clients of the scenario, so that no seat is bought. */
const seats = { teamsSeats: 25, enterpriseSeats: 50 };

const addressOf = (name: string, domain: string) =>
  `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@${domain}`;

/** `My Client's Organization` becomes `my-clients-organization.example`. */
const domainOf = (client: string) =>
  `${client
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z]+/g, "-")}.example`;

/** Without what a table adds in brackets, and without the row of what lies in no collection. */
const collectionNames = (shown: string[]) =>
  shown.map((text) => text.replace(/ \(.*\)$/, "")).filter((name) => name !== "Unassigned");

/** `appKey`: the key for an authenticator app, where the log-in takes its codes. */
export type LogIn = { email: string; is: string; appKey?: string | null };

/**
 * Fills an empty instance with the scenario `quickstart`, through the commands and the cryptography that
 * people use. All accounts get the same master password.
 *
 * @returns whom one can log in as.
 */
export async function seedQuickstart(db: Database, password: string): Promise<LogIn[]> {
  const data = readQuickstart();
  const departments = readDepartments();
  const newcomer = (name: string, email: string): Newcomer => ({ name, email, password });
  const logIns: LogIn[] = [];
  const personas: Persona[] = [];
  const keep = (persona: Persona, is: string) => {
    personas.push(persona);
    logIns.push({ email: persona.email, is });
  };

  const administrator = await registerAdministrator(
    db,
    newcomer("Administrator", "administrator@trousseau.example"),
  );
  keep(administrator, "instance administrator");

  const [first, ...others] = data.members;
  if (!first?.name) throw new Error("The scenario begins with the provider's owner.");
  const invited = newcomer(first.name, addressOf(first.name, "provider.example"));
  const provider = await seedProvider(db, administrator, invited, { name: data.provider, seats });
  keep(provider.owner, `${first.name}, provider admin of ${data.provider}`);

  for (const member of others) {
    const email = member.email ?? addressOf(member.name ?? "", "provider.example");
    const persona = await seedProviderMember(db, provider, newcomer(member.name ?? "", email), member);
    if (persona)
      keep(persona, `${member.name}, ${member.role.toLowerCase()}, ${member.status.toLowerCase()}`);
  }

  const creator = { providerId: provider.providerId, by: provider.owner };
  for (const client of data.clients) {
    const ownerEmail = `owner@${domainOf(client.name)}`;
    const organizationId = await seedClient(db, creator, client, ownerEmail);
    // The provider sets the second client up, before its owner has come.
    if (client === data.clients[1])
      await visiting(db, organizationId, provider.owner, async () => {
        const { collections } = departments;
        const made = await seedSeveralCollections(db, organizationId, provider.owner, collections);
        await seedGroups(db, organizationId, provider.owner, departments, made);
      });
    if (client !== data.clients[0]) continue;

    const team = await seedClientOwner(db, organizationId, provider.owner, newcomer("Owner", ownerEmail));
    keep(team.owner, `owner of ${client.name}`);
    const names = collectionNames(client.collections);
    const collectionIds = await seedCollections(db, organizationId, team, names);
    const named = collectionIds.map((id, index) => ({ id, name: names[index] ?? "" }));
    await seedGroups(db, organizationId, team.owner, departments, named);
    for (const [kind, name, username, owner] of data.endUserVault) {
      if (kind !== "login") continue;
      const place =
        owner === "Me" ? "own vault" : { organizationId, collectionIds: collectionIds.slice(0, 1) };
      const site = `https://${domainOf(name)}`;
      await seedLogin(db, team.owner, place, { name, username, site });
    }
  }

  for (const persona of personas) await logOutPersona(db, persona);
  return logIns;
}
