import { randomUUID } from "node:crypto";
import { linkMailedTo } from "./mailbox";
import {
  expect,
  lockVault,
  logIn,
  makeAccount,
  type Person,
  proveMasterPassword,
  sitDown,
  test,
  unlockPanel,
} from "./people";
import { newItem } from "./prepare";

/** Where a tab keeps its half of what opens the vault after a reload. */
const half = "trousseau-vault";

// One account, in several tabs and browsers.
test.describe.configure({ mode: "serial" });

let rita: Person;

test.beforeAll(async ({ browser }) => {
  rita = await sitDown(browser, { name: "Rita Reload", email: `rita.${randomUUID()}@reload.example` });
  const { page, say } = rita;
  await page.goto("/register");
  await page.getByLabel(say("fields.email")).fill(rita.email);
  await page.getByRole("button", { name: say("auth.register.start") }).click();
  await expect(page.getByText(say("auth.register.sentText", { email: rita.email }))).toBeVisible();
  await page.goto(await linkMailedTo(rita.email));
  await makeAccount(rita);
  await expectOpen(rita);
});

test.afterAll(async () => {
  await rita?.page.context().close();
});

const title = ({ page, say }: Person, text: string) =>
  page.getByRole("heading", { name: say(text), level: 1 });

// While it opens, a vault has its title already, and nothing to do.
const expectOpen = ({ page, say }: Person) =>
  expect(page.getByRole("button", { name: say("vault.new"), exact: true })).toBeVisible();
const expectLocked = (person: Person) => expect(title(person, "common.vault.panelTitle")).toBeVisible();
const expectLoggedOut = (person: Person) => expect(title(person, "auth.logIn.title")).toBeVisible();

const halfOf = ({ page }: Person) => page.evaluate((place) => sessionStorage.getItem(place), half);
const expectHalf = (person: Person) => expect.poll(() => halfOf(person)).not.toBeNull();

/** Another tab of the same browser, at the vault. */
async function anotherTab(person: Person): Promise<Person> {
  const page = await person.page.context().newPage();
  await page.goto("/vault");
  return { ...person, page };
}

async function chooseInMenu({ page, say, name }: Person, entry: string) {
  await page.getByRole("button", { name: say("ui.account.menu", { name }) }).click();
  await page.getByRole("menuitem", { name: say(entry), exact: true }).click();
}

/** Chooses what a reload does, from the open vault. */
async function onReload(person: Person, choice: string) {
  const { page, say } = person;
  await page.goto("/vault");
  await expectOpen(person);
  await chooseInMenu(person, "account.menu");
  await page.getByLabel(say("account.device.onReload")).selectOption({ label: say(choice) });
}

test("a reload keeps the vault open, and a second tab is open without asking", async () => {
  await expectHalf(rita);
  await rita.page.reload();
  await expectOpen(rita);
  // No worker is left from the page before: the next one comes from the halves alone.
  await rita.page.goto("about:blank");
  await rita.page.goto("/vault");
  await expectOpen(rita);

  const second = await anotherTab(rita);
  await expectOpen(second);
  await second.page.close();
});

test("locking in one tab locks the other, and unlocking opens it", async () => {
  const second = await anotherTab(rita);
  await expectOpen(second);
  await expectHalf(second);
  await lockVault(second);
  for (const tab of [second, rita]) {
    await expectLocked(tab);
    expect(await halfOf(tab)).toBeNull();
    await tab.page.reload();
    await expectLocked(tab);
  }
  await unlockPanel(rita);
  for (const tab of [rita, second]) await expectOpen(tab);
  await second.page.close();
});

test("half of the key alone opens nothing, in another session of the same account", async ({ browser }) => {
  await expectHalf(rita);
  const kept = await rita.page.evaluate(() => ({ ...sessionStorage }));
  const elsewhere = await sitDown(browser, rita);
  await logIn(elsewhere);
  await expectHalf(elsewhere);
  // Its own half is replaced by the other session's; the page before leaves nothing open.
  await elsewhere.page.evaluate((entries) => {
    for (const [name, value] of Object.entries(entries)) sessionStorage.setItem(name, value);
  }, kept);
  await elsewhere.page.reload();
  await expectLocked(elsewhere);
  expect(await halfOf(elsewhere)).toBeNull();
  await elsewhere.page.context().close();
  await rita.page.reload();
  await expectOpen(rita);
});

test("a worker that dies takes the keys along, and the page says so", async ({ browser }) => {
  const protocol = await browser.newBrowserCDPSession();
  const { targetInfos } = await protocol.send("Target.getTargets");
  const workers = targetInfos.filter(({ type }) => type === "shared_worker");
  expect(workers.length).toBeGreaterThan(0);
  for (const { targetId } of workers) await protocol.send("Target.closeTarget", { targetId });
  await expectLocked(rita);
  await unlockPanel(rita);
  await expectOpen(rita);
});

test("where there are no shared workers, a tab has its own, and locks with the others", async ({
  browser,
}) => {
  const plain = await sitDown(browser, rita);
  await plain.page.context().addInitScript(() => Reflect.deleteProperty(globalThis, "SharedWorker"));
  await logIn(plain);
  await expectHalf(plain);
  await plain.page.reload();
  await expectOpen(plain);
  const second = await anotherTab(plain);
  await expectLocked(second);
  await unlockPanel(second);
  await expectOpen(second);
  await lockVault(second);
  for (const tab of [second, plain]) await expectLocked(tab);

  await unlockPanel(plain);
  await expectOpen(plain);
  await plain.page.workers()[0]?.evaluate(() => self.close());
  await expectLocked(plain);
  await plain.page.context().close();
});

test("logging out in one tab locks the other, and nothing is left to come back to", async () => {
  const second = await anotherTab(rita);
  await expectOpen(second);
  await chooseInMenu(second, "ui.account.logOut");
  await expectLoggedOut(second);
  await expectLocked(rita);
  expect(await halfOf(rita)).toBeNull();
  await proveMasterPassword(second);
  await expectOpen(second);
  await expectOpen(rita);
  await second.page.close();
});

test.describe("a session that was ended elsewhere locks its browser", () => {
  let phone: Person;

  test.beforeEach(async ({ browser }) => {
    phone = await sitDown(browser, rita);
    await logIn(phone);
    await expectOpen(phone);
    await expectHalf(phone);
    await rita.page.goto("/account");
    await rita.page.getByRole("button", { name: rita.say("account.sessions.everywhere") }).click();
    const asking = rita.page.getByRole("alertdialog");
    await asking.getByRole("button", { name: rita.say("account.sessions.everywhere") }).click();
    await expect(asking).toBeHidden();
  });

  test.afterEach(async () => {
    await phone.page.context().close();
  });

  test("at its next page", async () => {
    await phone.page.goto("/vault");
    await expectLoggedOut(phone);
    await expect.poll(() => halfOf(phone)).toBeNull();
  });

  test("at its next act, in every tab", async () => {
    const { page, say } = phone;
    const other = await phone.page.context().newPage();
    const dialog = await newItem(phone, "vault.new");
    await dialog.getByLabel(say("vault.form.name"), { exact: true }).fill("Bank");
    await dialog.getByRole("button", { name: say("vault.form.save") }).click();
    await expectLocked(phone);
    await expect(page.getByText(say("refusal.not_signed_in"))).toBeVisible();
    expect(await halfOf(phone)).toBeNull();
    await other.goto("/vault");
    await expectLoggedOut({ ...phone, page: other });
  });
});

test("who wishes to be asked after a reload is asked", async () => {
  await onReload(rita, "account.device.ask");
  await expect.poll(() => halfOf(rita)).toBeNull();
  await rita.page
    .getByRole("link", { name: rita.say("account.back") })
    .first()
    .click();
  await expectOpen(rita);
  await rita.page.reload();
  await expectLocked(rita);
  await unlockPanel(rita);
  await expectOpen(rita);
});
