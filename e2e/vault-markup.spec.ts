import { corpus } from "../test/markup-corpus";
import { makeItem, nameOf, types } from "./fill-in";
import { expect, type Person, test } from "./people";
import { aClientWith, goTo, openProvider } from "./prepare";

const text = corpus.join(" ");

/** What leaves a page for elsewhere, runs in it, or is stopped by its policy, from now on. */
function watch({ page }: Person) {
  const seen: string[] = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== "127.0.0.1" && hostname !== "localhost")
      seen.push(request.url());
  });
  page.on("dialog", (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) seen.push(message.text());
  });
  return async () => [...seen, ...(await page.evaluate(() => ("ran" in window ? ["a script ran"] : [])))];
}

/** Opens each item of a list, and shows all of it that this person may see. */
async function readEverything({ page, say }: Person, items: number) {
  await expect(page.locator("tbody tr")).toHaveCount(items);
  for (let at = 0; at < items; at++) {
    await page.locator("tbody tr").nth(at).getByRole("button").first().click();
    const drawer = page.getByRole("dialog");
    const reveals = drawer.getByRole("button", {
      name: new RegExp(`^${say("vault.item.reveal", { part: "" })}`),
    });
    await expect(drawer.getByText(corpus[0] ?? "").first()).toBeVisible();
    const labels = await reveals.evaluateAll((all) =>
      all.map((each) => each.getAttribute("aria-label") ?? ""),
    );
    for (const name of labels) await drawer.getByRole("button", { name, exact: true }).first().click();
    await expect(reveals).toHaveCount(0);
    for (const link of await drawer.getByRole("link").all())
      expect(await link.getAttribute("href")).toMatch(/^(https?:\/\/|\/)/);
    await page.keyboard.press("Escape");
    await expect(drawer).toBeHidden();
  }
}

test("markup in every field of every type is text for everybody who sees it", { tag: "@long" }, async ({
  as,
}) => {
  test.setTimeout(300_000);
  const brett = await as({ name: "Brett Markup", email: "brett@markup.example" });
  const owner = await as({ name: "Olive Markup", email: "olive@markup.example" });
  const member = await as({ name: "Mia Markup", email: "mia@markup.example", locale: "fr" });
  const seen = [brett, owner, member].map(watch);
  const collection = "<img src=https://evil.example/c.png onerror=ran=1>";
  await openProvider(as, brett, "Markup Provider");
  const home = await aClientWith(brett, { name: "<b>Markup</b> & Sons", owner, member });

  await test.step("the owner has a collection of them, and the member without the passwords", async () => {
    const { page, say } = owner;
    await page.goto(`${home}/collections`);
    await page.getByRole("button", { name: say("collections.new") }).click();
    const dialog = page.getByRole("dialog", { name: say("collections.dialog.title") });
    await dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill(collection);
    await dialog.getByRole("tab", { name: say("collections.dialog.access") }).click();
    for (const { name, email } of [owner, member])
      await dialog
        .getByLabel(say("collections.access.addHolder"))
        .selectOption({ label: `${name} · ${email}` });
    await dialog
      .getByLabel(say("collections.access.permissionOf", { name: member.name }))
      .selectOption({ label: say("collections.permissions.view_hidden") });
    await dialog.getByRole("button", { name: say("collections.dialog.create") }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: collection, exact: true }).click();
    for (const type of types) {
      await makeItem(owner, "collections.item.new", type, text);
      await expect(
        page
          .getByRole("row")
          .filter({ hasText: nameOf(text) })
          .first(),
      ).toBeVisible();
    }
  });

  await test.step("the owner reads them in the console, and in the vault", async () => {
    await readEverything(owner, types.length);
    await owner.page.goto("/vault");
    await readEverything(owner, types.length);
  });

  await test.step("the member reads what is not hidden", async () => {
    await member.page.goto("/vault");
    await readEverything(member, types.length);
  });

  await test.step("the provider's technician reads them in the client's console", async () => {
    await goTo(brett, "console.collections");
    await brett.page.getByRole("link", { name: collection, exact: true }).click();
    await readEverything(brett, types.length);
  });

  for (const ask of seen) expect(await ask()).toEqual([]);
});
