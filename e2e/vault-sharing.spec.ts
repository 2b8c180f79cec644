import { inspect } from "./inspect";
import { expect, type Person, test } from "./people";
import { aClientWith, choose, newCollection, newItem, openProvider } from "./prepare";

/** The form of an item, opened from its row. */
async function edit(person: Person, name: string) {
  await choose(person, "vault.options", name, "vault.acts.edit");
  return person.page.getByRole("dialog", { name: person.say("vault.form.edit", { kind: "login" }) });
}

const username = ({ say }: Person) => new RegExp(`^${say("vault.parts.username")}`);

test("two people share an item, edit it at once, and arrange it each for themselves", {
  tag: "@long",
}, async ({ as }) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Sharing", email: "brett@sharing.example" });
  const olive = await as({ name: "Olive Sharing", email: "olive@sharing.example" });
  const max = await as({ name: "Max Sharing", email: "max@sharing.example", locale: "fr" });
  const client = "Sharing & Sons";
  let home = "";

  await test.step("a client with an owner, a member, and a collection that both have", async () => {
    await openProvider(as, brett, "Sharing Provider");
    home = await aClientWith(brett, { name: client, owner: olive, member: max });
    await olive.page.goto(`${home}/collections`);
    await newCollection(olive, "Networks", [olive, max]);
  });

  await test.step("an item of one's own is moved into it", async () => {
    const { page, say } = olive;
    await page.goto("/vault");
    const form = await newItem(olive, "vault.new");
    await form.getByLabel(say("vault.form.name"), { exact: true }).fill("Router");
    await form.getByLabel(username(olive)).fill("admin");
    await form.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(form).toBeHidden();
    await choose(olive, "vault.options", "Router", "vault.acts.share");
    const dialog = page.getByRole("dialog", { name: say("vault.share.title", { count: 1, name: "Router" }) });
    await inspect(olive, "moving an item to an organization");
    await dialog.getByRole("checkbox", { name: "Networks" }).check();
    await dialog.getByRole("button", { name: say("vault.share.action") }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("row").filter({ hasText: "Router" })).toContainText(client);
  });

  await test.step("another finds it, and both edit it: whoever saves last sees both versions", async () => {
    const { page, say } = max;
    await page.goto("/vault");
    const mine = await edit(max, "Router");
    await mine.getByLabel(username(max)).fill("max-admin");

    const theirs = await edit(olive, "Router");
    await theirs.getByLabel(username(olive)).fill("olive-admin");
    await theirs.getByRole("button", { name: olive.say("vault.form.save") }).click();
    await expect(theirs).toBeHidden();

    await mine.getByRole("button", { name: say("vault.form.save") }).click();
    await mine.getByRole("button", { name: say("ui.stale.load") }).click();
    const versions = mine.getByRole("group", { name: say("vault.parts.username") });
    await expect(versions).toContainText("max-admin");
    await expect(versions).toContainText("olive-admin");
    await inspect(max, "two versions of an item");
    await versions.getByRole("radio", { name: new RegExp(say("vault.conflict.both")) }).check();
    await mine.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(mine).toBeHidden();

    await olive.page.reload();
    await olive.page.getByRole("button", { name: "Router", exact: true }).click();
    const drawer = olive.page.getByRole("dialog", { name: "Router" });
    for (const kept of ["max-admin", "olive-admin"]) await expect(drawer.getByText(kept)).toBeVisible();
    await olive.page.keyboard.press("Escape");
  });

  await test.step("one of them puts it into a folder of their own", async () => {
    const { page, say } = max;
    await page.getByRole("button", { name: say("vault.folder.new") }).click();
    const dialog = page.getByRole("dialog", { name: say("vault.folder.new") });
    await dialog.getByLabel(say("vault.form.name"), { exact: true }).fill("Réseau");
    await dialog.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(dialog).toBeHidden();
    await choose(max, "vault.options", "Router", "vault.acts.folder");
    const move = page.getByRole("dialog", { name: say("vault.folder.move", { count: 1, name: "Router" }) });
    await move.getByLabel(say("vault.folder.one"), { exact: true }).selectOption({ label: "Réseau" });
    await move.getByRole("button", { name: say("vault.folder.moveAction") }).click();
    await expect(move).toBeHidden();
    await page
      .getByRole("navigation", { name: say("vault.filters") })
      .getByRole("button", { name: /^Réseau/ })
      .click();
    await expect(page.getByRole("heading", { name: "Réseau", level: 1 })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Router" })).toBeVisible();
    await inspect(max, "a folder");
  });

  await test.step("what is deleted is restored in the console, and assigned there", async () => {
    const { page, say } = olive;
    await choose(olive, "vault.options", "Router", "vault.acts.trash");
    await page
      .getByRole("button", { name: say("vault.deletion.trash.action"), exact: true })
      .last()
      .click();
    await expect(page.getByRole("row").filter({ hasText: "Router" })).toBeHidden();
    await page.goto(`${home}/collections`);
    await page.getByRole("link", { name: say("collections.trash"), exact: true }).click();
    await expect(page.getByRole("row").filter({ hasText: "Router" })).toBeVisible();
    await inspect(olive, "the trash of an organization");
    await choose(olive, "vault.options", "Router", "vault.acts.restore");
    await expect(page.getByText(say("collections.item.emptyTrash"))).toBeVisible();

    await page.goto(`${home}/collections`);
    await page.getByRole("link", { name: "Networks", exact: true }).click();
    await choose(olive, "vault.options", "Router", "vault.acts.assign");
    const dialog = page.getByRole("dialog", {
      name: say("vault.assign.title", { count: 1, name: "Router" }),
    });
    await expect(dialog.getByRole("checkbox", { name: "Networks" })).toBeChecked();
    await inspect(olive, "the collections of an item");
    await dialog.getByRole("checkbox", { name: "Networks" }).uncheck();
    await dialog.getByRole("button", { name: say("vault.assign.action") }).click();
    await expect(dialog).toBeHidden();
    await page.goto(`${home}/collections/unassigned`);
    await expect(page.getByRole("row").filter({ hasText: "Router" })).toBeVisible();
  });
});
