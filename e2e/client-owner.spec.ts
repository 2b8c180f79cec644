import { inspect } from "./inspect";
import { expect, joinAsNewcomer, test } from "./people";
import {
  choose,
  confirmInConsole,
  fillMatrix,
  goTo,
  makeClient,
  makeFromPreset,
  openProvider,
  takeStep,
} from "./prepare";

const team = "Équipe <IT> & 財務";

test("an owner sets the organization up by its steps", { tag: "@long" }, async ({ as }) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Groups", email: "brett@groups.example" });
  const owner = await as({ name: "Olive Groups", email: "olive@groups.example", locale: "fr" });
  const client = "Groups & Sons";

  await test.step("a client with its owner, and a collection that the owner was not given", async () => {
    await openProvider(as, brett, "Groups Provider");
    const { page, say } = brett;
    await makeClient(brett, { name: client, owner: owner.email, seats: 5 });
    await joinAsNewcomer(owner, "organization");
    await page.getByRole("link", { name: client, exact: true }).click();
    await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
    const home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await goTo(brett, "console.members");
    await page.reload();
    await confirmInConsole(brett, owner);
    await goTo(brett, "console.collections");
    // Made during a visit, so that no member has them.
    for (const name of ["Socials", "Archives"]) {
      await page.getByRole("button", { name: say("collections.new") }).click();
      const dialog = page.getByRole("dialog", { name: say("collections.dialog.title") });
      await dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill(name);
      await dialog.getByRole("button", { name: say("collections.dialog.create") }).click();
      await expect(page.getByRole("link", { name })).toBeVisible();
    }
    await owner.page.goto(home);
  });

  await test.step("the overview says what is done, and what comes next", async () => {
    const { page, say } = owner;
    await expect(page.getByText(say("console.setUp.progress", { done: 1, all: 4 })).first()).toBeVisible();
    const visits = page.getByRole("table", { name: say("console.visits") });
    await expect(visits.getByRole("row").filter({ hasText: brett.email })).toBeVisible();
    await inspect(owner, "the overview of an organization");
  });

  await test.step("collections by function, and groups, from a preset", async () => {
    const { page, say } = owner;
    await goTo(owner, "console.collections");
    await page.getByRole("button", { name: say("collections.presets.open") }).click();
    await inspect(owner, "collections from a preset");
    await makeFromPreset(owner, {
      kind: "function",
      collections: ["Finances", "Réseaux", "Achats"],
      groups: [team, "Ventes"],
    });
  });

  await test.step("one is nested, and given to a group and a member at once", async () => {
    const { page, say } = owner;
    await page.getByRole("button", { name: say("collections.new") }).click();
    const dialog = page.getByRole("dialog", { name: say("collections.dialog.title") });
    await dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill("Photos");
    await dialog.getByLabel(say("collections.dialog.nest")).selectOption({ label: "Réseaux" });
    await dialog.getByRole("tab", { name: say("collections.dialog.access") }).click();
    const picker = dialog.getByLabel(say("collections.access.addHolder"));
    await picker.selectOption({ label: say("collections.access.groupNamed", { name: "Ventes" }) });
    await picker.selectOption({ label: `${owner.name} · ${owner.email}` });
    await inspect(owner, "a new collection for a group and a member");
    await dialog.getByRole("button", { name: say("collections.dialog.create") }).click();
    const row = page
      .getByRole("row")
      .filter({ has: page.getByRole("link", { name: "Photos", exact: true }) });
    await expect(row).toContainText("Ventes");
    await inspect(owner, "collections as a tree");
  });

  await test.step("several are given and deleted at once", async () => {
    const { page, say } = owner;
    for (const name of ["Finances", "Réseaux"])
      await page.getByRole("checkbox", { name: say("collections.select", { name }), exact: true }).check();
    await page.getByRole("button", { name: say("collections.bulk") }).click();
    await page.getByRole("menuitem", { name: say("collections.editAccess") }).click();
    const dialog = page.getByRole("dialog", { name: say("collections.several.title", { count: 2 }) });
    await dialog
      .getByLabel(say("collections.access.addHolder"))
      .selectOption({ label: say("collections.access.groupNamed", { name: team }) });
    await inspect(owner, "access to several collections");
    await dialog.getByRole("button", { name: say("collections.several.action") }).click();
    await expect(dialog).toBeHidden();
    const finances = page.getByRole("row").filter({ hasText: "Finances" });
    await expect(finances).toContainText(team);
  });

  await test.step("the owner comes into a group", async () => {
    const { page, say } = owner;
    await goTo(owner, "console.groups");
    await choose(owner, "groups.options", team, "groups.menu.members");
    const drawer = page.getByRole("dialog", { name: say("groups.membersDrawer.title", { name: team }) });
    await drawer
      .getByLabel(say("collections.access.add"))
      .selectOption({ label: `${owner.name} · ${owner.email}` });
    await inspect(owner, "members of a group");
    await drawer.getByRole("button", { name: say("groups.membersDrawer.save") }).click();
    await expect(drawer).toBeHidden();
    const row = page.getByRole("row").filter({ hasText: team });
    await expect(row.getByRole("cell", { name: "1", exact: true })).toBeVisible();
    await inspect(owner, "groups");
  });

  await test.step("the matrix gives the group the collection, and the owner has it", async () => {
    const { page, say } = owner;
    await page.getByRole("link", { name: say("groups.matrixLink") }).click();
    await expect(page.getByRole("button", { name: say("groups.matrix.save", { count: 0 }) })).toBeDisabled();
    await inspect(owner, "the matrix");
    await fillMatrix(owner, [{ group: team, collection: "Socials", permission: "view" }]);
    await page
      .getByLabel(say("groups.resulting.member"), { exact: true })
      .selectOption({ label: `${owner.name} · ${owner.email}` });
    const through = say("groups.resulting.through", { groups: team });
    await expect(page.getByRole("listitem").filter({ hasText: "Socials" })).toContainText(through);
  });

  await test.step("then the members are invited, and the steps are ticked", async () => {
    const { page, say } = owner;
    await takeStep(owner, "invite");
    const dialog = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
    await dialog.getByLabel(say("people.addresses.label")).fill("first@groups.example");
    await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
    await expect(dialog).toBeHidden();
    await goTo(owner, "console.overview");
    await expect(page.getByText(say("console.setUp.progress", { done: 3, all: 4 })).first()).toBeVisible();
    await page.getByRole("button", { name: say("ui.steps.hide") }).click();
    await page.reload();
    await expect(page.getByRole("button", { name: say("ui.steps.show") })).toBeVisible();
    await expect(page.getByText(say("console.setUp.populate"), { exact: true })).toHaveCount(0);
  });

  await test.step("owners say that they reach only what they were given", async () => {
    const { page, say } = owner;
    await goTo(owner, "console.settings");
    await page
      .getByRole("checkbox", {
        name: say("console.settingsPage.switches.allowAdminAccessToAllCollectionItems"),
      })
      .uncheck();
    await inspect(owner, "settings of an organization");
    await page
      .getByRole("button", { name: say("console.settingsPage.switches.save"), exact: true })
      .nth(1)
      .click();
    await expect(page.getByText(say("console.settingsPage.switches.saved")).first()).toBeVisible();
    await goTo(owner, "console.collections");
    const rows = page.getByRole("row");
    await expect(rows.nth(1)).toContainText(say("collections.unassigned"));
    const photos = rows.filter({ has: page.getByRole("link", { name: "Photos", exact: true }) });
    await expect(photos).toContainText(say("collections.permissions.manage"));
    await expect(rows.filter({ hasText: "Archives" })).toContainText(say("collections.noPermission"));
    await inspect(owner, "collections without access");
  });
});
