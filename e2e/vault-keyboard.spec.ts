import { press, pressEntry, tabTo, type } from "./keys";
import { expect, masterPassword, signUp, test } from "./people";

test("a keyboard is enough for the whole vault", async ({ as }) => {
  test.setTimeout(240_000);
  const kim = { name: "Kim Board", email: "kim@board.example" };
  await signUp(await as(kim));
  const person = await as(kim);
  const { page, say } = person;
  const title = (text: string) => page.getByRole("heading", { name: text, level: 1 });
  const row = (name: string) => page.getByRole("row").filter({ hasText: name });
  const opener = (name: string) => page.getByRole("button", { name, exact: true });
  const options = (name: string) =>
    page.getByRole("button", { name: say("vault.options", { name }), exact: true });
  const view = (name: string) =>
    page
      .getByRole("navigation", { name: say("vault.filters") })
      .getByRole("button", { name: new RegExp(`^${name}`) });
  const password = say("vault.parts.password");

  await test.step("to log in", async () => {
    await page.goto("/log-in");
    await expect(page.getByLabel(say("fields.email"))).toBeFocused();
    await page.keyboard.type(kim.email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(masterPassword);
    await page.keyboard.press("Enter");
    await expect(title(say("vault.all"))).toBeVisible();
  });

  await test.step("to make a login with a generated password, and a second item", async () => {
    await pressEntry(person, opener(say("vault.new")), "vault.types.login");
    const form = page.getByRole("dialog", { name: say("vault.form.new", { kind: "login" }) });
    await expect(form.getByLabel(say("vault.form.name"), { exact: true })).toBeFocused();
    await page.keyboard.type("Router");
    await type(page, form.getByLabel(new RegExp(`^${say("vault.parts.username")}`)), "admin");
    await press(page, form.getByRole("button", { name: say("vault.form.generate") }));
    await expect(form.getByLabel(new RegExp(`^${password}`))).toHaveValue(/^\S{20}$/);
    await type(
      page,
      form.getByLabel(say("vault.form.website"), { exact: true }).first(),
      "https://10.20.0.1",
    );
    await page.keyboard.press("Enter");
    await expect(form).toBeHidden();
    await expect(row("Router")).toContainText("admin");

    await pressEntry(person, opener(say("vault.new")), "vault.types.secure_note");
    const note = page.getByRole("dialog", { name: say("vault.form.new", { kind: "secure_note" }) });
    await expect(note.getByLabel(say("vault.form.name"), { exact: true })).toBeFocused();
    await page.keyboard.type("Alarm");
    await press(page, note.getByRole("button", { name: say("vault.form.save"), exact: true }));
    await expect(note).toBeHidden();
  });

  await test.step("to search, to look at what was found, and to copy its password", async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("search").getByRole("textbox")).toBeFocused();
    await page.keyboard.type("10.20");
    await expect(row("Alarm")).toBeHidden();
    await press(page, opener("Router"));
    const drawer = page.getByRole("dialog", { name: "Router" });
    await press(page, drawer.getByRole("button", { name: say("vault.item.reveal", { part: password }) }));
    await press(page, drawer.getByRole("button", { name: say("vault.item.copy", { part: password }) }));
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(clipboard).toMatch(/^\S{20}$/);
    const copied = await clipboard();
    await expect(drawer.getByText(copied, { exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
    await expect(opener("Router")).toBeFocused();
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    await expect(row("Alarm")).toBeVisible();
  });

  await test.step("to change it, and to leave the form without", async () => {
    await pressEntry(person, options("Router"), "vault.acts.edit");
    const form = page.getByRole("dialog", { name: say("vault.form.edit", { kind: "login" }) });
    await type(page, form.getByLabel(new RegExp(`^${say("vault.parts.username")}`)), "root");
    await page.keyboard.press("Enter");
    await expect(form).toBeHidden();
    await expect(row("Router")).toContainText("root");
    await pressEntry(person, options("Router"), "vault.acts.edit");
    await expect(form.getByLabel(say("vault.form.name"), { exact: true })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(form).toBeHidden();
  });

  await test.step("to be asked for the master password before an item that wants it is copied", async () => {
    await pressEntry(person, options("Router"), "vault.acts.edit");
    const form = page.getByRole("dialog", { name: say("vault.form.edit", { kind: "login" }) });
    await tabTo(page, form.getByRole("checkbox", { name: say("vault.form.reprompt") }));
    await page.keyboard.press("Space");
    await press(page, form.getByRole("button", { name: say("vault.form.save"), exact: true }));
    await expect(form).toBeHidden();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const question = page.getByRole("dialog", { name: say("vault.reprompt.dialog") });
    // The row is the one that was saved a moment after the form has closed.
    await expect(async () => {
      await page.evaluate(() => navigator.clipboard.writeText("nothing"));
      await pressEntry(person, options("Router"), "vault.acts.copyPassword");
      await expect(question).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expect(question.getByLabel(say("vault.reprompt.masterPassword"), { exact: true })).toBeFocused();
    expect(await clipboard()).toBe("nothing");
    await page.keyboard.type(masterPassword);
    await page.keyboard.press("Enter");
    await expect(question).toBeHidden();
    await expect.poll(clipboard).toMatch(/^\S{20}$/);
    await expect(options("Router")).toBeFocused();
  });

  await test.step("to do from the drawer what has no button there", async () => {
    await press(page, opener("Router"));
    const drawer = page.getByRole("dialog", { name: "Router" });
    const more = drawer.getByRole("button", { name: say("vault.item.more") });
    await pressEntry(person, more, "vault.acts.favorite");
    await expect(row("Router")).toContainText(say("vault.views.favorite"));
    await pressEntry(person, more, "vault.acts.folder");
    await expect(page.getByLabel(say("vault.folder.one"), { exact: true })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(more).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
  });

  await test.step("to put it into a new folder", async () => {
    await press(page, page.getByRole("button", { name: say("vault.folder.new") }));
    const naming = page.getByRole("dialog", { name: say("vault.folder.new") });
    await expect(naming.getByLabel(say("vault.form.name"), { exact: true })).toBeFocused();
    await page.keyboard.type("Network");
    await page.keyboard.press("Enter");
    await expect(naming).toBeHidden();
    await pressEntry(person, options("Router"), "vault.acts.folder");
    const move = page.getByRole("dialog", { name: say("vault.folder.move", { count: 1, name: "Router" }) });
    await expect(move.getByLabel(say("vault.folder.one"), { exact: true })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(move.getByLabel(say("vault.folder.one"), { exact: true })).toHaveValue(/./);
    await press(page, move.getByRole("button", { name: say("vault.folder.moveAction") }));
    await expect(move).toBeHidden();
    await press(page, view("Network"));
    await expect(title("Network")).toBeVisible();
    await expect(row("Router")).toBeVisible();
    await expect(row("Alarm")).toBeHidden();
  });

  await test.step("to tick items, to delete them, and to restore one", async () => {
    await press(page, view(say("vault.all")));
    await tabTo(page, page.getByRole("checkbox", { name: say("vault.selectAll") }));
    await page.keyboard.press("Space");
    const bar = page.getByRole("region", { name: say("vault.selection") });
    await press(page, bar.getByRole("button", { name: say("vault.acts.trash"), exact: true }));
    const sure = page.getByRole("alertdialog");
    await press(page, sure.getByRole("button", { name: say("vault.deletion.trash.action"), exact: true }));
    await expect(row("Router")).toBeHidden();
    await press(page, view(say("vault.views.trash")));
    await expect(row("Alarm")).toBeVisible();
    await pressEntry(person, options("Router"), "vault.acts.restore");
    await expect(row("Router")).toBeHidden();
    await press(page, view(say("vault.all")));
    await expect(row("Router")).toBeVisible();
  });

  await test.step("to lock the vault, and to open it again", async () => {
    await pressEntry(person, opener(say("ui.account.menu", { name: kim.name })), "ui.account.lock");
    await tabTo(page, page.getByLabel(say("common.vault.masterPassword"), { exact: true }));
    await page.keyboard.type(masterPassword);
    await page.keyboard.press("Enter");
    await expect(row("Router")).toContainText("root");
  });
});
