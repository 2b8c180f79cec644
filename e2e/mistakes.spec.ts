import { randomUUID } from "node:crypto";
import { nobodys } from "./pages";
import {
  expect,
  joinAsNewcomer,
  lockVault,
  masterPassword,
  type Person,
  sitDown,
  test,
  unlock,
} from "./people";
import {
  choose,
  confirmInConsole,
  confirmInTeam,
  describeClient,
  goTo,
  inviteToTeam,
  openProvider,
  startClient,
  startInviting,
} from "./prepare";

const at = (who: string) => `${who}@slips.example`;
const markup = "<img src=x onerror=alert(1)>";
const seatLimit = 100_000;

// One provider goes through all of them, and they build on one another.
test.describe.configure({ mode: "serial" });

let admin: Person;
let brett: Person;
let betty: Person;
let owner: Person;
let provider: string;
let organization: string;
const boxes: string[] = [];

test.beforeAll(async ({ browser }) => {
  brett = await sitDown(browser, { name: "Brett Slip", email: at("brett") });
  betty = await sitDown(browser, { name: "<b>Betty</b> Slip", email: at("betty") });
  owner = await sitDown(browser, { name: "Olive Owner", email: at("olive") });
  for (const { page } of [brett, betty, owner])
    page.on("dialog", (box) => {
      boxes.push(box.message());
      void box.dismiss();
    });
  admin = await openProvider((who) => sitDown(browser, who), brett, "Slips Provider");
  provider = new URL(brett.page.url()).pathname.replace(/\/clients$/, "");
});

test.afterAll(async () => {
  for (const person of [admin, brett, betty, owner]) await person?.page.context().close();
});

test("addresses are told one by one, and nothing typed is lost", async () => {
  const { page, say } = brett;
  const dialog = await startInviting(brett);
  const emails = dialog.getByLabel(say("people.addresses.label"));
  const send = dialog.getByRole("button", { name: /^Send / });
  const told = dialog.getByRole("listitem");

  await test.step("one malformed and one twice, among good ones", async () => {
    const typed = `${at("one")}, not-an-address, ${at("one")}, ${at("two")}`;
    await emails.fill(typed);
    await expect(told).toHaveText([
      say("people.addresses.malformed", { address: "not-an-address" }),
      say("people.addresses.twice", { address: at("one") }),
    ]);
    await send.click();
    await expect(emails).toHaveAccessibleDescription(new RegExp(say("ui.validation.not_addresses")));
    await expect(emails).toHaveValue(typed);
  });

  await test.step("twenty-one", async () => {
    const typed = Array.from({ length: 21 }, (_, index) => at(`many-${index}`)).join("\n");
    await emails.fill(typed);
    await send.click();
    await expect(emails).toHaveAccessibleDescription(new RegExp(say("refusal.too_many_addresses")));
    await expect(emails).toHaveValue(typed);
  });

  await test.step("one who is a member already: the others are invited, this one stays", async () => {
    await emails.fill(`${at("one")}, ${brett.email}`);
    await send.click();
    await expect(dialog.getByText(say("members.inviteDialog.notAll", { count: 1 }))).toBeVisible();
    await expect(told).toHaveText([say("members.inviteDialog.already_a_member", { address: brett.email })]);
    await expect(emails).toHaveValue(brett.email);
  });

  await test.step("corrected and sent", async () => {
    await emails.fill(at("two"));
    await send.click();
    for (const email of [at("one"), at("two")])
      await expect(page.getByRole("row").filter({ hasText: email })).toContainText(
        say("members.status.invited"),
      );
  });
});

test("the last provider admin is neither demoted nor removed", async () => {
  const { page, say } = brett;
  const row = page.getByRole("row").filter({ hasText: brett.email });

  await expect(
    page.getByRole("button", { name: say("members.list.options", { name: brett.name }) }),
  ).toHaveCount(0);
  await page.getByRole("checkbox", { name: say("members.list.select", { name: brett.name }) }).check();
  // Nothing can be done with oneself alone, so there is nothing to choose from.
  const bar = page.getByRole("region", { name: say("members.list.selection") });
  await expect(bar).toContainText(say("members.list.selected", { count: 1 }));
  await expect(bar.getByRole("button", { name: say("members.act.remove") })).toHaveCount(0);
  await expect(row).toContainText(say("portal.roles.provider_admin"));
});

test("a service user with markup for a name is shown as typed, and finds no page of an admin's", async () => {
  await inviteToTeam(brett, betty.email);
  await joinAsNewcomer(betty, "provider");
  await goTo(brett, "portal.nav.clients");
  await goTo(brett, "portal.nav.members");
  await expect(brett.page.getByRole("row").filter({ hasText: betty.name })).toBeVisible();
  await confirmInTeam(brett, betty);

  const { page, say } = betty;
  for (const path of ["members", "events", "settings", "billing/subscription", "billing/history"]) {
    const response = await page.goto(`${provider}/${path}`);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByText(say("errors.notFound.title"))).toBeVisible();
  }
  for (const file of ["pdf", "csv"])
    expect((await page.request.get(`${provider}/billing/history/${nobodys}/${file}`)).status()).toBe(404);
  expect((await page.goto(`${provider}/clients`))?.status()).toBe(200);
});

test("a client's name and seats have limits, and a second click makes no second client", async () => {
  const { page, say } = brett;
  await goTo(brett, "portal.nav.clients");
  const dialog = await startClient(brett);
  const name = dialog.getByLabel(say("clients.newDialog.name"));
  const seats = dialog.getByLabel(say("clients.newDialog.seats"), { exact: true });
  const submit = dialog.getByRole("button", { name: say("clients.newDialog.submit") });

  await test.step("five thousand characters are too many, and stay typed", async () => {
    const long = "x".repeat(5000);
    await describeClient(brett, { name: long, owner: owner.email, seats: 2 });
    await submit.click();
    await expect(name).toHaveAccessibleDescription(say("ui.validation.too_long", { max: 50 }));
    await expect(name).toHaveValue(long);
  });

  await test.step("seats between one and the limit", async () => {
    await name.fill(markup);
    for (const [typed, problem] of [
      ["0", say("ui.validation.too_small", { min: 1 })],
      ["-1", say("ui.validation.too_small", { min: 1 })],
      ["1000000000", say("ui.validation.too_big", { max: seatLimit })],
      ["1.5", say("ui.validation.not_whole")],
    ] as const) {
      await seats.fill(typed);
      await submit.click();
      await expect(seats).toHaveAccessibleDescription(problem);
      await expect(seats).toHaveValue(typed);
    }
  });

  await test.step("clicked twice, made once; its markup is only text", async () => {
    await seats.fill("2");
    await submit.dblclick();
    await expect(page.getByRole("link", { name: markup, exact: true })).toHaveCount(1);
    await page.reload();
    await expect(page.getByRole("link", { name: markup, exact: true })).toHaveCount(1);
    expect(await page.evaluate(() => [...document.images].map(({ src }) => src))).toEqual([]);
  });
});

test("a wrong master password says so and stays; then the form goes on where it was", async () => {
  const { page, say } = brett;
  await lockVault(brett);
  await startClient(brett);
  await describeClient(brett, { name: "\u202eDesserts\u202c\u200b Ltd", owner: at("dora"), seats: 3 });
  const form = page.getByRole("dialog", { name: say("clients.newClient") });
  const submit = form.getByRole("button", { name: say("clients.newDialog.submit") });
  await submit.click();
  await unlock(brett, `${masterPassword}?`);
  const asking = page.getByRole("dialog", { name: say("common.vault.dialogTitle") });
  const password = asking.getByLabel(say("common.vault.masterPassword"), { exact: true });
  await expect(password).toHaveAccessibleDescription(say("refusal.wrong_master_password"));

  await asking.getByRole("button", { name: say("ui.cancel") }).click();
  await expect(form.getByLabel(say("clients.newDialog.owner"))).toHaveValue(at("dora"));
  await submit.click();
  await unlock(brett);
  // The marks that turn and hide text are gone from the name.
  await expect(page.getByRole("link", { name: "Desserts Ltd", exact: true })).toBeVisible();
});

test("a server out of reach costs nothing that was typed", async () => {
  const { page, say } = brett;
  await choose(brett, "clients.list.options", "Desserts Ltd", "clients.list.rename");
  const dialog = page.getByRole("dialog", { name: say("clients.list.rename") });
  const name = dialog.getByLabel(say("clients.renameDialog.name"));
  await name.fill("Desserts & Sons");
  await page.context().setOffline(true);
  await dialog.getByRole("button", { name: say("clients.renameDialog.save") }).click();
  await expect(dialog.getByRole("alert")).toContainText(say("refusal.unreachable"));
  await expect(name).toHaveValue("Desserts & Sons");
  await page.context().setOffline(false);
  await dialog.getByRole("button", { name: say("ui.tryAgain") }).click();
  await expect(page.getByRole("link", { name: "Desserts & Sons", exact: true })).toBeVisible();
});

test("a client's seats hold: nobody is invited beyond them, and none in use is taken away", async () => {
  const { page, say } = brett;
  await page.getByRole("link", { name: markup, exact: true }).click();
  const leave = page.getByRole("button", { name: say("visits.leave") });
  await expect(leave).toBeVisible();
  await goTo(brett, "console.members");
  organization = new URL(page.url()).pathname.replace(/\/members$/, "");

  await page.getByRole("button", { name: say("members.invite") }).click();
  const dialog = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
  const emails = dialog.getByLabel(say("people.addresses.label"));
  const send = (count: number) =>
    dialog.getByRole("button", { name: say("members.inviteDialog.send", { count }) });
  await emails.fill(`${at("three")}, not-an-address`);
  await send(1).click();
  await expect(emails).toHaveAccessibleDescription(new RegExp(say("ui.validation.not_addresses")));
  await expect(
    dialog.getByText(say("people.addresses.malformed", { address: "not-an-address" })),
  ).toBeVisible();
  for (const [typed, problem] of [
    [`${at("three")}, ${at("four")}`, say("refusal.no_seat_left", { used: 1, seats: 2, remaining: 1 })],
  ] as const) {
    await emails.fill(typed);
    await send(2).click();
    await expect(dialog.getByRole("alert")).toContainText(problem);
    await expect(emails).toHaveValue(typed);
  }
  await emails.fill(owner.email);
  await send(1).click();
  await expect(
    dialog.getByText(say("members.inviteDialog.already_invited", { address: owner.email })),
  ).toBeVisible();
  await emails.fill(at("three"));
  await send(1).click();
  await expect(page.getByRole("row").filter({ hasText: at("three") })).toBeVisible();

  await test.step("two seats are in use", async () => {
    await leave.click();
    await choose(brett, "clients.list.options", markup, "clients.list.seats");
    const form = page.getByRole("dialog", { name: say("clients.seatsDialog.title", { name: markup }) });
    const seats = form.getByLabel(say("clients.seatsDialog.seats"));
    for (const [typed, problem] of [
      ["1", say("ui.validation.too_small", { min: 2 })],
      ["0", say("ui.validation.too_small", { min: 2 })],
      ["1000000000", say("ui.validation.too_big", { max: seatLimit })],
    ] as const) {
      await seats.fill(typed);
      await form.getByRole("button", { name: say("clients.seatsDialog.save") }).click();
      await expect(seats).toHaveAccessibleDescription(problem);
    }
    await form.getByRole("button", { name: say("ui.cancel") }).click();
    await form.getByRole("button", { name: say("ui.unsaved.discard") }).click();
  });
});

test("the last owner is neither demoted nor removed", async () => {
  await joinAsNewcomer(owner, "organization");
  const { page, say } = brett;
  await page.goto(`${organization}/members`);
  await confirmInConsole(brett, owner);

  await choose(brett, "members.list.options", owner.name, "members.act.edit");
  const role = page.getByRole("dialog", { name: owner.name });
  await role.getByRole("radio", { name: say("console.roles.user") }).check();
  await role.getByRole("button", { name: say("members.drawer.save") }).click();
  await expect(page.getByText(say("refusal.last_owner"))).toBeVisible();
  await role.getByRole("button", { name: say("ui.cancel") }).click();
  await role.getByRole("button", { name: say("ui.unsaved.discard") }).click();

  await choose(brett, "members.list.options", owner.name, "members.act.remove");
  const removal = page.getByRole("alertdialog", {
    name: say("members.removeDialog.remove.title", { name: owner.name }),
  });
  await removal.getByRole("button", { name: say("members.removeDialog.remove.confirm") }).click();
  await expect(removal.getByRole("alert").filter({ hasText: say("refusal.last_owner") })).toBeVisible();
  await removal.getByRole("button", { name: say("ui.cancel") }).click();
  await expect(page.getByRole("row").filter({ hasText: owner.email })).toContainText(
    say("console.roles.owner"),
  );
});

test("what belongs to others answers as what does not exist", async () => {
  const { page } = admin;
  for (const [theirs, nobodys] of [
    [`${provider}/clients`, `/providers/${randomUUID()}/clients`],
    [`${provider}/members`, `/providers/${randomUUID()}/members`],
    [`${organization}/collections`, `/organizations/${randomUUID()}/collections`],
    [`${organization}/members`, `/organizations/${randomUUID()}/members`],
  ] as const) {
    const pages: string[] = [];
    for (const path of [theirs, nobodys]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      pages.push(await page.getByRole("main").innerText());
    }
    expect(pages[0]).toBe(pages[1]);
  }
});

test("no name has done anything but be read", () => {
  expect(boxes).toEqual([]);
});
