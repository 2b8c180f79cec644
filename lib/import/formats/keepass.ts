import { sha256 } from "@noble/hashes/sha2.js";
import { argon2d, argon2id } from "hash-wasm";
import * as kdbxweb from "kdbxweb";
import { toBase64 } from "@/lib/crypto/base64";
import { momentOf } from "@/lib/import/claims";
import {
  type EntryFile,
  entryOf,
  type Field,
  folderOf,
  hiddenField,
  itemOf,
  orNull,
  textField,
  urisOf,
} from "@/lib/import/entry";
import { loadBounded } from "@/lib/import/formats/kdbx-bounds";
import { type Collected, collect, type Imported } from "@/lib/import/imported";
import { CannotImport } from "@/lib/import/trouble";

kdbxweb.CryptoEngine.setArgon2Impl(
  async (password, salt, memorySize, iterations, hashLength, parallelism, type) => {
    const hash = type === kdbxweb.CryptoEngine.Argon2TypeArgon2d ? argon2d : argon2id;
    const key = await hash({
      password: new Uint8Array(password),
      salt: new Uint8Array(salt),
      memorySize,
      iterations,
      hashLength,
      parallelism,
      outputType: "binary",
    });
    return new Uint8Array(key).buffer;
  },
);

/** The first bytes of KeePass 2's files, and of the first version's, which is another format. */
export const isKdbx = (bytes: Uint8Array): boolean =>
  [0x03, 0xd9, 0xa2, 0x9a].every((byte, at) => bytes[at] === byte);

const credentials = (password: string) =>
  new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString(password));

async function inImportWords(load: () => Promise<kdbxweb.Kdbx>): Promise<kdbxweb.Kdbx> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof kdbxweb.KdbxError && error.code === kdbxweb.Consts.ErrorCodes.InvalidKey)
      throw new CannotImport("wrong_password");
    throw error instanceof CannotImport ? error : new CannotImport("damaged");
  }
}

/** A KeePass database, versions 3 and 4. */
export async function readKdbx(bytes: Uint8Array, password: string): Promise<Imported> {
  const whole = new Uint8Array(bytes).buffer;
  return readDatabase(await inImportWords(() => loadBounded(whole, credentials(password))));
}

/** KeePass 2's XML. Nothing in it may define texts of its own, which could be made to grow without end. */
export async function readKeePassXml(xml: string): Promise<Imported> {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new CannotImport("damaged");
  return readDatabase(await inImportWords(() => kdbxweb.Kdbx.loadXml(xml, credentials(""))));
}

function readDatabase(database: kdbxweb.Kdbx): Imported {
  const into = collect();
  const bin = database.meta.recycleBinUuid?.id;
  let place = 0;
  const walk = (group: kdbxweb.KdbxGroup, path: string, isTrash: boolean) => {
    const inTrash = isTrash || (bin !== undefined && group.uuid.id === bin);
    if (!inTrash) into.folder(path);
    for (const entry of group.entries) {
      place += 1;
      if (inTrash) into.remark({ what: "in_trash", place, name: textOf(entry, "Title") });
      else readEntry(entry, place, path, into);
    }
    for (const inner of group.groups)
      walk(inner, [path, ...folderOf(inner.name)].filter(Boolean).join("/"), inTrash);
  };
  // The outermost group is the database, whatever it is called.
  for (const root of database.groups) walk(root, "", false);
  return into.found;
}

const plain = (value: kdbxweb.KdbxEntryField | undefined): string | null =>
  orNull(typeof value === "string" ? value : value?.getText());
const textOf = (entry: kdbxweb.KdbxEntry, name: string) => plain(entry.fields.get(name));

const parts = new Set(["Title", "UserName", "Password", "URL", "Notes"]);
const codes = ["otp", "TimeOtp-Secret-Base32", "TOTP Seed"];

function readEntry(entry: kdbxweb.KdbxEntry, place: number, path: string, into: Collected) {
  const code = codes.find((name) => textOf(entry, name) !== null);
  const fields = [...entry.fields].map(([name, value]): Field | null => {
    if (parts.has(name) || name === code) return null;
    return (typeof value === "string" ? textField : hiddenField)(name, plain(value));
  });
  const name = textOf(entry, "Title");
  const files = [...entry.binaries].flatMap(([file, binary]): EntryFile[] => {
    const bytes = bytesOf(binary);
    if (!bytes) into.remark({ what: "file_left_out", place, name, found: file });
    return bytes
      ? [{ name: file, size: bytes.length, mark: toBase64(sha256(bytes)), read: () => bytes }]
      : [];
  });
  const common = {
    name,
    notes: textOf(entry, "Notes"),
    fields: [...fields, textField("Tags", entry.tags.join(", "))],
    passwordHistory: formerPasswords(entry),
  };
  const login = {
    username: textOf(entry, "UserName"),
    password: textOf(entry, "Password"),
    totp: code ? textOf(entry, code) : null,
    uris: urisOf([textOf(entry, "URL")]),
  };
  const isNote = common.notes && !login.username && !login.password && !login.totp && login.uris.length === 0;
  const folders = path === "" ? [] : [path];
  into.add(
    entryOf(isNote ? itemOf("secure_note", common) : itemOf("login", { ...common, ...login }), place, {
      folders,
      files,
    }),
  );
}

/** The bytes of a file of an entry; null where the database names one that it does not have. */
function bytesOf(binary: kdbxweb.KdbxBinary | kdbxweb.KdbxBinaryWithHash): Uint8Array | null {
  const value = kdbxweb.KdbxBinaries.isKdbxBinaryWithHash(binary) ? binary.value : binary;
  if (value instanceof kdbxweb.ProtectedValue) return value.getBinary();
  return value ? new Uint8Array(value) : null;
}

/** The passwords that earlier versions had, latest first, each with the date of the version that took its place. */
function formerPasswords(entry: kdbxweb.KdbxEntry) {
  const versions = [...entry.history, entry];
  const former = versions.slice(0, -1).flatMap((version, at) => {
    const next = versions[at + 1];
    const password = textOf(version, "Password");
    if (!next || !password || password === textOf(next, "Password")) return [];
    return { password, lastUsedDate: momentOf(next.times.lastModTime) };
  });
  return former.reverse();
}
