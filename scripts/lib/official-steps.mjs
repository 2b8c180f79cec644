import assert from "node:assert/strict";

/** The owner of the demo's first client, whose organization has collections. */
const email = "owner@my-clients-organization.example";
const password = "brass key on a paper ring";

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString("base64");
/** The key of a session, 64 bytes in base64, and a value: beside them, a call prints notes of its own. */
const sessionIn = (output) =>
  /[A-Za-z0-9+/]{86}==/.exec(output)?.[0] ?? assert.fail(`no session in ${output}`);
const jsonIn = (output) => JSON.parse(output.slice(output.search(/[[{]/)));

const login = {
  ...{ organizationId: null, collectionIds: null, folderId: null, type: 1, favorite: false, reprompt: 0 },
  name: "Router",
  notes: "Behind the second rack",
  fields: [{ name: "Rack", value: "2", type: 0 }],
  login: {
    uris: [{ match: null, uri: "https://router.client.example" }],
    ...{ username: "admin", password: "brass lock", totp: null },
  },
};

/**
 * What somebody does with the official command line, in order. `known` is what steps leave for those after them.
 *
 * @type {[step: string, act: (given: { bw: Function, known: any, home: string }) => Promise<void>][]}
 */
export const officialSteps = [
  [
    "a wrong master password is refused in words",
    async ({ bw }) => {
      const said = await bw(["login", email, "another password"], { fails: true });
      assert.match(said, /incorrect|invalid/i);
    },
  ],
  [
    "log in with the master password",
    async ({ bw, known }) => {
      known.session = sessionIn(await bw(["login", email, password, "--raw"]));
      const status = jsonIn(await bw(["status"], known));
      assert.equal(status.status, "unlocked");
      assert.equal(status.userEmail, email);
    },
  ],
  ["synchronise", async ({ bw, known }) => void (await bw(["sync", "--force"], known))],
  [
    "list the organizations, and the collections that are shared",
    async ({ bw, known }) => {
      const [organization] = jsonIn(await bw(["list", "organizations"], known));
      const collections = jsonIn(await bw(["list", "collections"], known));
      assert.equal(organization.status, 2);
      assert.ok(collections.length > 0);
      assert.ok(collections.every(({ name }) => !name.startsWith("2.")));
      known.organizationId = organization.id;
      known.collectionId = collections[0].id;
    },
  ],
  [
    "make a login, and read it again",
    async ({ bw, known }) => {
      known.item = jsonIn(await bw(["create", "item", encoded(login)], known));
      await bw(["sync", "--force"], known);
      const read = jsonIn(await bw(["get", "item", known.item.id], known));
      for (const part of ["name", "notes"]) assert.equal(read[part], login[part]);
      assert.equal(read.login.password, "brass lock");
      assert.equal(read.fields[0].value, "2");
    },
  ],
  [
    "change it",
    async ({ bw, known }) => {
      const { item } = known;
      const changed = { ...item, favorite: true, login: { ...item.login, password: "steel lock" } };
      known.item = jsonIn(await bw(["edit", "item", item.id, encoded(changed)], known));
      await bw(["sync", "--force"], known);
      const read = jsonIn(await bw(["get", "item", item.id], known));
      assert.equal(read.login.password, "steel lock");
      assert.equal(read.favorite, true);
      assert.equal(read.passwordHistory[0].password, "brass lock");
    },
  ],
  [
    "put it into a new folder, and find it there",
    async ({ bw, known }) => {
      const folder = jsonIn(await bw(["create", "folder", encoded({ name: "Network" })], known));
      const { item } = known;
      known.item = jsonIn(
        await bw(["edit", "item", item.id, encoded({ ...item, folderId: folder.id })], known),
      );
      await bw(["sync", "--force"], known);
      const inFolder = jsonIn(await bw(["list", "items", "--folderid", folder.id], known));
      assert.deepEqual(
        inFolder.map(({ id }) => id),
        [item.id],
      );
      await bw(["edit", "folder", folder.id, encoded({ name: "Networks" })], known);
      await bw(["delete", "folder", folder.id], known);
    },
  ],
  [
    "delete it, and restore it from the trash",
    async ({ bw, known }) => {
      const { item } = known;
      await bw(["delete", "item", item.id], known);
      await bw(["sync", "--force"], known);
      const trash = jsonIn(await bw(["list", "items", "--trash"], known));
      assert.ok(trash.some(({ id }) => id === item.id));
      await bw(["restore", "item", item.id], known);
      await bw(["sync", "--force"], known);
      assert.ok(!jsonIn(await bw(["get", "item", item.id], known)).deletedDate);
    },
  ],
  [
    "move it to the organization",
    async ({ bw, known }) => {
      const { item, organizationId, collectionId } = known;
      await bw(["move", item.id, organizationId, encoded([collectionId])], known);
      await bw(["sync", "--force"], known);
      const moved = jsonIn(await bw(["get", "item", item.id], known));
      assert.equal(moved.organizationId, organizationId);
      assert.deepEqual(moved.collectionIds, [collectionId]);
      assert.equal(moved.login.password, "steel lock");
    },
  ],
  [
    "delete it for good",
    async ({ bw, known }) => {
      await bw(["delete", "item", known.item.id, "--permanent"], known);
      await bw(["sync", "--force"], known);
      await bw(["get", "item", known.item.id], { ...known, fails: true });
    },
  ],
  [
    "lock, and unlock again",
    async ({ bw, known }) => {
      await bw(["lock"], known);
      known.session = sessionIn(await bw(["unlock", password, "--raw"]));
      assert.equal(jsonIn(await bw(["status"], known)).status, "unlocked");
    },
  ],
  [
    "log out",
    async ({ bw, known }) => {
      await bw(["logout"], known);
      assert.equal(jsonIn(await bw(["status"])).status, "unauthenticated");
    },
  ],
];
