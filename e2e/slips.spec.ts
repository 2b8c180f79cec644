import type { Locator, Page } from "@playwright/test";
import {
  administrator,
  expect,
  lockVault,
  type Person,
  proveMasterPassword,
  sitDown,
  test,
  unlock,
} from "./people";
import {
  choose,
  describeClient,
  goTo,
  inviteProvider,
  newItem,
  setUpProvider,
  signInAdministrator,
  startClient,
  startInviting,
} from "./prepare";

// One provider goes through all of them, and they build on one another.
test.describe.configure({ mode: "serial" });

let brett: Person;
let clients: string;
let collection: string;
const boxes: string[] = [];

test.beforeAll(async ({ browser }) => {
  const admin = await signInAdministrator(() => sitDown(browser, administrator));
  brett = await sitDown(browser, { name: "Brett Slips", email: "brett@typed.example" });
  await inviteProvider(admin, brett.email);
  await setUpProvider(brett, "Typed Provider");
  clients = new URL(brett.page.url()).pathname;
  await admin.page.context().close();
  brett.page.on("dialog", (box) => {
    boxes.push(box.type());
    void box.dismiss();
  });
});

test.afterAll(async () => {
  await brett?.page.context().close();
});

/** Every way out of a dialog or drawer that is no click on its purpose. */
const waysOut = ({ page, say }: Person, dialog: Locator) => ({
  escape: () => page.keyboard.press("Escape"),
  outside: () => page.mouse.click(3, 3),
  cancel: () => dialog.getByRole("button", { name: say("ui.cancel"), exact: true }).click(),
  close: () => dialog.getByRole("button", { name: say("ui.close"), exact: true }).click(),
});

type Form = { open: () => Promise<Locator>; type: (dialog: Locator) => Promise<void> };

async function closesAlike(person: Person, { open, type }: Form) {
  const { page, say } = person;
  for (const way of ["escape", "outside", "cancel", "close"] as const)
    await test.step(way, async () => {
      const clean = await open();
      await expect(clean).toBeVisible();
      await waysOut(person, clean)[way]();
      await expect(clean).toBeHidden();

      const filled = await open();
      await type(filled);
      await waysOut(person, filled)[way]();
      const question = filled.getByRole("alertdialog", { name: say("ui.unsaved.question") });
      const keep = question.getByRole("button", { name: say("ui.unsaved.keep") });
      await expect(keep).toBeFocused();
      await page.mouse.click(3, 3);
      await expect(keep).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(question).toBeHidden();
      await expect(filled).toBeVisible();
      await waysOut(person, filled)[way]();
      await question.getByRole("button", { name: say("ui.unsaved.discard") }).click();
      await expect(filled).toBeHidden();
    });
  await expectFocusOnPage(page);
}

/** As the button of the browser does, and does not wait for a page. */
const goBack = (page: Page) => page.evaluate(() => window.history.back());

const expectFocusOnPage = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);

/** What lies over something that is to be clicked. */
const covered = (page: Page, over: string) =>
  page.evaluate((selector) => {
    const boxes = [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
    return [...document.querySelectorAll("a[href], button, input, select, h1, header [dir=auto]")]
      .filter((control) => !control.closest(selector) && control.checkVisibility())
      .filter((control) => {
        const { left, right, top, bottom, width } = control.getBoundingClientRect();
        return (
          width > 1 &&
          boxes.some((box) => left < box.right && right > box.left && top < box.bottom && bottom > box.top)
        );
      })
      .map((control) => control.getAttribute("aria-label") ?? control.textContent);
  }, over);

test("a new client: every way out asks once for what is filled, and a notice covers nothing", async () => {
  const { page, say } = brett;
  await closesAlike(brett, {
    open: () => startClient(brett),
    type: (dialog) => dialog.getByLabel(say("clients.newDialog.name")).fill("Half a name"),
  });
  const dialog = await startClient(brett);
  await describeClient(brett, { name: "Typed Client", owner: "owner@typed.example", seats: 3 });
  await dialog.getByRole("button", { name: say("clients.newDialog.submit") }).click();
  const said = page
    .getByRole("status")
    .filter({ hasText: say("clients.newDialog.done", { name: "Typed Client" }) });
  await expect(said).toBeVisible();
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 780 },
  ]) {
    await page.setViewportSize(size);
    // Under the mouse it stays.
    await said.hover();
    await expect.poll(() => covered(page, "[data-toasts]")).toEqual([]);
    await expect(said).toBeVisible();
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(boxes).toEqual([]);
});

test("other dialogs do the same", async () => {
  const { page, say } = brett;
  const renaming = page.getByRole("dialog", { name: say("clients.list.rename") });
  await closesAlike(brett, {
    open: async () => {
      await choose(brett, "clients.list.options", "Typed Client", "clients.list.rename");
      return renaming;
    },
    type: (dialog) => dialog.getByLabel(say("clients.renameDialog.name")).fill("Other"),
  });
  await closesAlike(brett, {
    open: () => startInviting(brett),
    type: (dialog) => dialog.getByLabel(say("people.addresses.label")).fill("x@typed.example"),
  });
});

test("a page is not left with something typed on it, unless it is said so", async () => {
  const { page, say } = brett;
  await goTo(brett, "portal.nav.settings");
  const name = page.getByLabel(say("portal.settings.name"), { exact: true });
  await name.fill("Another Provider");
  const question = page.getByRole("alertdialog", { name: say("ui.unsaved.question") });
  const away = page.getByRole("navigation").getByRole("link", { name: say("portal.nav.events") });
  for (const leave of [() => away.click(), () => goBack(page)]) {
    await leave();
    await expect(question.getByRole("button", { name: say("ui.unsaved.keep") })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(question).toBeHidden();
    await expect(name).toHaveValue("Another Provider");
  }
  await page.reload({ timeout: 3000 }).catch(() => undefined);
  expect(boxes).toEqual(["beforeunload"]);
  await expect(name).toHaveValue("Another Provider");
  await page
    .locator("form", { has: name })
    .getByRole("button", { name: say("portal.settings.save") })
    .click();
  await expect(page.getByText(say("portal.settings.saved"), { exact: true })).toBeVisible();
  await goTo(brett, "portal.nav.events");

  await goTo(brett, "portal.nav.settings");
  await name.fill("Thrown away");
  await goBack(page);
  await question.getByRole("button", { name: say("ui.unsaved.discard") }).click();
  await expect(page.getByRole("heading", { name: say("portal.nav.events"), level: 1 })).toBeVisible();
  expect(boxes).toEqual(["beforeunload"]);
});

/** Holds every page back, and expects that what was clicked shows at once that it is under way. */
async function showsUnderWay({ page, say }: Person, link: Locator) {
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(/_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  await link.click();
  // The line at the top, or the page that is to come, still without its contents, or what it says of a visit.
  const bar = page.getByRole("progressbar", { name: say("ui.loading") });
  const told = page.getByRole("status");
  const underWay = bar
    .or(told.filter({ hasText: say("ui.loading") }))
    .or(told.filter({ hasText: say("visits.entering") }))
    .first();
  await expect(underWay).toBeVisible({ timeout: 1000 });
  answer();
  await expect(underWay).toBeHidden();
  await page.unroute(/_rsc=/);
}

test("an order of a list, and a client that opens, show that they are under way", async () => {
  const { page, say } = brett;
  await page.goto(clients);
  await showsUnderWay(brett, page.getByRole("link", { name: say("clients.columns.assigned") }));
  await showsUnderWay(brett, page.getByRole("link", { name: "Typed Client" }));
  await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
});

test("a page waits for the connection, and ours stays meanwhile", async () => {
  const { page, say } = brett;
  await page.goto(clients);
  await page.context().setOffline(true);
  await page
    .getByRole("navigation")
    .getByRole("link", { name: say("portal.nav.subscription") })
    .click();
  const told = page.getByRole("alert").filter({ hasText: say("ui.offline.title") });
  await expect(told).toBeVisible();
  await expect(page.getByRole("heading", { name: say("clients.title"), level: 1 })).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByRole("heading", { name: say("portal.subscription.title"), level: 1 })).toBeVisible();
  await expect(told).toBeHidden();
});

test("a drawer covers nothing, and its room comes back when a lock takes it away", async () => {
  const { page, say } = brett;
  await page.goto(clients);
  await page.getByRole("link", { name: "Typed Client" }).click();
  const leave = page.getByRole("button", { name: say("visits.leave") });
  await expect(leave).toBeVisible();
  await expectFocusOnPage(page);
  await goTo(brett, "console.collections");
  const newCollection = page.getByRole("button", { name: say("collections.new") });
  const making = page.getByRole("dialog", { name: say("collections.dialog.title") });
  await closesAlike(brett, {
    open: async () => {
      await newCollection.click();
      return making;
    },
    type: (dialog) => dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill("Half"),
  });
  await newCollection.click();
  await making.getByLabel(say("collections.dialog.name"), { exact: true }).fill("Typed");
  await making.getByRole("button", { name: say("collections.dialog.create") }).click();
  await showsUnderWay(brett, page.getByRole("link", { name: "Typed", exact: true }));
  await expect(page.getByRole("heading", { name: "Typed", level: 1 })).toBeVisible();
  await expectFocusOnPage(page);
  collection = page.url();
  for (const name of ["First", "Second", "Third"]) await makeItem(brett, name);

  await test.step("what is wrong with a field stands above the buttons", async () => {
    await page.setViewportSize({ width: 390, height: 600 });
    const item = await newItem({ page, say }, "collections.item.new");
    await item.getByLabel(say("vault.form.name"), { exact: true }).fill("Too long");
    const notes = item.getByLabel(say("vault.form.notes"));
    await notes.fill("名".repeat(5000));
    await item.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(notes).toHaveAttribute("aria-invalid", "true");
    const problem = page.locator(`[id="${await notes.getAttribute("id")}-error"] span`);
    await expect.poll(() => isInSight(problem)).toBe(true);
    await page.keyboard.press("Escape");
    await item.getByRole("button", { name: say("ui.unsaved.discard") }).click();
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await page.getByRole("button", { name: "First", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "First" });
  await expect(drawer).toBeVisible();
  await expect.poll(() => covered(page, "[data-beside]")).toEqual([]);
  const { x, width } = (await leave.boundingBox()) ?? { x: 0, width: 0 };
  const edge = (await drawer.boundingBox())?.x ?? 0;
  expect(x + width).toBeLessThanOrEqual(edge);
  await goBack(page);
  await expect(drawer).toBeHidden();
  await expect(page).toHaveURL(collection);
  await page.getByRole("button", { name: "First", exact: true }).click();
  await lockVault(brett);
  await expect(drawer).toBeHidden();
  await expect(
    page.getByRole("textbox", { name: say("collections.item.search", { count: 3 }) }),
  ).toBeHidden();
  await expect.poll(async () => (await leave.boundingBox())?.x ?? 0).toBeGreaterThan(edge);
});

async function makeItem({ page, say }: Person, name: string) {
  const item = await newItem({ page, say }, "collections.item.new");
  await item.getByLabel(say("vault.form.name"), { exact: true }).fill(name);
  await item.getByRole("button", { name: say("vault.form.generate") }).click();
  await expect(item.getByLabel(new RegExp(`^${say("vault.parts.password")}`))).toHaveAttribute(
    "type",
    "text",
  );
  await item.getByRole("button", { name: say("vault.form.save") }).click();
  await expect(item).toBeHidden();
  await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
}

test("what another tab has changed or deleted says so, and the list shows it", async () => {
  const { page, say } = brett;
  await unlockHere(brett);
  await expect(page.getByRole("button", { name: "First", exact: true })).toBeVisible();
  const other = { ...brett, page: await page.context().newPage() };
  await other.page.goto(collection);
  await expect(other.page.getByRole("button", { name: "First", exact: true })).toBeVisible();

  await test.step("what is typed waits behind the lock", async () => {
    const mine = await edit(brett, "First");
    await mine.getByLabel(say("vault.form.notes")).fill("Half a note");
    await goBack(page);
    await mine
      .getByRole("alertdialog")
      .getByRole("button", { name: say("ui.unsaved.keep") })
      .click();
    await lockVault(other);
    await expect(mine).toBeHidden();
    await unlockHere(brett);
    await expect(mine.getByLabel(say("vault.form.notes"))).toHaveValue("Half a note");
    await mine.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(mine).toBeHidden();
    await page.keyboard.press("Escape");
    await other.page.reload();
    await expect(other.page.getByRole("button", { name: "First", exact: true })).toBeVisible();
  });

  await test.step("changed: the new version comes under what is typed here", async () => {
    const editing = await edit(other, "First");
    await editing.getByLabel(say("vault.parts.username")).fill("theirs");
    await editing.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(editing).toBeHidden();

    const mine = await edit(brett, "First");
    await mine.getByLabel(say("vault.form.name"), { exact: true }).fill("First of mine");
    await mine.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(mine.getByRole("alert")).toContainText(say("refusal.item_out_of_date"));
    await mine.getByRole("button", { name: say("ui.stale.load") }).click();
    await expect(mine.getByLabel(say("vault.parts.username"))).toHaveValue("theirs");
    await expect(mine.getByLabel(say("vault.form.name"), { exact: true })).toHaveValue("First of mine");
    await mine.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(page.getByRole("button", { name: "First of mine", exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("deleted: the focus is on the safe answer, then on the next row", async () => {
    const deleting = await remove(other, "Second");
    await expect(deleting.getByRole("button", { name: say("ui.cancel") })).toBeFocused();
    await deleting.getByRole("button", { name: say("vault.deletion.trash.action") }).click();
    await expect(other.page.getByRole("button", { name: "Second", exact: true })).toBeHidden();
    await expect(other.page.getByRole("button", { name: "Third", exact: true })).toBeFocused();
  });

  await test.step("deleted there: the row goes here", async () => {
    const deleting = await remove(brett, "Second");
    await deleting.getByRole("button", { name: say("vault.deletion.trash.action") }).click();
    await expect(deleting).toBeHidden();
    await expect(page.getByRole("button", { name: "Second", exact: true })).toBeHidden();
    await expectFocusOnPage(page);
  });

  await test.step("the last one leaves the focus on the heading", async () => {
    for (const name of ["First of mine", "Third"]) {
      const deleting = await remove(brett, name);
      await deleting.getByRole("button", { name: say("vault.deletion.trash.action") }).click();
      await expect(page.getByRole("button", { name, exact: true })).toBeHidden();
    }
    await expect(page.getByRole("heading", { name: "Typed", level: 1 })).toBeFocused();
  });
  await other.page.close();
});

/** Whether an element, and nothing that lies over it, is what one sees in its place. */
const isInSight = (element: Locator) =>
  element.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });

async function unlockHere(person: Person) {
  const { page, say } = person;
  await page.getByRole("button", { name: say("collections.unlock") }).click();
  await unlock(person);
}

async function edit({ page, say }: Person, name: string) {
  await page.getByRole("button", { name, exact: true }).click();
  const drawer = page.getByRole("dialog", { name });
  await drawer.getByRole("button", { name: say("vault.acts.edit") }).click();
  return page.getByRole("dialog", { name: say("vault.form.edit", { kind: "login" }) });
}

async function remove({ page, say }: Person, name: string) {
  await page.getByRole("button", { name, exact: true }).click();
  const drawer = page.getByRole("dialog", { name });
  await drawer.getByRole("button", { name: say("vault.acts.trash") }).click();
  return page.getByRole("alertdialog", { name: say("vault.deletion.trash.title", { name, count: 1 }) });
}

test("a log-in that fails leaves the focus at the password, with the reason", async ({ as }) => {
  const visitor = await as({ name: brett.name, email: brett.email });
  const { page, say } = visitor;
  await page.goto("/log-in");
  await proveMasterPassword(visitor, "not this one");
  const password = page.getByLabel(say("fields.masterPassword"), { exact: true });
  await expect(password).toHaveAccessibleDescription(say("refusal.wrong_credentials"));
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await expect(password).toBeFocused();
});
