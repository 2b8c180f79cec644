import { inspect } from "./inspect";
import { expect, joinAsNewcomer, test } from "./people";
import { choose, confirmInConsole, goTo, makeClient, openProvider } from "./prepare";

test("an owner gives collections to a group, and narrows what the provider may do", async ({ as }) => {
  test.setTimeout(180_000);
  const brett = await as({ name: "Brett Groups", email: "brett@groups.example" });
  const owner = await as({ name: "Olive Groups", email: "olive@groups.example", locale: "fr" });
  const client = "Groups & Sons";
  let home = "";

  await test.step("a client with its owner, and a collection that the owner was not given", async () => {
    await openProvider(as, brett, "Groups Provider");
    const { page, say } = brett;
    await makeClient(brett, { name: client, owner: owner.email, seats: 5 });
    await joinAsNewcomer(owner, "organization");
    await page.getByRole("link", { name: client, exact: true }).click();
    await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
    home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await goTo(brett, "console.members");
    await page.reload();
    await confirmInConsole(brett, owner);
    await goTo(brett, "console.collections");
    await page.getByRole("button", { name: say("collections.new") }).click();
    const dialog = page.getByRole("dialog", { name: say("collections.dialog.title") });
    await dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill("Socials");
    await dialog.getByRole("button", { name: say("collections.dialog.create") }).click();
    await expect(page.getByRole("link", { name: "Socials" })).toBeVisible();
  });

  await test.step("the owner makes a group, and comes into it", async () => {
    const { page, say } = owner;
    await page.goto(`${home}/groups`);
    await page.getByRole("button", { name: say("groups.new") }).click();
    const dialog = page.getByRole("dialog", { name: say("groups.nameDialog.title") });
    await dialog.getByLabel(say("groups.nameDialog.name"), { exact: true }).fill("Équipe <IT> & 財務");
    await dialog.getByRole("button", { name: say("groups.nameDialog.create") }).click();
    await choose(owner, "groups.options", "Équipe <IT> & 財務", "groups.menu.members");
    const drawer = page.getByRole("dialog", {
      name: say("groups.membersDrawer.title", { name: "Équipe <IT> & 財務" }),
    });
    await drawer
      .getByLabel(say("collections.access.add"))
      .selectOption({ label: `${owner.name} · ${owner.email}` });
    await inspect(owner, "members of a group");
    await drawer.getByRole("button", { name: say("groups.membersDrawer.save") }).click();
    await expect(drawer).toBeHidden();
    const row = page.getByRole("row").filter({ hasText: "Équipe <IT> & 財務" });
    await expect(row.getByRole("cell", { name: "1", exact: true })).toBeVisible();
    await inspect(owner, "groups");
  });

  await test.step("the matrix gives the group the collection, and the owner has it", async () => {
    const { page, say } = owner;
    await page.getByRole("link", { name: say("groups.matrixLink") }).click();
    const cell = say("groups.matrix.cell", { group: "Équipe <IT> & 財務", collection: "Socials" });
    const select = page.getByRole("combobox", { name: cell });
    await select.focus();
    await select.selectOption(say("collections.permissions.view"));
    await inspect(owner, "the matrix");
    await page.getByRole("button", { name: say("groups.matrix.save", { count: 1 }) }).click();
    await expect(page.getByText(say("groups.matrix.saved", { count: 1 }))).toBeVisible();
    await page
      .getByLabel(say("groups.resulting.member"), { exact: true })
      .selectOption({ label: `${owner.name} · ${owner.email}` });
    const through = say("groups.resulting.through", { groups: "Équipe <IT> & 財務" });
    await expect(page.getByRole("listitem").filter({ hasText: "Socials" })).toContainText(through);
  });

  await test.step("the owner closes the door, and the technician feels it at the next click", async () => {
    const { page, say } = owner;
    await goTo(owner, "console.settings");
    await page.getByRole("radio", { name: say("console.settingsPage.access.closed") }).check();
    await inspect(owner, "settings of an organization");
    await page.getByRole("button", { name: say("console.settingsPage.access.save") }).click();
    await expect(page.getByText(say("console.settingsPage.access.saved"))).toBeVisible();
    const inside = brett.page
      .getByRole("navigation")
      .getByRole("link", { name: brett.say("console.groups") });
    await inside.click();
    await expect(
      brett.page.getByRole("heading", { name: brett.say("visits.provider_access_closed.title") }),
    ).toBeVisible();
  });

  await test.step("and sees what the provider did", async () => {
    const { page, say } = owner;
    await goTo(owner, "console.visits");
    const visit = page.getByRole("row").filter({ hasText: brett.email });
    await expect(visit).toBeVisible();
    await expect(visit).not.toContainText(say("console.visitsPage.open"));
    await inspect(owner, "visits of the provider");
  });
});
