import { linkMailedTo } from "./mailbox";
import {
  administrator,
  expect,
  masterPassword,
  type Person,
  proveMasterPassword,
  sitDown,
  test,
} from "./people";
import { signInAdministrator } from "./prepare";
import { wordsOf } from "./words";

const sam = { name: "Sam Account", email: "sam@accounts.example" };
const newPassword = "seven tin whistles by the lake";

// One account, in two browsers, from its making on.
test.describe.configure({ mode: "serial" });

let laptop: Person;
let phone: Person;

test.beforeAll(async ({ browser }) => {
  laptop = await sitDown(browser, sam);
  phone = await sitDown(browser, sam);
});

test.afterAll(async () => {
  for (const person of [laptop, phone]) await person?.page.context().close();
});

const expectTitle = ({ page, say }: Person, title: string) =>
  expect(page.getByRole("heading", { name: say(title), level: 1 })).toBeVisible();

const passwordField = ({ page, say }: Person) => page.getByLabel(say("auth.password.new"), { exact: true });

/** Opens one's menu and chooses from it. */
async function chooseInMenu(
  { page, say }: Person,
  name: string,
  role: "menuitem" | "menuitemradio" = "menuitem",
) {
  await page.getByRole("button", { name: say("ui.account.menu", { name: sam.name }) }).click();
  await page.getByRole(role, { name, exact: true }).click();
}

async function logInOnPhone(password: string) {
  await phone.page.goto("/log-in");
  await proveMasterPassword(phone, password);
  await expectTitle(phone, "vault.all");
}

/** Whatever the phone asks for next, it is asked to log in. */
async function expectPhoneLoggedOut() {
  await phone.page.goto("/account");
  await expectTitle(phone, "auth.logIn.title");
}

test("somebody signs up where that is open, with a master password that is hard to guess", async () => {
  const { page, say } = laptop;
  await page.goto("/log-in");
  await page.getByRole("link", { name: say("auth.logIn.noAccount") }).click();
  await expectTitle(laptop, "auth.register.title");
  await page.getByLabel(say("fields.email")).fill(sam.email);
  await page.getByRole("button", { name: say("auth.register.start") }).click();
  await expect(page.getByText(say("auth.register.sentText", { email: sam.email }))).toBeVisible();

  await page.goto(await linkMailedTo(sam.email));
  await page.getByLabel(say("fields.name"), { exact: true }).fill(sam.name);
  const submit = page.getByRole("button", { name: say("auth.register.submit") });
  const password = passwordField(laptop);
  const again = page.getByLabel(say("auth.password.again"), { exact: true });
  for (const [typed, repeated, problem, strength] of [
    ["short", "short", say("ui.validation.too_short", { min: 12 }), say("ui.strength.veryWeak")],
    ["password1234", "password1234", say("ui.validation.too_common"), say("ui.strength.weak")],
    [masterPassword, `${masterPassword}s`, say("ui.validation.not_equal"), say("ui.strength.strong")],
  ] as const) {
    await password.fill(typed);
    await again.fill(repeated);
    await expect(page.getByText(`${say("ui.strength.label")} ${strength}`, { exact: true })).toBeVisible();
    await submit.click();
    await expect(page.getByText(problem)).toBeVisible();
    await expect(password).toHaveValue(typed);
  }
  await again.fill(masterPassword);
  await submit.click();
  await expectTitle(laptop, "vault.all");
});

test("a wrong master password does not log in, the right one does", async () => {
  const { page, say } = phone;
  await page.goto("/account");
  await expectTitle(phone, "auth.logIn.title");
  await proveMasterPassword(phone, "brass key on a paper string");
  await expect(page.getByText(say("refusal.wrong_credentials"))).toBeVisible();
  await expect(page.getByLabel(say("fields.email"))).toHaveValue(sam.email);
  await proveMasterPassword(phone);
  // On to the page that was asked for in the first place.
  await expectTitle(phone, "account.title");
});

test("sessions are listed, and one that is ended is over at its next request", async () => {
  const { page, say } = laptop;
  await chooseInMenu(laptop, say("account.menu"));
  await expectTitle(laptop, "account.title");
  const sessions = page.getByRole("table", { name: say("account.sessions.label") });
  const ends = sessions.getByRole("button", { name: new RegExp(`^${say("account.sessions.end")}`) });
  await expect(sessions.getByText(say("account.sessions.current"), { exact: true })).toHaveCount(1);
  await ends.click();
  await expect(page.getByText(say("account.sessions.ended"))).toBeVisible();
  await expect(ends).toHaveCount(0);
  await expectPhoneLoggedOut();
});

test("logging out everywhere else ends every other session", async () => {
  const { page, say } = laptop;
  await logInOnPhone(masterPassword);
  await page.reload();
  await page.getByRole("button", { name: say("account.sessions.everywhere") }).click();
  const asking = page.getByRole("alertdialog", { name: say("account.sessions.everywhereTitle") });
  await asking.getByRole("button", { name: say("account.sessions.everywhere") }).click();
  await expect(page.getByText(say("account.sessions.everywhereDone", { count: 1 }))).toBeVisible();
  await expectPhoneLoggedOut();
});

test("a new master password ends other sessions, and the old one is worth nothing", async () => {
  const { page, say } = laptop;
  await logInOnPhone(masterPassword);

  const current = page.getByLabel(say("account.password.current"), { exact: true });
  await current.fill("not this one, surely");
  await passwordField(laptop).fill(newPassword);
  await page.getByLabel(say("auth.password.again"), { exact: true }).fill(newPassword);
  const submit = page.getByRole("button", { name: say("account.password.submit") });
  await submit.click();
  await expect(current).toHaveAccessibleDescription(say("refusal.wrong_master_password"));
  await current.fill(masterPassword);
  await submit.click();
  await expect(page.getByText(say("account.password.done"))).toBeVisible();

  await expectPhoneLoggedOut();
  await proveMasterPassword(phone, masterPassword);
  await expect(phone.page.getByText(phone.say("refusal.wrong_credentials"))).toBeVisible();
  await logInOnPhone(newPassword);
});

test("the vault locks on demand, and nothing of a key is left where a script could read it", async () => {
  const { page, say } = phone;
  const readable = () =>
    page.evaluate(async () => ({
      local: Object.keys(localStorage).filter((name) => name !== "trousseau-device"),
      device: localStorage.getItem("trousseau-device"),
      session: Object.keys(sessionStorage).sort(),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
  // Unlocked as it is: a random name for this browser, half of what opens the vault after a reload, the language,
  // and what it remembers of settings and keys.
  await expect
    .poll(async () => (await readable()).session)
    .toEqual(["trousseau-vault", "trousseau-vault-seen"]);
  expect(await readable()).toEqual({
    local: [],
    device: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    session: ["trousseau-vault", "trousseau-vault-seen"],
    cookies: "trousseau-locale=en",
    databases: ["trousseau-memory"],
  });

  await chooseInMenu(phone, say("ui.account.lock"));
  await expectTitle(phone, "common.vault.panelTitle");
  expect((await readable()).session).toEqual([]);
  const password = page.getByLabel(say("common.vault.masterPassword"), { exact: true });
  await password.fill(masterPassword);
  await page.getByRole("button", { name: say("common.vault.unlock") }).click();
  await expect(password).toHaveAccessibleDescription(say("refusal.wrong_master_password"));
  await password.fill(newPassword);
  await page.getByRole("button", { name: say("common.vault.unlock") }).click();
  await expectTitle(phone, "vault.all");
});

test("language and appearance are chosen once, and stay", async () => {
  const { page, say } = laptop;
  const french: Person = { ...laptop, locale: "fr", say: wordsOf("fr") };

  await test.step("to French", async () => {
    await chooseInMenu(laptop, "Français", "menuitemradio");
    await expectTitle(french, "account.title");
    await page.reload();
    await expectTitle(french, "account.title");
  });

  await test.step("and on every other device of the account", async () => {
    await phone.page.goto("/account");
    await expectTitle({ ...phone, say: wordsOf("fr") }, "account.title");
  });

  await test.step("and back", async () => {
    await chooseInMenu(french, "English", "menuitemradio");
    await expectTitle(laptop, "account.title");
    await page.reload();
    await expectTitle(laptop, "account.title");
  });

  await test.step("dark, then light", async () => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await chooseInMenu(laptop, say("ui.account.dark"), "menuitemradio");
    await expect.poll(paper).not.toBe(light);
    await page.reload();
    expect(await paper()).not.toBe(light);
    await chooseInMenu(laptop, say("ui.account.light"), "menuitemradio");
    await expect.poll(paper).toBe(light);
  });
});

test("an address that no link has proven can be proven later", async ({ as }) => {
  const admin = await signInAdministrator(as);
  const { page, say } = admin;
  await page.goto("/account");
  await expect(page.getByText(say("account.email.notVerified"), { exact: true })).toBeVisible();
  await page.getByRole("button", { name: say("account.email.send") }).click();
  await expect(page.getByText(say("account.email.sentText", { email: administrator.email }))).toBeVisible();

  await page.goto(await linkMailedTo(administrator.email));
  await page.getByRole("button", { name: say("auth.verify.submit") }).click();
  await expect(page.getByText(say("auth.verify.doneText", { email: administrator.email }))).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText(say("account.email.verified"), { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: say("account.email.send") })).toBeHidden();
});
