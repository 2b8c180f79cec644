import { appendFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "@playwright/test";
import { expect, type Person, sitDown, test } from "../people";
import { type Alteration, alterAnswers } from "./alter-answers";
import { sealedIn, secretsIn, watchRequests } from "./watch-requests";
import { world } from "./world";

export type Who = "brett" | "olive" | "nadia";

/** A server that lies, and what a person must see of it. */
export type Attack = {
  name: string;
  /** At whose browser: one that has met the honest server before. */
  at: Who;
  /** Without anything that the browser remembers, signed out. */
  afresh?: true;
  /** What the server answers instead. */
  alter: readonly Alteration[];
  /** What the person does and must see. With `beginsLater`, the lies start when `begin` is called. */
  meet: (person: Person, begin: () => void) => Promise<void>;
  beginsLater?: true;
  /** Something sealed may leave, as it is sealed for whom the person saw. Else nothing sealed may. */
  seals?: true;
};

/** What a browser has kept from the honest server. */
export const keptBy = (who: Who) => join(dirname(process.env.HOSTILE_WORLD ?? ""), `${who}.json`);

export function runAttacks(attacks: readonly Attack[]): void {
  for (const attack of attacks) test(attack.name, ({ browser }) => run(browser, attack));
}

async function run(browser: Browser, { name, at, afresh, alter, meet, beginsLater, seals }: Attack) {
  const person = await sitDown(browser, world.people[at], afresh ? undefined : keptBy(at));
  const context = person.page.context();
  const sent = watchRequests(context);
  let isOn = !beginsLater;
  try {
    const changed = await alterAnswers(context, alter, () => isOn);
    await meet(person, () => {
      isOn = true;
    });
    expect(changed(), "answers that were changed").toBeGreaterThan(0);
    if (!seals) expect(sealedIn(sent), "nothing sealed leaves the browser").toEqual([]);
  } finally {
    // Answers may still be on their way when the person has seen enough.
    await context.unrouteAll({ behavior: "ignoreErrors" });
    const secrets = await secretsIn(sent);
    appendFileSync(
      process.env.HOSTILE_SUMMARY ?? "",
      `${JSON.stringify({ name, secrets: secrets.length })}\n`,
    );
    await context.close();
    expect(secrets, "secrets that were sent").toEqual([]);
  }
}
