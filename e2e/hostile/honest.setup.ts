import { expect, logIn, type Person, sitDown, test } from "../people";
import { showCollection, startConfirming } from "./acts";
import { keptBy, type Who } from "./attack";
import { world } from "./world";

/** What people have done on the honest server, and what their browsers remember of it. */
const honest: Record<Who, (person: Person) => Promise<void>> = {
  async brett(person) {
    for (const client of [world.cobalt, world.quartz]) {
      await showCollection(person, client);
      for (const name of Object.keys(client.items))
        await expect(person.page.getByRole("row").filter({ hasText: name })).toBeVisible();
    }
    const { mia } = world.people;
    const { page, say } = person;
    const members = `/organizations/${world.quartz.id}/members`;
    const dialog = await startConfirming(person, members, mia.name);
    await dialog.getByLabel(say("people.confirm.compared")).check();
    await dialog.getByLabel(say("people.confirm.dontAsk", { count: 1 })).check();
    await dialog.getByRole("button", { name: say("people.confirm.action") }).click();
    await expect(page.getByRole("row").filter({ hasText: mia.email })).not.toContainText(
      say("members.status.accepted"),
    );
    await expect(dialog).toBeHidden();
  },
  async olive({ page }) {
    for (const name of Object.keys(world.cobalt.items))
      await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
  },
  async nadia({ page, say }) {
    await expect(page.getByRole("heading", { name: say("vault.all"), level: 1 })).toBeVisible();
  },
};

for (const who of Object.keys(honest) as Who[])
  test(`${who} meets the honest server`, async ({ browser }) => {
    const person = await sitDown(browser, world.people[who]);
    await logIn(person);
    await honest[who](person);
    const context = person.page.context();
    await context.storageState({ path: keptBy(who), indexedDB: true });
    await context.close();
  });
