import type { Page } from "@playwright/test";
import { expect, lockVault, test, unlock } from "./people";
import { describeClient, goTo, openProvider, startClient } from "./prepare";

/** Holds what a page does back, and says how much of it there is. What it reads goes through. */
async function holdCommands(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let held = 0;
  await page.route("**/*", async (route) => {
    if (route.request().headers()["next-action"]) {
      held += 1;
      await released;
    }
    await route.continue();
  });
  return { held: () => held, release };
}

test("what a page asks does not wait for what it does, and a closed console says so wherever one comes from", async ({
  as,
}) => {
  const brett = await as({ name: "Brett Busy", email: "brett@under-way.example" });
  const { page, say } = brett;
  const client = "Under Way Ltd";

  await test.step("a provider", async () => {
    await openProvider(as, brett, "Under Way Provider");
  });

  await test.step("its key is asked for and comes, while a command has no answer yet", async () => {
    await lockVault(brett);
    const dialog = await startClient(brett);
    await describeClient(brett, { name: client, owner: "olive@under-way.example", seats: 5 });
    const commands = await holdCommands(page);
    const answered = page.waitForResponse(/\/api\/questions\/provider-key$/);
    await dialog.getByRole("button", { name: say("clients.newDialog.submit") }).click();
    await unlock(brett);
    expect((await answered).status()).toBe(200);
    expect(commands.held()).toBeGreaterThan(0);
    commands.release();
    await expect(dialog).toBeHidden();
    await page.unrouteAll({ behavior: "wait" });
  });

  await test.step("the page that acted shows what became of it, without being loaded again", async () => {
    await expect(page.getByRole("link", { name: client, exact: true })).toBeVisible();
  });

  await test.step("a console that was left in another tab is no more, by a link as by loading it again", async () => {
    const leave = page.getByRole("button", { name: say("visits.leave") });
    await page.getByRole("link", { name: client, exact: true }).click();
    await expect(leave).toBeVisible();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole("button", { name: say("visits.leave") }).click();
    await expect(other.getByRole("heading", { name: say("clients.title"), level: 1 })).toBeVisible();

    // Entering again by itself would hide what is shown before.
    await page.route("**/*", (route) =>
      route.request().headers()["next-action"] ? route.abort() : route.continue(),
    );
    await page
      .getByRole("navigation")
      .getByRole("link", { name: say("console.members") })
      .click();
    const closed = page.getByText(say("visits.notEntered"));
    await expect(closed).toBeVisible();
    await expect(page.getByRole("navigation")).toHaveCount(0);
    // The notice of what was done before goes by itself.
    await expect(page.getByText("Under Way Ltd")).toHaveCount(0);
    const shown = await page.getByRole("main").innerText();
    await page.reload();
    await expect(closed).toBeVisible();
    expect(await page.getByRole("main").innerText()).toBe(shown);

    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: say("ui.tryAgain") }).click();
    await expect(leave).toBeVisible();
    await expect(page.getByRole("heading", { name: say("console.members"), level: 1 })).toBeVisible();
    await goTo(brett, "console.events");
  });
});
