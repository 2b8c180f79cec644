import { tabTo } from "./keys";
import { expect, masterPassword, test } from "./people";
import { openProvider } from "./prepare";

test("a keyboard is enough", async ({ as }) => {
  const kim = { name: "Kim Keys", email: "kim@keys.example" };
  await openProvider(as, await as(kim), "Keys Provider");
  const { page, say } = await as(kim);

  await test.step("to log in", async () => {
    await page.goto("/log-in");
    await expect(page.getByLabel(say("fields.email"))).toBeFocused();
    await page.keyboard.type(kim.email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(masterPassword);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: say("portal.overview.title"), level: 1 })).toBeVisible();
    const clients = page.getByRole("navigation").getByRole("link", { name: say("portal.nav.clients") });
    await tabTo(page, clients);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: say("clients.title"), level: 1 })).toBeVisible();
  });

  await test.step("to begin a client, and to leave it", async () => {
    const add = page.getByRole("button", { name: say("clients.add.label") }).first();
    await tabTo(page, add);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: say("clients.newClient") })).toBeFocused();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: say("clients.newClient") });
    await expect(dialog.getByLabel(say("clients.newDialog.name"))).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(add).toBeFocused();
  });

  await test.step("to find the keys, and to search", async () => {
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: say("ui.shortcuts.title") });
    await expect(keys).toContainText(say("ui.shortcuts.search"));
    await page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    await page.keyboard.press("/");
    const search = page.getByRole("textbox", { name: say("clients.search") });
    await expect(search).toBeFocused();
    await page.keyboard.type("nobody");
    await expect(page.getByText(say("clients.list.nothingTitle"))).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(search).toHaveValue("");
  });

  await test.step("to go to a page by a few letters, from wherever one is", async () => {
    await page.keyboard.press("ControlOrMeta+k");
    const switcher = page.getByRole("dialog", { name: say("ui.switcher.title") });
    await expect(switcher.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("memb");
    await expect(switcher.getByRole("option").first()).toHaveText(say("portal.nav.members"));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: say("members.title"), level: 1 })).toBeVisible();
    await page.keyboard.press("ControlOrMeta+k");
    await expect(switcher.getByRole("combobox")).toBeFocused();
    await page.keyboard.type(say("portal.acts.newClient"));
    await expect(switcher.getByRole("option")).toHaveCount(1);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: say("clients.newClient") });
    await expect(dialog.getByLabel(say("clients.newDialog.name"))).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });
});
