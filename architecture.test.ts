import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { refusals } from "@/lib/domain/refusal";

/** Who may import whom, longest folder first. Tests beside the code are free. */
const layers: Record<string, string[]> = {
  "lib/crypto": [],
  "lib/domain": ["lib/crypto"],
  "lib/vault": ["lib/crypto", "lib/domain"],
  "lib/import": ["lib/crypto", "lib/domain", "lib/vault"],
  "lib/i18n": ["lib/domain", "lib/http/result"],
  "db/schema": ["lib/domain", "lib/crypto/types"],
  "db/seed": ["db", "lib"],
  db: ["lib/domain", "lib/crypto/types", "lib/env", "lib/folders"],
  "lib/http/result": ["lib/domain"],
  "lib/env-variables": [],
  "lib/log": ["lib/env"],
  "lib/operations": [
    "db",
    "lib/domain",
    "lib/crypto",
    "lib/jobs",
    "lib/mail",
    "lib/bucket",
    "lib/log",
    "lib/env",
    "lib/secrets",
    "lib/secrets-at-rest",
  ],
  "lib/jobs": ["db", "lib/domain", "lib/env", "lib/log"],
  "lib/mail": ["lib/domain", "lib/i18n", "lib/jobs", "lib/env", "lib/secrets-at-rest", "lib/log"],
  "lib/billing": ["lib/domain", "lib/i18n", "lib/jobs"],
  "lib/breaches": [],
  "lib/bucket": ["lib/env"],
  "lib/background": [
    "db",
    "lib/domain",
    "lib/operations",
    "lib/jobs",
    "lib/mail",
    "lib/billing",
    "lib/bucket",
    "lib/log",
    "lib/env",
  ],
  "lib/answer": ["lib/domain", "lib/operations", "lib/bucket", "lib/http/result", "lib/log"],
  "lib/session": [
    "db",
    "lib/domain",
    "lib/operations",
    "lib/answer",
    "lib/log",
    "lib/env",
    "lib/secrets",
    "lib/i18n",
  ],
  "lib/http": [
    "db/index",
    "lib/domain",
    "lib/i18n",
    "lib/operations",
    "lib/billing",
    "lib/breaches",
    "lib/answer",
    "lib/session",
    "lib/jobs",
    "lib/log",
    "lib/env",
    "lib/secrets",
  ],
  "lib/machine-api": [
    "lib/domain",
    "lib/crypto",
    "lib/operations",
    "lib/http",
    "lib/session/request",
    "lib/answer/failure",
    "lib/i18n",
    "lib/env",
    "lib/secrets",
  ],
  components: ["lib/vault", "lib/import", "lib/domain", "lib/crypto", "lib/i18n", "lib/http/result"],
  app: ["app", "components", "db", "lib"],
  test: ["components", "db", "lib"],
  e2e: ["components", "db", "lib", "scripts", "test"],
  scripts: ["components", "db", "lib", "e2e", "test"],
};

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) ? [path] : [];
  });

const layerOf = (path: string) =>
  Object.keys(layers)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`) || path.startsWith(`${layer}.`))
    .sort((one, other) => other.length - one.length)[0];

const anyImport = /^(?:import|export)\s+[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;
/** Those of types alone leave nothing in the program. */
const importOfValues = /^(?:import|export)\s+(?!type\b)[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** Imports of the project's own files. */
function imports(path: string, which = importOfValues): string[] {
  const found = [...readFileSync(path, "utf8").matchAll(which)];
  return found
    .map(([, from, lazily]) => from ?? lazily ?? "")
    .filter((target) => /^(@\/|\.)/.test(target))
    .map((target) =>
      target.startsWith("@/") ? target.slice(2) : relative(".", join(dirname(path), target)),
    );
}

const isWithin = (target: string, folder: string) => target === folder || target.startsWith(`${folder}/`);

const files = ["lib", "db", "components", "app", "test", "e2e", "scripts"]
  .flatMap(sources)
  .filter((path) => layerOf(path));

test.each(files)("%s imports only what its layer may", (path) => {
  const layer = layerOf(path) ?? "";
  const allowed = [layer, ...(layers[layer] ?? [])];
  const forbidden = imports(path).filter((target) => !allowed.some((folder) => isWithin(target, folder)));
  expect(forbidden).toEqual([]);
});

test("a folder of operations lists what can be done; what helps them stands in `internal`", () => {
  const folders = readdirSync("lib/operations", { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const others = folders
    .flatMap(({ name }) => sources(join("lib/operations", name)))
    .filter((path) => !path.includes("/internal/") && !path.endsWith("/access.ts"))
    .filter((path) => !/\bdefine(Command|Query|Bulk)\b/.test(readFileSync(path, "utf8")));
  expect(others).toEqual([]);
});

test("a file of operations holds one, called like it, but for the name of what the folder is about", () => {
  const found = readdirSync("lib/operations", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: folder }) => sources(join("lib/operations", folder)).map((path) => ({ folder, path })))
    .filter(({ path }) => !path.includes("/internal/") && !path.endsWith("/access.ts"));
  expect(found.length).toBeGreaterThan(50);
  const others = found.filter(({ folder, path }) => {
    // A number that the operation goes by may stand beside it.
    const values = readFileSync(path, "utf8").matchAll(
      /^export (?!type\b|const \w+ = \d+;)(?:async )?\w+ (\w+)/gm,
    );
    const [name = "", ...more] = [...values].map(([, name = ""]) => name);
    return more.length > 0 || !namesOf(name, folder).includes(basename(path, ".ts"));
  });
  expect(others.map(({ path }) => path)).toEqual([]);
});

/** `acceptProviderInvitation` may be the file `accept-invitation` of the folder `provider`. */
function namesOf(operation: string, folder: string): string[] {
  const words = operation.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
  return [words, words.filter((word) => word !== folder)].map((named) => named.join("-"));
}

test("no folders of the table import each other in a circle, types included", () => {
  const folderOf = (path: string) => layerOf(path) ?? path.replace(/\.tsx?$/, "");
  const graph = new Map<string, Map<string, string>>();
  for (const path of ["lib", "db", "components", "app"].flatMap(sources)) {
    const from = folderOf(path);
    const targets = graph.get(from) ?? graph.set(from, new Map()).get(from);
    for (const target of imports(path, anyImport)) {
      const to = folderOf(target);
      if (to !== from) targets?.set(to, `${from} → ${to} (${path} imports ${target})`);
    }
  }
  expect(circleIn(graph)).toEqual([]);
});

test.each(["lib/operations", "components"])("the subjects in %s import each other in no circle", (root) => {
  // Who may do something is asked below all that is done: an `access.ts` stands apart from its folder.
  const subjectOf = (path: string) => {
    const [subject = "", file = ""] = path.slice(root.length + 1).split("/");
    return /^access(\.ts)?$/.test(file) ? `${subject}/access` : subject.replace(/\.tsx?$/, "");
  };
  const graph = new Map<string, Map<string, string>>();
  for (const path of sources(root))
    for (const target of imports(path, anyImport).filter((target) => isWithin(target, root))) {
      const [from, to] = [subjectOf(path), subjectOf(target)];
      const targets = graph.get(from) ?? graph.set(from, new Map()).get(from);
      if (from !== to) targets?.set(to, `${from} → ${to} (${path} imports ${target})`);
    }
  expect(graph.size).toBeGreaterThan(10);
  expect(circleIn(graph)).toEqual([]);
});

/** The imports of one circle, in their order; none when there is no circle. */
function circleIn(graph: Map<string, Map<string, string>>): string[] {
  const done = new Set<string>();
  const walk = (folder: string, way: string[]): string[] => {
    const begun = way.indexOf(folder);
    if (begun >= 0)
      return way.slice(begun).map((from, i, circle) => graph.get(from)?.get(circle[i + 1] ?? folder) ?? "");
    if (done.has(folder)) return [];
    for (const next of graph.get(folder)?.keys() ?? []) {
      const circle = walk(next, [...way, folder]);
      if (circle.length > 0) return circle;
    }
    done.add(folder);
    return [];
  };
  return [...graph.keys()].map((folder) => walk(folder, [])).find((circle) => circle.length > 0) ?? [];
}

test("a circle is found and named", () => {
  const to = (...folders: string[]) => new Map(folders.map((folder) => [folder, `to ${folder}`]));
  const graph = new Map([
    ["app", to("mail")],
    ["mail", to("jobs", "log")],
    ["jobs", to("mail")],
  ]);
  expect(circleIn(graph)).toEqual(["to jobs", "to mail"]);
});

test("the table covers every folder of the program", () => {
  const uncovered = ["lib", "db", "components", "app"].flatMap(sources).filter((path) => !layerOf(path));
  const atTheRoot = [
    "lib/env.ts",
    "lib/folders.ts",
    "lib/secrets.ts",
    "lib/secrets-at-rest.ts",
    "lib/startup.ts",
    "lib/version.ts",
  ];
  expect(uncovered.filter((path) => !atTheRoot.includes(path))).toEqual([]);
});

test("one frame turns what goes wrong at a door into an answer", () => {
  const framed = ["lib/http", "lib/machine-api", "app"]
    .flatMap(sources)
    .filter((path) => /\b(failureOf|runJobsSoon)\(/.test(readFileSync(path, "utf8")));
  expect(framed).toEqual(["lib/http/answer-of.ts"]);
});

test("only doors, seeds and tests hold a database", () => {
  const holders = ["lib", "components", "app"]
    .flatMap(sources)
    .filter((path) => imports(path).some((target) => target === "db/index"));
  const doors = /^lib\/(http|session)\/|^lib\/startup\.ts$|^app\/api\/(ready|health)\//;
  expect(holders).not.toEqual([]);
  expect(holders.filter((path) => !doors.test(path))).toEqual([]);
});

test("whoever seals a key for a person does it in the one dialog that has phrases compared", () => {
  const sealers = sources("components").filter((path) =>
    /seal(Provider|Organization)KeyFor\b/.test(readFileSync(path, "utf8")),
  );
  expect(sealers).not.toEqual([]);
  const elsewhere = sealers.filter((path) => !imports(path).includes("components/people/confirm-people"));
  expect(elsewhere).toEqual([]);
});

test("nothing reads the environment but lib/env.ts", () => {
  const readers = ["lib", "db", "components", "app"]
    .flatMap(sources)
    .filter((path) => readFileSync(path, "utf8").includes("process.env"));
  expect(readers).toEqual(["lib/env.ts"]);
});

test("who has which collection, and who is in a group, is asked in one file, and written in one", () => {
  const holders = (table: string) =>
    ["lib", "components", "app"]
      .flatMap(sources)
      // The terms name every table, and read none.
      .filter((path) => path !== "lib/domain/terms.ts" && readFileSync(path, "utf8").includes(table));
  expect([...holders("collectionMembers"), ...holders("collection_members")]).toEqual([
    "lib/operations/collection/internal/grants.ts",
  ]);
  expect([...holders("collectionAccess"), ...holders("collection_access")]).toEqual([
    "lib/operations/collection/internal/who-has.ts",
  ]);
  expect([...holders("collectionGroups"), ...holders("collection_groups")]).toEqual([
    "lib/operations/collection/internal/group-cells.ts",
    "lib/operations/group/internal/cells.ts",
  ]);
  const [belonging, list] = [
    "lib/operations/group/internal/belonging.ts",
    "lib/operations/group/list-group-members.ts",
  ];
  const ofGroups = [...holders("groupMembers"), ...holders("group_members")];
  // Whoever gives something to a group is judged by who is in it.
  const judging = "lib/operations/collection/internal/expect-kept-from-provider.ts";
  expect(ofGroups.sort()).toEqual([judging, belonging, list]);
  const writes = /\.(insert|update|delete)\(groupMembers\)|(into|update|from) \$\{groupMembers\}/;
  expect(ofGroups.filter((path) => writes.test(readFileSync(path, "utf8")))).toEqual([belonging]);
});

test("whoever deletes members' rows lets go of the collections that are their own before", () => {
  const deleting = sources("lib/operations").filter((path) =>
    /\.delete\(organizationMembers\)|delete from \$\{organizationMembers\}/.test(readFileSync(path, "utf8")),
  );
  expect(deleting.sort()).toEqual([
    "lib/operations/organization/internal/delete-members.ts",
    "lib/operations/provider/internal/end-staff-places.ts",
  ]);
  const lettingGo = /await letGoOfOwnCollections\([\s\S]*\.delete\(organizationMembers\)/;
  expect(deleting.filter((path) => !lettingGo.test(readFileSync(path, "utf8")))).toEqual([]);
});

test("items are put into collections one by one or as a part of an import, which hold these first", () => {
  const putting = sources("lib/operations").filter((path) =>
    /\.(insert|update)\(collectionCiphers\)|(into|update) \$\{collectionCiphers\}/.test(
      readFileSync(path, "utf8").replace(/\s+(?=\.)/g, ""),
    ),
  );
  expect(putting).toEqual(["lib/operations/item/internal/put-into-collections.ts"]);
  const imported = "lib/operations/import/internal/insert-imported.ts";
  const placing = sources("lib/operations").filter((path) =>
    /await putEachIntoItsOwn\(/.test(readFileSync(path, "utf8")),
  );
  expect(placing).toEqual([imported]);
  const callers = sources("lib/operations").filter((path) =>
    /await (putIntoCollections|insertImported)\(/.test(readFileSync(path, "utf8")),
  );
  expect(callers.length).toBeGreaterThan(2);
  expect(callers.filter((path) => !readFileSync(path, "utf8").includes("await holdCollections("))).toEqual(
    [],
  );
});

test("what rules judge of an organization's own row is named in one file", () => {
  const naming = sources("lib/operations").filter((path) =>
    /organizations\.(allowAdminAccessToAllCollectionItems|limitItemDeletion|features)\b/.test(
      readFileSync(path, "utf8"),
    ),
  );
  expect(naming).toEqual(["lib/operations/judged-columns.ts"]);
});

test("a revision is advanced in one way, and never set to a date", () => {
  const setters = ["lib", "db", "app"]
    .flatMap(sources)
    .flatMap((path) => readFileSync(path, "utf8").match(/accountRevisedAt: .*/g) ?? []);
  expect(setters).not.toEqual([]);
  expect(setters.filter((set) => !/: (moment\(|users\.|advanced\()/.test(set))).toEqual([]);
  const holders = ["lib", "app"]
    .flatMap(sources)
    .filter((path) => imports(path).includes("db/schema/revisions"));
  expect(holders.sort()).toEqual([
    "lib/operations/revision/get-my-revision.ts",
    "lib/operations/revision/internal/advance.ts",
    "lib/operations/revision/internal/read-revisions.ts",
  ]);
});

test("server actions stand in files called actions.ts, which the test of entry points reads", () => {
  const withActions = ["lib", "db", "components", "app"]
    .flatMap(sources)
    .filter((path) => /^\s*["']use server["']/m.test(readFileSync(path, "utf8")));
  expect(withActions).not.toEqual([]);
  expect(withActions.filter((path) => !path.endsWith("/actions.ts"))).toEqual([]);
});

test("only doors, jobs and seeds say who acts", () => {
  const makers =
    /import (?!type)\{[^}]*\b(personActor|anonymousActor|operatorActor|jobActor)\b[^}]*\} from "@\/lib\/domain\/actor"/;
  const doors = /^lib\/(http|session|machine-api|background)\/|^db\//;
  const found = ["lib", "db", "components", "app"]
    .flatMap(sources)
    .filter((path) => makers.test(readFileSync(path, "utf8")));
  expect(found).not.toEqual([]);
  expect(found.filter((path) => !doors.test(path))).toEqual([]);
});

test("the pages of a console leave it to their frame to say why it is closed", () => {
  const pages = sources("app/(portal)/organizations/[organizationId]").filter(
    (path) => path.endsWith("/page.tsx") && imports(path).includes("lib/http/page"),
  );
  expect(pages.length).toBeGreaterThan(3);
  const silent = pages.filter(
    (path) => !readFileSync(path, "utf8").includes("if (!frame.ok) return <AskAnew />;"),
  );
  expect(silent).toEqual([]);
});

test("whoever assigns seats enters them in the ledger", () => {
  const callers = (call: string) =>
    sources("lib/operations").filter((path) => readFileSync(path, "utf8").includes(`await ${call}(`));
  expect(callers("assignSeats")).not.toEqual([]);
  expect(callers("assignSeats").filter((path) => !callers("enterSeats").includes(path))).toEqual([]);
});

test("every way of saying no is named by a test", () => {
  const tests = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return tests(path);
      return /\.test\.tsx?$/.test(path) || path.startsWith("test/") ? [readFileSync(path, "utf8")] : [];
    });
  const text = ["lib", "db", "components", "app", "test"].flatMap(tests).join("\n");
  const named = new Set(text.match(/\b[a-z_]+\b/g));
  expect(Object.keys(refusals).filter((refusal) => !named.has(refusal))).toEqual([]);
});

/** Each command's own text, with what its `locks` say. */
const commands = sources("lib/operations").flatMap((path) =>
  readFileSync(path, "utf8")
    .split(/^(?=export const \w+ = define(?:Command|Bulk)\()/m)
    .filter((text) => text.startsWith("export const"))
    .map((text) => ({
      name: /name: "([^"]+)"/.exec(text)?.[1] ?? path,
      text,
      locks: /^ {2}(?:async )?locks(?::|\()[\s\S]*?(?=^ {2}(?:async )?\w+(?::|\(|,$))/m.exec(text)?.[0] ?? "",
    })),
);

test.each([
  [
    "an account",
    /\badvance(Accounts?|Owner)\(|\.update\(users\)|\.(insert|update)\((provider|organization)Members\)[^;]*\buserId\b/,
    /\b(ownAccount|accountsOf|accountsBehind|account|ownerOfItems?)\b/,
  ],
  ["a team", /\.update\(providers\)/, /\b(team|teamOfLink)\(/],
  ["the seats of plans", /\blockPlans\(/, /\bseatsOf\(/],
  [
    "an organization",
    /\block(Organization|Client)\(|\.update\(organizations\)|\bendStaffPlaces\(|\b(changeCells|putIntoGroup|takeOutOfGroup)\(|\.(insert|update|delete)\(groups\)/,
    /\b(organization|lockOf|organizationOfLink|locksOfTie|locksOfDeletion)\(/,
  ],
  ["an organization as a whole", /\bdeleteWhole\(/, /\blocksOfDeletion\(/],
  ["the tie of a client", /\bendTie\(/, /\blocksOfTie\(/],
  [
    "who has a collection",
    /\b(insert|change|take)Grants\(|\bgrantMembers\(|\.delete\(collections\)/,
    /\b(organization|lockOf)\(/,
  ],
])("whoever changes %s names its lock, which the kernel takes in order", (_what, changes, names) => {
  const changing = commands.filter(({ text }) => changes.test(text));
  expect(changing).not.toEqual([]);
  expect(changing.filter(({ locks }) => !names.test(locks)).map(({ name }) => name)).toEqual([]);
});

/** The commands whose own text does something, or that call helpers that do it, through as many of them as there are. */
function reaching(does: (text: string) => boolean) {
  const helpers = sources("lib/operations")
    .filter((path) => path.includes("/internal/"))
    .map((path) => readFileSync(path, "utf8"));
  let calls = /(?!)/;
  for (let known = -1; ; ) {
    const found = helpers.filter((text) => does(text) || calls.test(text));
    if (found.length === known) break;
    known = found.length;
    const names = found.flatMap((text) =>
      [...text.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name),
    );
    if (names.length > 0) calls = new RegExp(`\\b(${names.join("|")})\\(`);
  }
  return commands.filter(({ text }) => does(text) || calls.test(text));
}

/** What the standings read of a table: whoever changes one of these columns can take authority away. */
const judgedColumns = (table: string, ...readers: string[]) => [
  ...new Set(
    readers.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(new RegExp(`\\b${table}\\.(?!id\\b)(\\w+)`, "g"))].map(
        ([, column]) => column,
      ),
    ),
  ),
];

/** Whether a text sets one of the columns. A spread of values, or a column named elsewhere, may be any of them. */
const sets = (table: string, columns: readonly (string | undefined)[], text: string) =>
  [
    ...text.matchAll(
      new RegExp(`\\.update\\(${table}\\)\\s*\\.set\\(\\{([\\s\\S]*?)\\}\\)\\s*\\.where`, "g"),
    ),
  ].some(([, values = ""]) =>
    new RegExp(
      `\\b(${columns.join("|")})\\b\\s*[,:}]|\\b(${columns.join("|")})$|\\.\\.\\.\\w+\\b(?![.[])|\\[\\w+\\]:`,
    ).test(values),
  );

test.each([
  [
    "organizations",
    judgedColumns("organizations", "lib/operations/judged-columns.ts", "lib/operations/standing-parts.ts"),
  ],
  [
    "providers",
    judgedColumns("providers", "lib/operations/provider/access.ts", "lib/operations/own-step.ts"),
  ],
])("whoever changes what standings read of %s waits for the acts that rest on it", (table, columns) => {
  expect(columns.length).toBeGreaterThan(2);
  const changing = reaching((text) => sets(table, columns, text));
  expect(changing.length).toBeGreaterThan(2);
  // The first gives authority back; the others write names, addresses and a language.
  const giving = [
    "admin.reinstate_provider",
    "provider.set_up",
    "provider.update",
    "provider.set_mail_language",
  ];
  const takes = /takes: "authority"|\blocks(OfTie|OfDeletion)\(/;
  const silent = changing.filter(({ name, locks }) => !giving.includes(name) && !takes.test(locks));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test("statements look for people by what their role may do, and pages ask what somebody may do", () => {
  const listing = sources("lib/operations").filter((path) =>
    /\brole, \[|\brole in \(|\brole = any|\beq\(\w+\.role, "/.test(readFileSync(path, "utf8")),
  );
  expect(listing).toEqual([]);
  const asking = ["components", "app"]
    .flatMap(sources)
    .filter((path) =>
      /\b(role|as|viewer) === "|\bmayIn(Provider|Organization)\(/.test(readFileSync(path, "utf8")),
    );
  expect(asking).toEqual([]);
});

test("whoever makes a place the provider's holds its team, whenever the person joined it", () => {
  const makers = sources("lib/operations").filter((path) =>
    /placeOfProvider: (?!organizationMembers|page)/.test(readFileSync(path, "utf8")),
  );
  expect(makers.length).toBeGreaterThan(3);
  // What is asked for is written by the invitation.
  const asked = "lib/operations/organization/internal/ask-owners.ts";
  const text = (path: string) =>
    readFileSync(path === asked ? "lib/operations/organization/invite-members.ts" : path, "utf8");
  expect(makers.filter((path) => !/\bmustHold\(team\(/.test(text(path)))).toEqual([]);
});
