import { expect, test } from "./people";
import { aClientWith, choose, goTo, newItem, openProvider } from "./prepare";

test("after somebody has left, an owner replaces the key, and everybody goes on", { tag: "@long" }, async ({
  as,
}) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Rotation", email: "brett@rotation.example" });
  const owner = await as({ name: "Olive Rotation", email: "olive@rotation.example" });
  const member = await as({ name: "Mallory Rotation", email: "mallory@rotation.example" });
  const client = "Rotation & Sons";
  const item = "Router";
  let home = "";

  await test.step("a client with an owner, a member and an item", async () => {
    await openProvider(as, brett, "Rotation Provider");
    const { page, say } = brett;
    home = await aClientWith(brett, { name: client, owner, member });
    await goTo(brett, "console.collections");
    await page.getByRole("link", { name: "Default collection" }).click();
    const form = await newItem(brett, "collections.item.new");
    await form.getByLabel(say("vault.form.name"), { exact: true }).fill(item);
    await form.getByLabel(new RegExp(`^${say("vault.parts.password")}`)).fill("kV7#mQ2p-Lr9xT!we");
    await form.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(form).toBeHidden();
    await expect(page.getByRole("row").filter({ hasText: item })).toBeVisible();
  });

  await test.step("the owner removes an admin, and is told to replace the key", async () => {
    const { page, say } = owner;
    await page.goto(`${home}/members`);
    await choose(owner, "members.list.options", member.name, "members.act.remove");
    const dialog = page.getByRole("alertdialog");
    await dialog.getByRole("button", { name: say("members.removeDialog.remove.confirm") }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(say("rotation.afterRemoval.title"))).toBeVisible();
    await page.getByRole("link", { name: say("rotation.rotate") }).click();
  });

  await test.step("the key is replaced, with those named whom the owner meets for the first time", async () => {
    const { page, say } = owner;
    await page.getByRole("button", { name: say("rotation.rotate") }).click();
    const dialog = page.getByRole("dialog", { name: say("rotation.dialogTitle", { organization: client }) });
    await dialog.getByRole("button", { name: say("rotation.begin") }).click();
    await dialog.getByText(`${brett.name} (${brett.email})`).click();
    await expect(dialog.getByText(/^[a-z]+-$/).first()).toBeVisible();
    await dialog.getByRole("button", { name: say("rotation.switch") }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(say("rotation.done", { waiting: 0 }))).toBeVisible();
    await page.goto(`${home}/collections`);
    await expect(page.getByRole("link", { name: "Default collection" })).toBeVisible();
  });

  await test.step("the provider, whose browser holds the former key, goes on in its visit", async () => {
    const { page, say } = brett;
    await goTo(brett, "console.collections");
    await page.getByRole("link", { name: "Default collection" }).click();
    await expect(page.getByRole("row").filter({ hasText: item })).toBeVisible();
    await expect(page.getByText(say("common.vault.notOpened"))).toBeHidden();
  });

  await test.step("and so does somebody of the provider after a new log-in", async () => {
    const { page } = brett;
    await page.goto(`${home}/collections`);
    await page.reload();
    await expect(page.getByRole("link", { name: "Default collection" })).toBeVisible();
  });

  await test.step("an item that does not open is left behind, after typing how many, and the key is replaced", async () => {
    const { page, say } = owner;
    const rows = "**/organization-rotation-rows";
    await page.route(rows, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const noise = `2.${"A".repeat(22)}==|`;
      const body = text.includes('"item"') ? text.replace(/2\.[\w+/]{22}==\|/, noise) : text;
      await route.fulfill({ response, body });
    });
    await page.goto(`${home}/settings`);
    await page.getByRole("button", { name: say("rotation.rotate") }).click();
    const dialog = page.getByRole("dialog", { name: say("rotation.dialogTitle", { organization: client }) });
    await dialog.getByRole("button", { name: say("rotation.begin") }).click();
    await expect(dialog.getByText(say("rotation.damaged", { count: 1 }))).toBeVisible();
    await dialog.getByRole("button", { name: say("rotation.lost.leave") }).click();
    const question = page.getByRole("alertdialog");
    const leave = question.getByRole("button", { name: say("rotation.lost.leave") });
    await expect(leave).toBeDisabled();
    await question.getByRole("textbox").fill("1");
    await leave.click();
    await dialog.getByRole("button", { name: say("rotation.switch") }).click();
    await expect(page.getByText(say("rotation.done", { waiting: 0 }))).toBeVisible();
    await page.unroute(rows);
    await page.goto(`${home}/collections`);
    await page.getByRole("link", { name: "Default collection" }).click();
    await expect(page.getByRole("row").filter({ hasText: item })).toBeHidden();
  });
});
