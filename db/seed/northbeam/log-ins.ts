import { administratorsEmail } from "@/db/seed/northbeam/founding";
import { needsStep } from "@/db/seed/northbeam/joining";
import type { ClientMember, NorthbeamClient } from "@/db/seed/northbeam/scenario";
import type { World } from "@/db/seed/northbeam/world";
import type { LogIn } from "@/db/seed/quickstart";

/** The team, and some people of two clients. */
export function logInsOf({ scenario, people }: World): LogIn[] {
  const withApp = (email: string, is: string): LogIn => ({ email, is, appKey: people.appKeyOf(email) });
  const staff = scenario.members
    .filter(({ status }) => status === "Confirmed" || status === "Accepted")
    .map(({ name, email, role, status }) =>
      withApp(email, `${name}, ${role.toLowerCase()}${status === "Accepted" ? ", accepted" : ""}`),
    );
  const clients = largestOf(scenario.clients).flatMap((client) =>
    peopleOf(client).map(({ name, email, role: { role } }) =>
      withApp(email, `${name}, ${role === "custom" ? "custom role" : role} of ${client.name}`),
    ),
  );
  return [withApp(administratorsEmail, "instance administrator"), ...staff, ...clients];
}

/** The largest client of each plan. */
const largestOf = (clients: readonly NorthbeamClient[]) =>
  (["Enterprise", "Teams"] as const).flatMap(
    (plan) =>
      clients
        .filter((client) => client.plan === plan)
        .toSorted((one, other) => other.members.length - one.members.length)[0] ?? [],
  );

/** One of each role: rather somebody whose log-in takes a password alone, and nobody who gets codes by mail. */
function peopleOf(client: NorthbeamClient): ClientMember[] {
  const easy = client.members.filter(
    (member) => member.status === "Confirmed" && (member.twoStep || !needsStep(client, member)),
  );
  return (["owner", "admin", "custom", "user"] as const).flatMap((role) => {
    const found = easy.filter((member) => member.role.role === role);
    return found.find(({ twoStep }) => !twoStep) ?? found[0] ?? [];
  });
}
