import { linkMailedTo } from "./mailbox";
import { expect, joinAsNewcomer, test } from "./people";
import {
  confirmInConsole,
  goTo,
  inviteProvider,
  inviteToTeam,
  makeClient,
  newItem,
  setUpProvider,
  signInAdministrator,
} from "./prepare";
import { reachesAll } from "./reach";

const hard = {
  wide: "W".repeat(50),
  narrow: "i".repeat(50),
  rightToLeft: "مكتب الدراسات والاستشارات التقنية للشمال والجنوب",
  combining: "Z\u0337\u0322e\u0301\u0316".repeat(10),
  emoji: "🔑".repeat(25),
};
const longEmail = (name: string) => `${name}.${"m".repeat(40)}@${"d".repeat(50)}.example`;

test("names of any width and direction leave everything in reach", { tag: "@long" }, async ({ as }) => {
  test.setTimeout(300_000);
  const admin = await signInAdministrator(as);
  const brett = await as({ name: hard.wide, email: longEmail("wide") });
  const owner = await as({ name: hard.emoji, email: longEmail("owner") });
  const { page, say } = brett;

  await inviteProvider(admin, brett.email);
  await reachesAll(admin, "providers, one invited");
  await setUpProvider(brett, hard.rightToLeft);
  for (const name of Object.values(hard)) {
    await makeClient(brett, { name, owner: owner.email, seats: 5 });
  }
  await expect(
    page.getByRole("button", { name: say("clients.list.options", { name: hard.wide }) }),
  ).toBeVisible();
  await reachesAll(brett, "clients");

  await test.step("a name that runs the other way begins with its beginning", async () => {
    const brand = page.locator("aside").getByText(hard.rightToLeft);
    await expect(brand).toHaveCSS("direction", "rtl");
    await expect(brand).toHaveAttribute("dir", "auto");
  });

  await inviteToTeam(brett, longEmail("later"));
  await reachesAll(brett, "members");
  for (const entry of ["events", "subscription", "history", "settings"]) {
    await goTo(brett, `portal.nav.${entry}`);
    await reachesAll(brett, entry);
  }
  await admin.page.reload();
  await reachesAll(admin, "providers");
  await admin.page.goto("/admin/mail");
  await reachesAll(admin, "mails");

  await owner.page.goto(await linkMailedTo(owner.email));
  await reachesAll(owner, "an invitation");

  await goTo(brett, "portal.nav.clients");
  await page.getByRole("link", { name: hard.emoji }).click();
  await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
  await reachesAll(brett, "the overview of a client");
  await goTo(brett, "console.collections");
  for (const name of [hard.wide, hard.rightToLeft]) {
    await page.getByRole("button", { name: say("collections.new") }).click();
    const dialog = page.getByRole("dialog", { name: say("collections.dialog.title") });
    await dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill(name);
    await dialog.getByRole("button", { name: say("collections.dialog.create") }).click();
    await expect(page.getByRole("link", { name })).toBeVisible();
  }
  await reachesAll(brett, "collections");
  await page.getByRole("button", { name: say("collections.options", { name: hard.wide }) }).click();
  await page.getByRole("menuitem", { name: say("collections.editAccess") }).click();
  await expect(page.getByRole("dialog").getByRole("combobox").first()).toBeVisible();
  await reachesAll(brett, "access to a collection");
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: hard.wide }).click();
  await expect(page.getByRole("heading", { name: hard.wide, level: 1 })).toBeVisible();
  for (const name of [hard.wide, hard.rightToLeft]) {
    const item = await newItem({ page, say }, "collections.item.new");
    await item.getByLabel(say("vault.form.name"), { exact: true }).fill(name);
    await item.getByLabel(say("vault.parts.username")).fill(longEmail("user"));
    await item.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
  }
  await reachesAll(brett, "items");
  await page.getByRole("button", { name: hard.wide, exact: true }).click();
  await expect(page.getByRole("dialog", { name: hard.wide })).toBeVisible();
  await reachesAll(brett, "items with one in the drawer");
  await page.keyboard.press("Escape");

  await goTo(brett, "console.members");
  await page.getByRole("button", { name: say("members.invite") }).click();
  await reachesAll(brett, "invite members of a client");
  await page.getByRole("tab", { name: say("members.tabs.collections") }).click();
  await expect(page.getByRole("dialog").getByText(hard.wide)).toBeVisible();
  await reachesAll(brett, "invite members into collections");
  await page.keyboard.press("Escape");
  await joinAsNewcomer(owner, "organization");
  await page.reload();
  await confirmInConsole(brett, owner);
  await reachesAll(brett, "members of a client");
  await goTo(brett, "console.events");
  await reachesAll(brett, "events of a client");

  await owner.page.goto("/vault");
  await expect(owner.page.getByRole("button", { name: say("vault.new"), exact: true })).toBeVisible();
  await reachesAll(owner, "vault");
  await owner.page.goto("/account");
  await reachesAll(owner, "account");
});
