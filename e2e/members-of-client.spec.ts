import { inspect } from "./inspect";
import { expect, joinAsNewcomer, type Person, test } from "./people";
import { aClientWith, choose, compare, goTo, openProvider } from "./prepare";

const client = "Members & Sons";
const rowOf = ({ page }: Person, email: string) => page.getByRole("row").filter({ hasText: email });

test("an owner invites with role, group and collection, edits, revokes and restores", {
  tag: "@long",
}, async ({ as }) => {
  test.setTimeout(300_000);
  const brett = await as({ name: "Brett Members", email: "brett@members.example" });
  const owner = await as({ name: "Olive Members", email: "olive@members.example" });
  const member = await as({ name: "Billy Members", email: "billy@members.example" });
  const { page, say } = owner;
  let home = "";
  const make = async (what: "group" | "collection", name: string) => {
    const [heading, words] =
      what === "group" ? ["groups.new", "groups.nameDialog"] : ["collections.new", "collections.dialog"];
    await page
      .getByRole("button", { name: say(heading) })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: say(`${words}.title`) });
    await dialog.getByLabel(say(`${words}.name`), { exact: true }).fill(name);
    await dialog.getByRole("button", { name: say(`${words}.create`) }).click();
    await expect(dialog).toBeHidden();
  };

  await test.step("a client with its owner, a group and two collections", async () => {
    await openProvider(as, brett, "Members Provider");
    home = await aClientWith(brett, { name: client, plan: "enterprise", owner });
    await page.goto(`${home}/collections`);
    await make("collection", "Taxes");
    await make("collection", "Socials");
    await goTo(owner, "console.groups");
    await make("group", "Finance");
  });

  await test.step("one dialog gives role, group and collection", async () => {
    await goTo(owner, "console.members");
    await page.getByRole("button", { name: say("members.invite") }).click();
    const dialog = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
    await dialog.getByLabel(say("people.addresses.label")).fill(member.email);
    await dialog.getByRole("radio", { name: say("console.roles.custom") }).check();
    await dialog.getByLabel(say("members.permissions.event_logs")).check();
    await inspect(owner, "invite with a custom role");
    await dialog.getByRole("tab", { name: say("members.tabs.groups") }).click();
    await dialog.getByLabel("Finance").check();
    await inspect(owner, "invite into groups");
    await dialog.getByRole("tab", { name: say("members.tabs.collections") }).click();
    await dialog
      .getByLabel("Taxes", { exact: true })
      .selectOption({ label: say("collections.permissions.view") });
    await inspect(owner, "invite with collections");
    await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
    await expect(rowOf(owner, member.email)).toContainText("Finance");
    await expect(rowOf(owner, member.email)).toContainText(say("console.roles.custom"));
  });

  await test.step("the member joins, and sees exactly that", async () => {
    await joinAsNewcomer(member, "organization");
    await page.reload();
    await choose(owner, "members.list.options", member.name, "members.act.confirm");
    await compare(owner, member);
    await expect(rowOf(owner, member.email)).not.toContainText(say("members.status.accepted"));
    await member.page.goto("/vault");
    await expect(member.page.getByText("Taxes").first()).toBeVisible();
    await expect(member.page.getByText("Socials")).toHaveCount(0);
    await member.page.goto(home);
    await expect(
      member.page.getByRole("heading", { name: member.say("console.overview"), level: 1 }),
    ).toBeVisible();
    const inside = member.page.getByRole("navigation");
    await expect(inside.getByRole("link", { name: member.say("console.events") })).toBeVisible();
    for (const entry of ["console.members", "console.groups", "console.collections", "console.settings"])
      await expect(inside.getByRole("link", { name: member.say(entry), exact: true })).toHaveCount(0);
    // A page that has something to say about a policy says it only to those who may see the page.
    await member.page.goto(`${home}/recovery`);
    await expect(member.page.getByText(member.say("errors.notFound.title"))).toBeVisible();
    await member.page.goto(home);
  });

  await test.step("the drawer gives another permission and another collection, and has an address", async () => {
    await choose(owner, "members.list.options", member.name, "members.act.edit");
    const drawer = page.getByRole("dialog", { name: member.name });
    await drawer.getByLabel(say("members.permissions.manage_groups")).check();
    await drawer.getByRole("tab", { name: say("members.tabs.collections") }).click();
    await drawer
      .getByLabel("Socials", { exact: true })
      .selectOption({ label: say("collections.permissions.edit") });
    await inspect(owner, "edit a member");
    await expect(page).toHaveURL(/member=/);
    await drawer.getByRole("button", { name: say("members.drawer.save") }).click();
    await expect(page.getByText(say("members.drawer.saved"))).toBeVisible();
    await expect(drawer).toBeHidden();
    await member.page.reload();
    await expect(
      member.page.getByRole("navigation").getByRole("link", { name: member.say("console.groups") }),
    ).toBeVisible();
  });

  await test.step("a report says what each member reaches", async () => {
    await page
      .getByRole("navigation")
      .getByRole("link", { name: say("console.reports") })
      .click();
    await page.getByRole("link", { name: say("reports.memberAccess") }).click();
    await expect(page.getByRole("heading", { name: say("members.report.title"), level: 1 })).toBeVisible();
    const row = rowOf(owner, member.email);
    await expect(row.getByRole("cell", { name: "2", exact: true })).toBeVisible();
    await page.getByRole("button", { name: member.name, exact: true }).click();
    const drawer = page.getByRole("dialog", { name: member.name });
    await expect(drawer).toContainText("Taxes");
    await inspect(owner, "member access");
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: say("members.report.export") }).click();
    expect((await saving).suggestedFilename()).toMatch(/^trousseau-member-access-.*\.csv$/);
  });

  await test.step("revoking takes it away on the next click", async () => {
    await goTo(owner, "console.members");
    await choose(owner, "members.list.options", member.name, "members.act.revoke");
    const dialog = page.getByRole("alertdialog");
    await inspect(owner, "revoke a member");
    await dialog.getByRole("button", { name: say("members.removeDialog.revoke.confirm") }).click();
    await expect(dialog).toBeHidden();
    await expect(rowOf(owner, member.email)).toHaveCount(0);
    await member.page
      .getByRole("navigation")
      .getByRole("link", { name: member.say("console.events") })
      .click();
    const told = member.page.getByText(member.say("join.withdrawn.title", { name: client })).first();
    await expect(told).toBeVisible();
    await member.page.reload();
    await expect(told).toBeVisible();
    await inspect(member, "a console that was withdrawn");
    await member.page.getByRole("link", { name: member.say("join.withdrawn.vault") }).click();
    await expect(told).toBeVisible();
    await expect(member.page.getByText(member.say("vault.all")).first()).toBeVisible();
    await expect(member.page.getByText("Taxes")).toHaveCount(0);
  });

  await test.step("restoring gives it back", async () => {
    await page.getByRole("link", { name: new RegExp(`^${say("members.filter.revoked")}`) }).click();
    await expect(rowOf(owner, member.email)).toContainText(say("members.status.revoked"));
    await inspect(owner, "revoked members");
    await choose(owner, "members.list.options", member.name, "members.act.restore");
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: say("members.removeDialog.restore.confirm") }).click();
    await expect(dialog).toBeHidden();
    await member.page.reload();
    await expect(member.page.getByText("Taxes").first()).toBeVisible();
  });

  await test.step("where every member may make collections, the member makes one and looks after it", async () => {
    const theirs = member.page;
    const making = theirs.getByRole("button", { name: member.say("vault.new"), exact: true });
    const create = theirs.getByRole("menuitem", { name: member.say("vault.others.collection"), exact: true });
    await making.click();
    const folder = theirs.getByRole("menuitem", { name: member.say("vault.others.folder"), exact: true });
    await expect(folder).toBeVisible();
    await expect(create).toHaveCount(0);
    await theirs.keyboard.press("Escape");
    await goTo(owner, "console.settings");
    for (const name of ["limitCollectionCreation", "limitCollectionDeletion"])
      await page.getByRole("checkbox", { name: say(`console.settingsPage.switches.${name}`) }).uncheck();
    await page
      .getByRole("button", { name: say("console.settingsPage.switches.save"), exact: true })
      .nth(1)
      .click();
    await expect(page.getByText(say("console.settingsPage.switches.saved")).first()).toBeVisible();

    await theirs.reload();
    await expect(async () => {
      await theirs.keyboard.press("Escape");
      await making.click();
      await expect(create).toBeVisible({ timeout: 3000 });
    }).toPass();
    await create.click();
    const title = member.say("collections.dialog.titleIn", { organization: client });
    const dialog = theirs.getByRole("dialog", { name: title });
    await dialog.getByLabel(member.say("collections.dialog.name"), { exact: true }).fill("Fairs");
    await dialog.getByRole("tab", { name: member.say("collections.dialog.access") }).click();
    await expect(dialog.getByText(member.say("collections.access.makerManages"))).toBeVisible();
    await dialog
      .getByLabel(member.say("collections.access.addHolder"))
      .selectOption({ label: `${owner.name} · ${owner.email}` });
    await inspect(member, "a new collection from the vault");
    await dialog.getByRole("button", { name: member.say("collections.dialog.create") }).click();
    await expect(dialog).toBeHidden();

    const filters = theirs.getByRole("navigation", { name: member.say("vault.filters") });
    await filters.getByRole("button", { name: /^Fairs/ }).click();
    await choose(member, "collections.options", "Fairs", "collections.rename");
    const renaming = theirs.getByRole("dialog", { name: member.say("collections.dialog.rename") });
    await renaming.getByLabel(member.say("collections.dialog.name"), { exact: true }).fill("Markets");
    await renaming.getByRole("button", { name: member.say("collections.dialog.save") }).click();
    await expect(theirs.getByRole("heading", { name: "Markets", level: 1 })).toBeVisible();
    await choose(member, "collections.options", "Markets", "collections.editAccess");
    const access = theirs.getByRole("dialog", {
      name: member.say("collections.access.title", { name: "Markets" }),
    });
    await expect(access.getByText(owner.name)).toBeVisible();
    await inspect(member, "access to one's own collection");
    await theirs.keyboard.press("Escape");
    await choose(member, "collections.options", "Markets", "collections.delete");
    const asking = theirs.getByRole("alertdialog");
    await asking
      .getByRole("button", { name: member.say("collections.deletion.action", { count: 1 }) })
      .click();
    await expect(filters.getByRole("button", { name: /^Markets/ })).toHaveCount(0);
  });

  await test.step("the member leaves", async () => {
    await member.page.goto("/account");
    await member.page
      .getByRole("button", { name: member.say("members.leave.actionOf", { name: client }) })
      .click();
    await inspect(member, "leave an organization");
    await member.page
      .getByRole("alertdialog")
      .getByRole("button", { name: member.say("members.leave.action") })
      .click();
    await expect(member.page.getByText(member.say("members.leave.done", { name: client }))).toBeVisible();
    await page.goto(`${home}/members`);
    await expect(rowOf(owner, owner.email)).toBeVisible();
    await expect(rowOf(owner, member.email)).toHaveCount(0);
  });
});
