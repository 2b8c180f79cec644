import { randomUUID } from "node:crypto";
import { inspect } from "./inspect";
import { linkMailedTo } from "./mailbox";
import { expect, lockVault, makeAccount, type Person, test, unlockPanel } from "./people";
import { newItem } from "./prepare";

const notice = ({ page, say }: Person) => page.getByText(say("vault.kept.title"), { exact: true });
const opener = ({ page, say }: Person) => page.getByRole("button", { name: say("vault.new"), exact: true });
const itemNamed = ({ page }: Person, name: string) => page.getByRole("row").filter({ hasText: name });

/** The names of what this browser keeps for when the server is away, and all of it as one text. */
const keptBy = ({ page }: Person) =>
  page.evaluate(
    () =>
      new Promise<{ names: string[]; text: string }>((resolve, reject) => {
        const opening = indexedDB.open("trousseau-memory");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const kept = opening.result.transaction("remembered").objectStore("remembered");
          const [keys, values] = [kept.getAllKeys(), kept.getAll()];
          values.onsuccess = () => {
            opening.result.close();
            const names = keys.result.map(String).filter((name) => name.startsWith("away "));
            resolve({ names, text: values.result.join("\n") });
          };
        };
      }),
  );

/** Whether this browser has kept the page itself. */
const keptPage = ({ page }: Person) =>
  page.evaluate(async () => (await caches.match("/vault", { cacheName: "trousseau-away" })) !== undefined);

test.use({ serviceWorkers: "allow" });

test("a vault opens to look at while the server is away, and is gone from the device after log-out", async ({
  as,
}) => {
  const olga = await as({ name: "Olga Offline", email: `olga.${randomUUID()}@offline.example` });
  const { page, say } = olga;

  await test.step("an account with an item", async () => {
    await page.goto("/register");
    await page.getByLabel(say("fields.email")).fill(olga.email);
    await page.getByRole("button", { name: say("auth.register.start") }).click();
    await expect(page.getByText(say("auth.register.sentText", { email: olga.email }))).toBeVisible();
    await page.goto(await linkMailedTo(olga.email));
    await makeAccount(olga);
    const form = await newItem(olga, "vault.new");
    await form.getByLabel(say("vault.form.name"), { exact: true }).fill("Zürich firewall");
    await form.getByLabel(new RegExp(`^${say("vault.parts.username")}`)).fill("olga-admin");
    await form.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(form).toBeHidden();
    await expect(itemNamed(olga, "Zürich firewall")).toBeVisible();
    await expect.poll(async () => (await keptBy(olga)).names.length).toBe(3);
    await expect.poll(() => keptPage(olga)).toBe(true);
    expect((await keptBy(olga)).text).not.toContain("firewall");
  });

  await test.step("without a connection, the vault unlocks and shows what was there", async () => {
    await page.context().setOffline(true);
    await lockVault(olga);
    await unlockPanel(olga);
    await expect(notice(olga)).toBeVisible();
    await page.getByRole("search").getByRole("textbox").fill("ADMIN zurich");
    await itemNamed(olga, "Zürich firewall").getByRole("button", { name: "Zürich firewall" }).first().click();
    const drawer = page.getByRole("dialog", { name: "Zürich firewall" });
    await expect(drawer.getByText("olga-admin")).toBeVisible();
    await expect(drawer.getByRole("button", { name: say("vault.acts.edit"), exact: true })).toBeHidden();
    await page.keyboard.press("Escape");
    await expect(opener(olga)).toBeHidden();
    await inspect(olga, "a vault that the device has kept");
  });

  await test.step("the page itself is loaded anew without a connection", async () => {
    // What the browser has kept by itself may be gone by then.
    await (await page.context().newCDPSession(page)).send("Network.clearBrowserCache");
    await page.goto("/vault");
    await unlockPanel(olga);
    await expect(notice(olga)).toBeVisible();
    await expect(itemNamed(olga, "Zürich firewall")).toBeVisible();
  });

  await test.step("it notices by itself that the server is back", async () => {
    await page.context().setOffline(false);
    await expect(notice(olga)).toBeHidden();
    await expect(opener(olga)).toBeVisible();
  });

  await test.step("a server that answers with failures logs nobody out", async () => {
    await page.route("**/api/questions/**", (route) => route.fulfill({ status: 503, body: "" }));
    await lockVault(olga);
    await unlockPanel(olga);
    await expect(notice(olga)).toBeVisible();
    await expect(itemNamed(olga, "Zürich firewall")).toBeVisible();
    await page.unroute("**/api/questions/**");
    await expect(notice(olga)).toBeHidden();
    await expect(opener(olga)).toBeVisible();
  });

  await test.step("after log-out, nothing is left", async () => {
    await page.getByRole("button", { name: say("ui.account.menu", { name: olga.name }) }).click();
    await page.getByRole("menuitem", { name: say("ui.account.logOut"), exact: true }).click();
    await expect(page.getByRole("heading", { name: say("auth.logIn.title"), level: 1 })).toBeVisible();
    expect((await keptBy(olga)).names).toEqual([]);
    expect(await keptPage(olga)).toBe(false);
  });
});
