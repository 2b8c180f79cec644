import { inspect } from "./inspect";
import { expect, test } from "./people";
import { choose, goTo, openProvider } from "./prepare";

const name = "École Montclair";

test("somebody makes an organization, puts it under their provider, and takes it out again", async ({
  as,
}) => {
  const brett = await as({ name: "Brett Linking", email: "brett@linking.example", locale: "fr" });
  const { page, say } = brett;
  await openProvider(as, brett, "Linking Provider");
  const clients = page.url();

  await test.step("an organization of one's own", async () => {
    await page.goto("/vault");
    await page.getByRole("button", { name: say("organizations.new.title") }).click();
    const dialog = page.getByRole("dialog", { name: say("organizations.new.title") });
    await dialog.getByLabel(say("organizations.new.name")).fill(name);
    await dialog.getByLabel(say("organizations.new.seats"), { exact: true }).fill("20");
    await dialog.getByRole("button", { name: say("organizations.new.submit") }).click();
    await expect(page).toHaveURL(/\/organizations\//);
    await expect(page.getByText(name).first()).toBeVisible();
    await goTo(brett, "console.settings");
    const seats = page.getByLabel(say("organizations.new.seats"), { exact: true });
    await seats.fill("25");
    await page
      .locator("form", { has: seats })
      .getByRole("button", { name: say("organizations.plan.save") })
      .click();
    await expect(page.getByText(say("organizations.plan.saved"))).toBeVisible();
  });

  await test.step("becomes a client, with what that costs", async () => {
    await page.goto(clients);
    await page
      .getByRole("button", { name: say("clients.add.label") })
      .first()
      .click();
    await page.getByRole("menuitem", { name: say("clients.existing.title") }).click();
    const dialog = page.getByRole("dialog", { name: say("clients.existing.title") });
    await dialog.getByRole("button", { name: say("clients.existing.nextWith", { name }) }).click();
    await expect(dialog).toContainText(say("clients.existing.ownTitle"));
    await inspect(brett, "an existing organization, before it is added");
    await dialog.getByRole("button", { name: say("clients.existing.submit") }).click();
    await expect(dialog).toBeHidden();
    const row = page.getByRole("row").filter({ hasText: name });
    await expect(row.getByRole("cell", { name: "25", exact: true })).toBeVisible();
  });

  await test.step("and leaves it: both logs say so", async () => {
    await choose(brett, "clients.list.options", name, "clients.unlink.action");
    const asking = page.getByRole("alertdialog", { name: say("clients.unlink.title", { name }) });
    await asking.getByRole("button", { name: say("clients.unlink.confirm") }).click();
    await expect(page.getByText(say("clients.list.emptyTitle"))).toBeVisible();
    await goTo(brett, "portal.nav.events");
    const said = { name, seats: 25 };
    await expect(page.getByText(say("event.client.removed", said))).toBeVisible();
    await expect(page.getByText(say("event.client.added", { ...said, plan: "teams" }))).toBeVisible();
  });
});
