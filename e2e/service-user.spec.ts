import { claire, expect, logIn, maya, test } from "./people";
import { choose, goTo } from "./prepare";

const client = "Blue Harbor Dental Group";

test("the working day of a service user, and what is not theirs", { tag: "@long" }, async ({ as }) => {
  const user = await as(claire);
  const { page, say } = user;
  await logIn(user);
  await expect(page.getByRole("heading", { name: say("portal.nav.overview"), level: 1 })).toBeVisible();
  const home = new URL(page.url()).pathname;

  await test.step("the portal shows clients, and nothing that is for admins", async () => {
    const navigation = page.getByRole("navigation");
    await expect(navigation.getByRole("link", { name: say("portal.nav.clients") })).toBeVisible();
    for (const entry of ["members", "events", "subscription", "history", "settings"])
      await expect(navigation.getByRole("link", { name: say(`portal.nav.${entry}`) })).toHaveCount(0);
    await goTo(user, "portal.nav.clients");
    await expect(page.getByRole("button", { name: say("clients.add.label") })).toHaveCount(0);
    await expect(page.getByRole("row").getByRole("checkbox")).not.toHaveCount(0);
  });

  await test.step("pages of admins do not exist for them", async () => {
    for (const path of ["members", "events", "billing/subscription", "billing/history", "settings"]) {
      await page.goto(`${home}/${path}`);
      await expect(page.getByRole("heading", { name: say("errors.notFound.title") })).toBeVisible();
    }
    const file = await page.request.get(`${home}/billing/history/${crypto.randomUUID()}/pdf`);
    expect(file.status()).toBe(404);
  });

  await test.step("seats that would have to be purchased are not theirs to give, and no client is theirs to unlink", async () => {
    await page.goto(`${home}/clients`);
    await choose(user, "clients.list.options", client, "clients.list.seats");
    const seats = page.getByRole("dialog", { name: say("clients.seatsDialog.title", { name: client }) });
    await seats.getByLabel(say("clients.seatsDialog.seats"), { exact: true }).fill("900");
    await expect(seats.getByText(/administrateur du fournisseur/)).toBeVisible();
    await expect(seats.getByRole("button", { name: say("clients.seatsDialog.save") })).toBeDisabled();
    await seats.getByLabel(say("clients.seatsDialog.seats"), { exact: true }).fill("18");
    await page.keyboard.press("Escape");
    await expect(seats).toBeHidden();
    await page.getByRole("button", { name: say("clients.list.options", { name: client }) }).click();
    await expect(page.getByRole("menuitem", { name: say("clients.list.rename") })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: say("clients.unlink.action") })).toHaveCount(0);
    await page.keyboard.press("Escape");
  });

  await test.step("they enter a client, and both logs say so", async () => {
    await page.getByRole("link", { name: client, exact: true }).click();
    await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
    await goTo(user, "console.members");
    await page.getByRole("button", { name: say("visits.leave") }).click();
    await expect(page).toHaveURL(new RegExp(home));
    const admin = await as(maya);
    await logIn(admin);
    await goTo(admin, "portal.nav.events");
    await expect(admin.page.getByRole("row").filter({ hasText: claire.name }).first()).toBeVisible();
  });
});
